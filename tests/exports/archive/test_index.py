"""People open the index in a spreadsheet, and it says what lies where."""

from __future__ import annotations

import csv
import errno
import os
from dataclasses import astuple
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exports.archive.index import (
    COLUMNS,
    INDEX,
    add_to_index,
    read_index,
    receipt_row,
    row_of,
    scan_row,
    write_index,
)
from exports.archive.names import place_of
from scoring.errors import KnownError
from tests.exports.archive.builders import a_page
from tests.exports.test_file_names import NASTY

SUM = "0" * 64
PAGE = a_page()
PATH = str(place_of(PAGE))
ROW = row_of(PATH, SUM, PAGE)


def test_a_row_says_what_the_page_says() -> None:
    said = dict(zip(COLUMNS, astuple(ROW), strict=True))
    assert said == {
        "path": PATH,
        "sha256": SUM,
        "call": "00c0ffee-0000-4000-8000-000000000001",
        "page": "1",
        "day": "2026-11-23",
        "rep": "Priya Nair",
        "rep_id": "70000000-0000-4000-8000-000000000001",
        "employee_number": "",
        "customer": "Northgate Dental",
        "manager": "Dana Whitfield",
        "organisation": "Northwind Chairs",
        "made_at": PAGE.version.made_at.isoformat(),
        "what": "page",
    }
    assert scan_row(PATH, SUM, PAGE).what == "scan"


def test_a_receipt_names_nobody() -> None:
    row = receipt_row("receipts/2026-11-29 00C0FFEE.txt", SUM)
    assert [cell for cell in astuple(row) if cell] == ["receipts/2026-11-29 00C0FFEE.txt", SUM, "receipt"]


def test_a_spreadsheet_reads_it(tmp_path: Path) -> None:
    row = row_of(PATH, SUM, a_page(customer='Müller, "Söhne"\r\n& Co'))
    add_to_index(tmp_path, [row])
    with (tmp_path / INDEX).open(encoding="utf-8-sig", newline="") as file:
        (told,) = csv.DictReader(file)
    assert told["customer"] == 'Müller, "Söhne" & Co'
    assert (tmp_path / INDEX).read_bytes().startswith(b"\xef\xbb\xbfpath,sha256,call,")


@given(NASTY, NASTY)
def test_whatever_people_are_called_each_file_is_one_line_and_reads_back(rep: str, customer: str) -> None:
    assume(rep.strip())
    row = row_of(PATH, SUM, a_page(rep=rep, customer=customer))
    with TemporaryDirectory() as name:
        folder = Path(name)
        add_to_index(folder, [ROW, row])
        add_to_index(folder, [row, ROW])
        added, lines = read_index(folder), (folder / INDEX).read_bytes().count(b"\n")
        write_index(folder, added.rows)
        assert set(read_index(folder).rows) == {ROW, row}
    assert added.rows == tuple(dict.fromkeys((ROW, row)))
    assert added.bad_lines == ()
    assert lines == 1 + len(added.rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r+", " @"])
def test_a_name_is_no_formula(start: str) -> None:
    row = row_of(PATH, SUM, a_page(customer=f"{start}HYPERLINK(1)"))
    assert row.customer == f"'{start.strip()}HYPERLINK(1)"


def test_putting_in_again_what_is_there_changes_nothing(tmp_path: Path) -> None:
    add_to_index(tmp_path, [ROW])
    before = (tmp_path / INDEX).read_bytes()
    add_to_index(tmp_path, [ROW])
    assert (tmp_path / INDEX).read_bytes() == before


@given(st.integers(0, 700))
def test_a_line_that_a_power_cut_left_half_is_made_good(cut: int) -> None:
    rows = [ROW, scan_row("2026/x.pdf", SUM, PAGE)]
    with TemporaryDirectory() as name:
        path = Path(name, INDEX)
        add_to_index(Path(name), rows)
        whole = path.read_bytes()
        path.write_bytes(whole[:cut])
        add_to_index(Path(name), rows)
        assert path.read_bytes() == whole


def test_it_is_written_whole_in_the_order_of_the_paths(tmp_path: Path) -> None:
    rows = [row_of(path, SUM, PAGE) for path in ("b.pdf", "a.pdf")]
    write_index(tmp_path, rows)
    assert [row.path for row in read_index(tmp_path).rows] == ["a.pdf", "b.pdf"]


def test_lines_that_are_none_of_ours_are_told_by_their_numbers(tmp_path: Path) -> None:
    add_to_index(tmp_path, [ROW])
    with (tmp_path / INDEX).open("ab") as file:
        file.write(b'"half\r\nonly,three,cells\r\n\xff\r\n' + b"x" * 200_000 + b"\r\n")
    read = read_index(tmp_path)
    assert (read.rows, read.bad_lines) == ((ROW,), (3, 4, 5, 6))
    (tmp_path / INDEX).write_bytes(b"path;sha256\r\n")
    assert read_index(tmp_path).bad_lines == (1,)
    assert read_index(tmp_path / "nowhere").rows == ()


def test_while_a_spreadsheet_holds_it_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_anything: object) -> int:
        raise PermissionError(errno.EACCES, "in use by another program")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(KnownError, match=r"spreadsheet.*close it there"):
        add_to_index(tmp_path, [ROW])
