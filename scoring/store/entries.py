"""The entries in the file: appended and read, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlite_utils import Database

from scoring.codec import BadValueError
from scoring.entry import Entry, what_from_json, what_to_json


class Entries:
    """The log of every call."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def append(self, entries: Iterable[Entry]) -> None:
        """Add entries at the end, all or none. One that is there already is left alone: a repeat is harmless."""
        with self._db.atomic():  # insert_all commits each hundred by itself
            self._db.table("entries").insert_all((_row(entry) for entry in entries), ignore=True)

    def kind_of(self, entry_id: UUID) -> str | None:
        """:returns: the kind of an entry as it was logged, or None if there is no such entry."""
        rows = self._db.table("entries").rows_where("id = ?", [str(entry_id)], select="kind")
        return next((row["kind"] for row in rows), None)

    def of(self, call_id: UUID) -> list[Entry]:
        """:returns: the entries of one call in the order of logging."""
        rows = self._db.table("entries").rows_where("call_id = ?", [str(call_id)], order_by="sequence")
        return [_entry(row) for row in rows]


def _row(entry: Entry) -> dict[str, Any]:
    kind, data = what_to_json(entry.what)
    return {
        "id": str(entry.id),
        "call_id": str(entry.call_id),
        "kind": kind,
        "offset_ms": entry.offset_ms,
        "at": entry.at.isoformat(),
        "recalled": int(entry.recalled),
        "data": data,
    }


def _entry(row: dict[str, Any]) -> Entry:
    try:
        return Entry(
            id=UUID(row["id"]),
            call_id=UUID(row["call_id"]),
            offset_ms=row["offset_ms"],
            at=datetime.fromisoformat(row["at"]),
            what=what_from_json(row["kind"], row["data"]),
            recalled=bool(row["recalled"]),
        )
    except ValueError as error:
        raise BadValueError(f"entry {row['sequence']}: {error}") from error
