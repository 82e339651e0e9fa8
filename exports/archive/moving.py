"""Choosing another archive folder: what is known to lie in the one before may lie in the new one, or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from exports.archive.index import IndexRow, path_cell, read_index
from exports.archive.kept import kept_bytes
from exports.archive.lock import archive_lock, is_archive, prepare_archive
from exports.archive.manifest import read_manifest
from exports.archive.writing import put
from exports.file_names import numbered
from scoring.archived import ARCHIVE_FOLDER, ArchivedFile
from scoring.errors import SecondChairError
from scoring.text import tr, trn

if TYPE_CHECKING:
    from scoring.store import Store


def move_in(folder: Path, files: Iterable[ArchivedFile], *, before: Path | None, data: Path) -> list[str]:
    """Make a folder the archive folder, and put there what it lacks of the one before, the same bytes; that one stays
    as it is.

    :param folder: it is there.
    :param files: those that lie in the folder before.
    :param before: that folder, None where there was none.
    :param data: the folder of the data.
    :returns: the paths of the files that do not lie in the new one under the same name, or are others by its manifest,
        and could not be taken from the one before.
    :raises SecondChairError: if it lies in the folder of the data, or the other way round.
    :raises KnownError: if it cannot be the archive folder, or the system refuses. Doing it again goes on from there.
    """
    _refuse_place(folder.resolve(), data.resolve())
    prepare_archive(folder)
    missing = _not_there(folder, files)
    if before is None or not missing or not is_archive(before):
        return [file.path for file in missing]
    rows = {row.path: row for row in read_index(before).rows}
    return [file.path for file in missing if not _is_carried(before, folder, file, rows)]


def _not_there(folder: Path, files: Iterable[ArchivedFile]) -> list[ArchivedFile]:
    sums = read_manifest(folder).sums  # two computers can have amended the same page
    return [
        file
        for file in files
        if not _is_file(folder / file.path) or sums.get(file.path, file.sha256) != file.sha256
    ]


def _is_carried(before: Path, folder: Path, file: ArchivedFile, rows: Mapping[str, IndexRow]) -> bool:
    """Put a file there that lay in the folder before. Nobody else can: of a scan the data has no bytes any more, and a
    page that came from elsewhere waits in no outbox."""
    data = kept_bytes(before, file)
    if data is None:
        return False
    place = PurePosixPath(file.path)
    places = map(place.with_name, numbered(place.stem, place.suffix))
    row = rows.get(path_cell(file.path)) or _short_row(file)
    with archive_lock(folder):
        path = put(folder, data, places, lambda path: replace(row, path=path_cell(path), sha256=file.sha256))
    return path == file.path


def _short_row(file: ArchivedFile) -> IndexRow:
    """What the data knows of a file that the index does not list; the rest follows from the page when it is rebuilt."""
    return IndexRow(path="", sha256="", call=str(file.call_id), page=str(file.page), what=file.what.value)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file() and not path.is_symlink()
    except OSError:
        return False


def settle_in(store: Store, folder: Path, missing: Iterable[str], before: Path | None) -> None:
    """Make ``folder`` the archive folder of a store. What is ``missing`` there waits in the outbox again.

    :param before: the archive folder until now; None where it was given up first, with all that lies only there.
    :raises SecondChairError: if something is missing that nobody can make again, and that may lie in the one before.
    """
    with store.batch():
        lost = len(let_wait_again(store, missing)[1])
        if lost and before is not None:
            message = trn(
                "{n} file lies only in {before}. Connect that folder, then choose the new one again. To do without it, "
                "use no folder first.",
                "{n} files lie only in {before}. Connect that folder, then choose the new one again. To do without "
                "them, use no folder first.",
                lost,
            )
            raise SecondChairError(
                tr("Not all of it would come along"), message.format(n=lost, before=before)
            )
        store.settings.put(ARCHIVE_FOLDER, str(folder))


def write_again(store: Store, missing: Iterable[str]) -> int:
    """Let pages that are missing in the archive wait in the outbox once more, those that can be made again.

    :returns: how many there are.
    """
    with store.batch():
        again, lost = let_wait_again(store, missing)
        for file in lost:
            store.archived.put(file)
    return len(again)


def let_wait_again(store: Store, paths: Iterable[str]) -> tuple[list[ArchivedFile], list[ArchivedFile]]:
    """Forget that files lie in the archive, so that they wait in the outbox again.

    :returns: those that wait now, and those that do not: the scans, whose bytes lay there alone, and pages that came
        from elsewhere.
    """
    chosen = set(paths)
    files = [file for file in store.archived.all() if file.path in chosen]
    store.archived.forget(chosen)
    waiting = {(one.call_id, one.page, one.what) for one in store.archived.waiting()}
    again: list[ArchivedFile] = []
    lost: list[ArchivedFile] = []
    for file in files:
        (again if (file.call_id, file.page, file.what) in waiting else lost).append(file)
    return again, lost


def _refuse_place(folder: Path, data: Path) -> None:
    """Others may read the archive; and what is not the app's own does not stay for ever in the folder of the data."""
    if folder.is_relative_to(data) or data.is_relative_to(folder):
        message = tr(
            "{folder} and the data of Second Chair lie in one another. Choose a folder that others may read and that "
            "is for the pages alone."
        )
        raise SecondChairError(tr("This folder cannot hold the archive"), message.format(folder=folder))
