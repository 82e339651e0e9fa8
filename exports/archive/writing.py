"""Puts pages and scans of signed ones into the archive folder, each for good and never in the place of something else.

Each step leaves the archive as it should be, or as the next one who writes there finds and finishes it: the file, then
its line in the manifest, then its line in the index. The same file again is no second copy.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from exports.archive.folder import clear_unfinished, gone, make_inside
from exports.archive.index import IndexRow, add_to_index, row_of, scan_row
from exports.archive.lock import PATIENCE_S, archive_lock, is_archive
from exports.archive.manifest import add_to_manifest, listed_sum, sum_of
from exports.archive.names import places_of, scan_places
from exports.page_file import draw_call
from exports.page_source import PageSource
from scoring.archived import ArchivedFile, FileKind
from scoring.errors import KnownError
from scoring.files import file_trouble, write_new
from scoring.preferences import Sheet


def archive_page(
    folder: Path, source: PageSource, sheet: Sheet, now: datetime, patience_s: float = PATIENCE_S
) -> ArchivedFile:
    """Draw a page and put it into the archive, if it does not lie there already.

    :param folder: the archive folder; it is never made.
    :param sheet: the sheet the page was handed over on.
    :param now: the wall time, with its UTC offset.
    :param patience_s: how long to wait (s) while another computer writes there.
    :raises SecondChairError: while the manager's view is sealed, or nothing is agreed yet.
    :raises KnownError: if the folder is away, busy, full or read-only; trying again later finishes what was begun.
    """
    data = draw_call(source, sheet).pdf
    digest = sum_of(data)
    path = _put_alone(
        folder, data, places_of(source), lambda path: row_of(path, digest, source), patience_s=patience_s
    )
    return _archived(path, digest, source, FileKind.PAGE, now)


def archive_scan(
    folder: Path,
    source: PageSource,
    page_path: str,
    data: bytes,
    suffix: str,
    now: datetime,
    patience_s: float = PATIENCE_S,
) -> ArchivedFile:
    """Put the scan of a signed page into the archive beside that page, if it does not lie there already.

    :param source: the page that was signed.
    :param page_path: where it lies in the archive, with slashes.
    :param data: the scan.
    :param suffix: one of ``names.SCAN_SUFFIXES``.
    :param now: the wall time, with its UTC offset.
    :param patience_s: how long to wait (s) while another computer writes there.
    :raises KnownError: as ``archive_page``.
    """
    digest = sum_of(data)
    places = scan_places(PurePosixPath(page_path), suffix)
    path = _put_alone(
        folder, data, places, lambda path: scan_row(path, digest, source), patience_s=patience_s
    )
    return _archived(path, digest, source, FileKind.SCAN, now)


def _archived(path: str, digest: str, source: PageSource, what: FileKind, now: datetime) -> ArchivedFile:
    page = source.version.number
    return ArchivedFile(path=path, call_id=source.call.id, page=page, what=what, sha256=digest, at=now)


def _put_alone(
    folder: Path,
    data: bytes,
    places: Iterator[PurePosixPath],
    row: Callable[[str], IndexRow],
    *,
    patience_s: float,
) -> str:
    with _said_if_gone(folder), archive_lock(folder, patience_s):
        return put(folder, data, places, row)


def put(folder: Path, data: bytes, places: Iterator[PurePosixPath], row: Callable[[str], IndexRow]) -> str:
    """Put a file into the archive, if it does not lie there already. Hold the lock of the archive meanwhile.

    :param places: where it may lie, the first one that is free.
    :param row: its line of the index, for the place it has.
    :returns: the place where the file lies now, known to manifest and index.
    :raises KnownError: if the system refuses; doing it again finishes what was begun.
    """
    clear_unfinished(folder)
    path = next(str(place) for place in places if _is_placed(folder, place, data))
    add_to_manifest(folder, {path: sum_of(data)})
    add_to_index(folder, [row(path)])
    return path


def _is_placed(folder: Path, place: PurePosixPath, data: bytes) -> bool:
    """Write the file, if the name is free.

    :returns: whether it lies there now. A name that the manifest knows for another file is kept for that, also where
        it is missing: it is missed.
    """
    if listed_sum(folder, str(place)) not in (None, sum_of(data)):
        return False
    path = make_inside(folder, place.parent) / place.name
    clear_unfinished(path.parent)
    with file_trouble(path):
        _clear_empty(path)
    return write_new(path, data) or _holds(path, data)


def _clear_empty(path: Path) -> None:
    """Where a share knows no second names, a writer takes the name with an empty file; it may have been killed then."""
    with suppress(FileNotFoundError):
        status = path.lstat()
        if S_ISREG(status.st_mode) and status.st_size == 0:
            path.unlink()


def _holds(path: Path, data: bytes) -> bool:
    with file_trouble(path):
        status = path.lstat()
        return S_ISREG(status.st_mode) and status.st_size == len(data) and path.read_bytes() == data


@contextmanager
def _said_if_gone(folder: Path) -> Generator[None]:
    """Say that the folder is away, rather than that something in it is."""
    try:
        yield
    except KnownError as error:
        if not is_archive(folder):
            raise gone(folder) from error
        raise
