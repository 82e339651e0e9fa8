"""Takes files out of the archive folder for good, and leaves a receipt there that names nobody."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from exports.archive.finding import Sought, Theirs, Whose
from exports.archive.folder import clear_unfinished
from exports.archive.index import read_index, receipt_row, write_index
from exports.archive.manifest import read_manifest, sum_of, write_manifest
from exports.archive.names import RECEIPT_SUFFIX, RECEIPTS, is_place
from exports.archive.report import Progress
from exports.archive.walk import DEEPEST
from exports.archive.writing import put
from exports.file_names import numbered
from exports.page_source import short_id
from exports.receipt_words import receipt_text
from scoring.erasure import Receipt
from scoring.files import file_trouble, known_os_error, sync_folder

_OURS = re.compile(r"\d{4}|.* \([0-9A-F]{8}\)", re.DOTALL)
"""Names that we give to folders."""
_LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""What file managers leave in folders: names and small pictures of what lies there."""


def erase_from_archive(folder: Path, theirs: Theirs, sought: Sought, progress: Progress) -> None:
    """Delete what is theirs, and its lines in manifest and index. Hold the lock of the archive meanwhile.

    The lines go first: after an end in the middle the files are still found, by what is in them.

    :raises KnownError: if the system refuses.
    """
    _drop_lines(folder, theirs, sought)
    for number, file in enumerate(theirs.files):
        progress(number, len(theirs.files))
        with file_trouble(file.place):
            file.place.unlink(missing_ok=True)
    _make_durable({file.place.parent for file in theirs.files})
    for path in _folders_in(folder):
        clear_unfinished(path)
    _drop_empty_folders(folder, theirs)


def _make_durable(folders: Iterable[Path]) -> None:
    """What was deleted stays deleted through a power cut: afterwards nobody would know what to look for."""
    for path in folders:
        with file_trouble(path):
            sync_folder(path)


def _drop_lines(folder: Path, theirs: Theirs, sought: Sought) -> None:
    """Lines that nobody can read go as well: they may be half of one of theirs.

    A file that stays keeps its line, also where its name has the same short id in it as one of theirs.
    """
    gone, whose = {file.path for file in theirs.files}, Whose(sought, theirs.call_ids)

    def is_theirs(path: str) -> bool:
        return path in gone or (whose.has(path) and not _stays(folder, path))

    ids = {str(one) for one in theirs.call_ids | sought.rep_ids}
    manifest, index = read_manifest(folder), read_index(folder)
    sums = {path: digest for path, digest in manifest.sums.items() if not is_theirs(path)}
    rows = [row for row in index.rows if not (is_theirs(row.path) or {row.call, row.rep_id} & ids)]
    if manifest.bad_lines or len(sums) < len(manifest.sums):
        write_manifest(folder, sums)
    if index.bad_lines or len(rows) < len(index.rows):
        write_index(folder, rows)


def _stays(folder: Path, path: str) -> bool:
    place = folder / path
    return is_place(path) and os.path.isfile(place) and not os.path.islink(place)


def _folders_in(folder: Path, depth: int = 0) -> list[Path]:
    """:returns: the archive folder and those below it, the deepest first; none that a link leads to, and as little as
    ``walk`` any that lies too deep or is closed: those were told."""
    try:
        below = [path for path in folder.iterdir() if path.is_dir() and _is_no_link(path)]
    except OSError as error:
        if depth:
            return []
        raise known_os_error(error, folder) from error
    deeper = below if depth < DEEPEST else []
    return [path for one in deeper for path in _folders_in(one, depth + 1)] + [folder]


def _is_no_link(path: Path) -> bool:
    """Also none of those that Windows alone has, and that look like folders."""
    return path.resolve() == path.parent.resolve() / path.name


def _drop_empty_folders(folder: Path, theirs: Theirs) -> None:
    """The folders of years and people, whose names are names too, and those that something was in."""
    emptied = {parent for file in theirs.files for parent in file.place.parents}
    for path in _folders_in(folder):
        if path != folder and (path in emptied or _OURS.fullmatch(path.name)):
            _drop_if_empty(path)


def _drop_if_empty(path: Path) -> None:
    with file_trouble(path):
        inside = list(path.iterdir())
        if all(_is_litter(file) for file in inside):
            for file in inside:
                file.unlink(missing_ok=True)
            path.rmdir()
            sync_folder(path.parent)


def _is_litter(file: Path) -> bool:
    return (file.name.casefold() in _LITTER or file.name.startswith("._")) and not file.is_dir()


def file_receipts(folder: Path, receipts: Iterable[Receipt]) -> None:
    """Write the receipts that do not lie in the archive yet, with their lines. Hold the lock of the archive meanwhile.

    :raises KnownError: if the system refuses.
    """
    listed = read_manifest(folder).sums.keys() & {row.path for row in read_index(folder).rows}
    for receipt in receipts:
        if receipt_path(receipt) not in listed:
            _file(folder, receipt_path(receipt), receipt_text(receipt).encode())


def _file(folder: Path, path: str, data: bytes) -> None:
    digest = sum_of(data)
    places = map(PurePosixPath(RECEIPTS).joinpath, numbered(PurePosixPath(path).stem, RECEIPT_SUFFIX))
    put(folder, data, places, lambda path: receipt_row(path, digest))


def receipt_path(receipt: Receipt) -> str:
    """:returns: where a receipt lies in the archive."""
    return f"{RECEIPTS}/{receipt.at.date().isoformat()} {short_id(receipt.id)}{RECEIPT_SUFFIX}"
