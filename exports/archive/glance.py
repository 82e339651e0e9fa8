"""What a page of the archive is, read lightly: which page of which call, and what its record says of other files.

A record that is only looked at is not believed: it sorts pages, and tells what to look for. What is brought back is
read with ``read_record``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from exports.record_reader import damaged_record
from scoring.codec import plain_from_json
from scoring.entry import PageAmended, ScanKept


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A page: its number from 1, how many ``entries`` it has, whose call it is, and the sums of scans it tells of."""

    call_id: UUID
    created_at: datetime
    page: int
    entries: int
    manager: str
    scans: frozenset[str]


def glance(record: bytes) -> Glance:
    """:param record: the JSON of a record.
    :raises SecondChairError: if it is none.
    """
    try:
        return _glance(plain_from_json(record.decode("utf-8")))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError) as error:
        raise damaged_record() from error


def _glance(plain: Any) -> Glance:
    call, whats = plain["call"], [entry["what"] for entry in plain["entries"]]
    created_at = datetime.fromisoformat(call["created_at"])
    if created_at.tzinfo is None:
        raise ValueError("a time needs its offset")
    return Glance(
        call_id=UUID(call["id"]),
        created_at=created_at,
        page=1 + sum(what["kind"] == PageAmended.KIND for what in whats),
        entries=len(whats),
        manager=_text(plain["manager"]["name"]),
        scans=frozenset(_text(what["scan"]["sha256"]) for what in whats if what["kind"] == ScanKept.KIND),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value
