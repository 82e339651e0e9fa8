"""Choosing another archive folder: what is known to lie in the one before may lie in the new one, or not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from exports.archive.lock import prepare_archive
from scoring.archived import ARCHIVE_FOLDER, ArchivedFile

if TYPE_CHECKING:
    from scoring.store import Store


def not_there(folder: Path, files: Iterable[ArchivedFile]) -> list[str]:
    """Make a folder the archive folder, and see what it lacks.

    :param folder: it is there.
    :param files: those that lie in the folder before.
    :returns: the paths of the files that do not lie in this one under the same name.
    :raises KnownError: if it cannot be the archive folder, or the system refuses.
    """
    prepare_archive(folder)
    return [file.path for file in files if not _is_file(folder / file.path)]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file() and not path.is_symlink()
    except OSError:
        return False


def settle_in(store: Store, folder: Path, missing: Iterable[str]) -> None:
    """Make ``folder`` the archive folder of a store. What is ``missing`` there waits in the outbox again."""
    store.archived.forget(missing)
    store.settings.put(ARCHIVE_FOLDER, str(folder))
