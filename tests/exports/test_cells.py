"""No cell of a table is taken for a formula."""

from __future__ import annotations

import csv
import io

import pytest

from exports.cells import csv_lines, safe_cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 30", "-3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "\n=1"]
)
def test_what_could_begin_a_formula_is_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Northgate", "2026-11-23", "a=b", "– not a minus", "'quoted"])
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


def test_rows_are_lines_of_a_table_that_keep_every_sign() -> None:
    rows = [["a", 'say "b"'], ["=1+1", "two\nlines, ü"], ["half \ud800", ""]]
    lines = csv_lines(rows).decode("utf-8")
    assert list(csv.reader(io.StringIO(lines, newline=""))) == [
        ["a", 'say "b"'],
        ["'=1+1", "two\nlines, ü"],
        ["half \ufffd", ""],
    ]
