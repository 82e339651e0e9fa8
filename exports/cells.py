"""Cells of tables that people open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from exports.access_pack.letters import utf8

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""At the beginning of a table. Without it a spreadsheet may take the letters of other languages for something else."""
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(text: str) -> str:
    """:returns: ``text`` so that no spreadsheet takes it for a formula: with an apostrophe before what could begin
    one."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA_SIGNS) else text


def csv_lines(rows: Iterable[Sequence[str]]) -> bytes:
    """:returns: rows in UTF-8, as RFC 4180 has them; no cell can be taken for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in row])
    return utf8(text.getvalue())
