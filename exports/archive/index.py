"""``index.csv``: what lies in the archive, one line a file, for people and their spreadsheets.

Everything in it follows from the files: it can be made again at any time, and nothing is read from it.
"""

from __future__ import annotations

import csv
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from io import StringIO
from pathlib import Path

from exports.archive.line_file import add_lines, read_bounded
from exports.cells import safe_cell
from exports.page_source import PageSource
from exports.wording import one_line, printable
from scoring.archived import FileKind
from scoring.errors import KnownError
from scoring.files import write_whole
from scoring.text import tr

INDEX = "index.csv"
RECEIPT = "receipt"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # without it a spreadsheet takes the text for another encoding


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """One line of the index: each cell as it stands there, empty where there is nothing to say.

    ``path`` has slashes, ``sha256`` is hexadecimal, ``call`` and ``rep_id`` are ids, ``page`` is the number of the page
    from 1, ``day`` an ISO 8601 date, ``made_at`` such a time; ``what`` is page, scan or receipt.
    """

    path: str
    sha256: str
    call: str = ""
    page: str = ""
    day: str = ""
    rep: str = ""
    rep_id: str = ""
    employee_number: str = ""
    customer: str = ""
    manager: str = ""
    organisation: str = ""
    made_at: str = ""
    what: str


COLUMNS = tuple(field.name for field in fields(IndexRow))


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What the index says, and the numbers of the lines, from 1, that are not as we write them."""

    rows: tuple[IndexRow, ...]
    bad_lines: tuple[int, ...] = ()


def row_of(path: str, sha256: str, source: PageSource) -> IndexRow:
    """:returns: the line of a page, which follows from its path, its bytes and the record in it."""
    return _row(path, sha256, source, FileKind.PAGE)


def scan_row(path: str, sha256: str, source: PageSource) -> IndexRow:
    """:returns: the line of the scan of a signed page; ``source`` is that page."""
    return _row(path, sha256, source, FileKind.SCAN)


def receipt_row(path: str, sha256: str) -> IndexRow:
    """:returns: the line of the receipt of an erasure, which names nobody."""
    return IndexRow(path=path_cell(path), sha256=sha256, what=RECEIPT)


def _row(path: str, sha256: str, source: PageSource, what: FileKind) -> IndexRow:
    return IndexRow(
        path=path_cell(path),
        sha256=sha256,
        call=str(source.call.id),
        page=str(source.version.number),
        day=source.day.isoformat(),
        rep=_cell(source.rep.name),
        rep_id=str(source.rep.id),
        employee_number=_cell(source.rep.employee_number),
        customer=_cell(source.state.tee_up.customer),
        manager=_cell(source.manager.name),
        organisation=_cell(source.manager.organisation),
        made_at=source.version.made_at.isoformat(),
        what=what.value,
    )


def path_cell(path: str) -> str:
    """:returns: a path as it stands in the index."""
    return safe_cell(printable(path))


def _cell(text: str) -> str:
    return safe_cell(one_line(text))


def read_index(folder: Path) -> Index:
    """Read the index, to compare it; one that is missing says nothing.

    :raises KnownError: if it is too large, or the system refuses.
    """
    data = read_bounded(folder / INDEX)
    has_head = data.startswith(_HEAD)
    lines = data.removeprefix(_HEAD).decode(errors="replace").split("\r\n")
    rows = [_parsed(line) for line in (lines if lines[-1] else lines[:-1])]
    bad = [number for number, row in enumerate(rows, start=2 if has_head else 1) if row is None]
    return Index(rows=tuple(row for row in rows if row), bad_lines=tuple(bad))


def _parsed(line: str) -> IndexRow | None:
    try:
        (cells,) = csv.reader([line], strict=True)
    except (csv.Error, ValueError):
        return None
    return IndexRow(**dict(zip(COLUMNS, cells, strict=True))) if len(cells) == len(COLUMNS) else None


def add_to_index(folder: Path, rows: Sequence[IndexRow]) -> None:
    """Put files into the index, durably. Hold the lock of the archive meanwhile.

    :raises KnownError: if the index is open in a spreadsheet or too large, or the system refuses.
    """
    with _spreadsheets(folder):
        add_lines(folder / INDEX, [_line(astuple(row)) for row in rows], head=_HEAD)


def write_index(folder: Path, rows: Iterable[IndexRow]) -> None:
    """Write the whole index again, sorted by path. Hold the lock of the archive meanwhile.

    :raises KnownError: if the index is open in a spreadsheet, or the system refuses.
    """
    lines = (_line(astuple(row)) for row in sorted(rows, key=lambda row: row.path))
    with _spreadsheets(folder):
        write_whole(folder / INDEX, _HEAD + b"".join(lines))


def _line(cells: Sequence[str]) -> bytes:
    text = StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()


_HEAD = _BYTE_ORDER_MARK + _line(COLUMNS)


@contextmanager
def _spreadsheets(folder: Path) -> Generator[None]:
    """Some spreadsheets let nobody write to a file they show."""
    try:
        yield
    except KnownError as error:
        if isinstance(error.__cause__, PermissionError):
            message = tr(
                "{path} cannot be written to. If a spreadsheet shows it, close it there; the pages wait."
            )
            known = KnownError(tr("The list of the archive is in use"), message.format(path=folder / INDEX))
            raise known from error
        raise
