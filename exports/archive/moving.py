"""Choosing another archive folder: what is known to lie in the one before may lie in the new one, or not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from exports.archive.lock import prepare_archive
from exports.archive.manifest import read_manifest
from scoring.archived import ARCHIVE_FOLDER, ArchivedFile
from scoring.errors import SecondChairError
from scoring.text import tr

if TYPE_CHECKING:
    from scoring.store import Store


def not_there(folder: Path, files: Iterable[ArchivedFile]) -> list[str]:
    """Make a folder the archive folder, and see what it lacks.

    :param folder: it is there.
    :param files: those that lie in the folder before.
    :returns: the paths of the files that do not lie in this one under the same name, or are others by its manifest.
    :raises KnownError: if it cannot be the archive folder, or the system refuses.
    """
    prepare_archive(folder)
    sums = read_manifest(folder).sums  # two computers can have amended the same page
    return [
        file.path
        for file in files
        if not _is_file(folder / file.path) or sums.get(file.path, file.sha256) != file.sha256
    ]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file() and not path.is_symlink()
    except OSError:
        return False


def settle_in(store: Store, folder: Path, missing: Iterable[str]) -> None:
    """Make ``folder`` the archive folder of a store. What is ``missing`` there waits in the outbox again.

    :raises SecondChairError: if it lies in the folder of the data, or the other way round.
    """
    _refuse_place(folder.resolve(), store.path.parent.resolve())
    store.archived.forget(missing)
    store.settings.put(ARCHIVE_FOLDER, str(folder))


def _refuse_place(folder: Path, data: Path) -> None:
    """Others may read the archive; and what is not the app's own does not stay for ever in the folder of the data."""
    if folder.is_relative_to(data) or data.is_relative_to(folder):
        message = tr(
            "{folder} and the data of Second Chair lie in one another. Choose a folder that others may read and that "
            "is for the pages alone."
        )
        raise SecondChairError(tr("This folder cannot hold the archive"), message.format(folder=folder))
