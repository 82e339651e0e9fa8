"""Reads the terms out of SQLite's full-text index, those of rows that are gone as well.

A term is stored as what it has more than the one before it (SQLite's fts5_index.c says how), so that a search through
the bytes of the file does not find it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

_PAGE_BITS, _HEIGHT_BITS = 31, 5


def indexes_in(db: sqlite3.Connection) -> list[str]:
    """:returns: the full-text tables there are."""
    rows = db.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE %USING fts5 %'")
    return [name for (name,) in rows]


def terms_in(db: sqlite3.Connection, table: str) -> set[str]:
    """:returns: the terms of a full-text table that any page of its index holds; also those of its prefixes."""
    pages = db.execute(f"SELECT id, block FROM {table}_data")
    found = [term for page, block in pages if _is_leaf(page) for term in _terms(block)]
    return {term[1:].decode("utf-8", "replace") for term in found}  # the first byte says which index it is in


def _is_leaf(page: int) -> bool:
    """Whether a page is one with terms: the structure has a small number, trees of offsets have a height."""
    number, height = page & (1 << _PAGE_BITS) - 1, page >> _PAGE_BITS & (1 << _HEIGHT_BITS + 1) - 1
    return page >> _PAGE_BITS + _HEIGHT_BITS + 1 > 0 and number > 0 and height == 0


def _terms(block: bytes) -> Iterator[bytes]:
    """The end of a page tells where its terms begin, each counted from the one before."""
    at, footer, term = 0, int.from_bytes(block[2:4]), b""
    while footer < len(block):
        step, footer = _varint(block, footer)
        first, at = at == 0, at + step
        kept, begin = (0, at) if first else _varint(block, at)
        length, begin = _varint(block, begin)
        term = term[:kept] + block[begin : begin + length]
        yield term


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """:returns: a number of SQLite's variable length, and where it ends. None here needs all of the nine bytes."""
    value = 0
    while True:
        value = value << 7 | data[at] & 127
        at += 1
        if data[at - 1] < 128:
            return value, at
