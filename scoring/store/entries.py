"""The entries in the file: appended and read, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlite_utils import Database

from scoring.codec import BadValueError
from scoring.entry import Entry, What, what_from_json, what_to_json

_OF_CALL = """
    SELECT sequence, id, kind, offset_ms, at, recalled, data
    FROM entries WHERE call_id = ? ORDER BY sequence
"""
_LATEST = """
    SELECT call_id, kind, data FROM entries
    WHERE sequence IN (SELECT max(sequence) FROM entries WHERE kind IN ({marks}) GROUP BY call_id)
"""


_ADD = """
    INSERT OR IGNORE INTO entries (id, call_id, kind, offset_ms, at, recalled, data) VALUES (?, ?, ?, ?, ?, ?, ?)
"""


class Entries:
    """The log of every call."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def append(self, entries: Iterable[Entry]) -> None:
        """Add entries at the end, all or none. One that is there already is left alone: a repeat is harmless."""
        assert self._db.conn is not None
        with self._db.atomic():
            self._db.conn.executemany(_ADD, map(_row, entries))

    def count(self, call_id: UUID) -> int:
        """:returns: how many entries one call has."""
        return self._db.table("entries").count_where("call_id = ?", [str(call_id)])

    def kind_of(self, entry_id: UUID) -> str | None:
        """:returns: the kind of an entry as it was logged, or None if there is no such entry."""
        rows = self._db.table("entries").rows_where("id = ?", [str(entry_id)], select="kind")
        return next((row["kind"] for row in rows), None)

    def of(self, call_id: UUID) -> list[Entry]:
        """:returns: the entries of one call in the order of logging."""
        rows = self._db.execute(_OF_CALL, [str(call_id)])  # tuples: a dict a row costs a third more
        return [_entry(row, call_id) for row in rows]

    def latest(self, *kinds: str) -> dict[UUID, What]:
        """:returns: for each call that has any, the last thing of one of these kinds that was logged."""
        rows = self._db.execute(_LATEST.format(marks=",".join("?" * len(kinds))), kinds)
        return {UUID(call_id): _what(kind, data) for call_id, kind, data in rows}


def _row(entry: Entry) -> tuple[Any, ...]:
    kind, data = _what_json(entry.what)
    at, recalled = entry.at.isoformat(), int(entry.recalled)
    return str(entry.id), _call_id(entry.call_id.int), kind, entry.offset_ms, at, recalled, data


@lru_cache(maxsize=8)
def _call_id(number: int) -> str:
    """Every entry of a call names the call."""
    return str(UUID(int=number))


def _entry(row: tuple[Any, ...], call_id: UUID) -> Entry:
    sequence, entry_id, kind, offset_ms, at, recalled, data = row
    try:
        return Entry(
            id=UUID(entry_id),
            call_id=call_id,
            offset_ms=offset_ms,
            at=datetime.fromisoformat(at),
            what=_what(kind, data),
            recalled=bool(recalled),
        )
    except ValueError as error:
        raise BadValueError(f"entry {sequence}: {error}") from error


@lru_cache(maxsize=1024)
def _what_json(what: What) -> tuple[str, str]:
    """As below, the other way round."""
    return what_to_json(what)


@lru_cache(maxsize=1024)
def _what(kind: str, data: str) -> What:
    """Thousands of entries of a call say the same few things, and what they say is never changed: read it once."""
    return what_from_json(kind, data)
