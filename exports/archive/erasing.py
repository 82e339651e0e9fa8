"""Takes files out of the archive folder for good, and leaves a receipt there that names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from exports.archive.finding import Sought, Theirs, Whose
from exports.archive.folder import clear_unfinished, make_inside
from exports.archive.index import add_to_index, read_index, receipt_row, write_index
from exports.archive.manifest import add_to_manifest, read_manifest, sum_of, write_manifest
from exports.archive.names import RECEIPTS, is_place
from exports.archive.report import Progress
from exports.page_source import short_id
from exports.receipt_words import receipt_text
from scoring.erasure import Receipt
from scoring.files import file_trouble, write_new

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
    for path in _folders_in(folder):
        clear_unfinished(path)
    _drop_empty_folders(folder, theirs)


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
    return is_place(path) and place.is_file() and not place.is_symlink()


def _folders_in(folder: Path) -> list[Path]:
    """:returns: the archive folder and those below it, the deepest first; none that a link leads to."""
    with file_trouble(folder):
        below = [path for path in folder.iterdir() if path.is_dir() and _is_no_link(path)]
    return [deeper for path in below for deeper in _folders_in(path)] + [folder]


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


def _is_litter(file: Path) -> bool:
    return (file.name.casefold() in _LITTER or file.name.startswith("._")) and not file.is_dir()


def file_receipts(folder: Path, receipts: Iterable[Receipt]) -> None:
    """Write the receipts that do not lie in the archive yet, with their lines. Hold the lock of the archive meanwhile.

    :raises KnownError: if the system refuses.
    """
    for receipt in receipts:
        path, data = receipt_path(receipt), receipt_text(receipt).encode()
        place = make_inside(folder, PurePosixPath(RECEIPTS)) / PurePosixPath(path).name
        if not write_new(place, data):
            data = _kept(place)
        add_to_manifest(folder, {path: sum_of(data)})
        add_to_index(folder, [receipt_row(path, sum_of(data))])


def _kept(place: Path) -> bytes:
    with file_trouble(place):
        return place.read_bytes()


def receipt_path(receipt: Receipt) -> str:
    """:returns: where a receipt lies in the archive."""
    return f"{RECEIPTS}/{receipt.at.date().isoformat()} {short_id(receipt.id)}.txt"
