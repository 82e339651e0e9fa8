"""The plain tables of the file: reps, calls, rubrics, settings and drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import count
from typing import Any, TypeVar, overload
from uuid import UUID

from sqlite_utils import Database

from scoring.call import Call
from scoring.codec import BadValueError, as_json, from_json, from_plain, plain_from_json, to_plain
from scoring.errors import SecondChairError
from scoring.people import Rep
from scoring.rubric import Rubric
from scoring.wordings import Wordings

T = TypeVar("T")
_IN_USE_FIRST = "in_use DESC, version DESC"
_ADD_CALL = "INSERT INTO calls (id, rep_id, created_at) VALUES (:id, :rep_id, :created_at)"


class Reps:
    """The salespeople."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def save(self, rep: Rep) -> None:
        """Add a rep, or replace what is known about one."""
        row = {column: storable(value) for column, value in to_plain(rep).items()}
        self._db.table("reps").upsert(row, pk="id")

    def has(self, rep_id: UUID) -> bool:
        """:returns: whether there is such a rep."""
        return bool(self._db.table("reps").count_where("id = ?", [str(rep_id)]))

    def get(self, rep_id: UUID) -> Rep:
        """:raises KeyError: if there is no such rep."""
        rows = list(self._db.table("reps").rows_where("id = ?", [str(rep_id)]))
        if not rows:
            raise KeyError(rep_id)
        return from_plain(Rep, rows[0])

    def all(self) -> list[Rep]:
        """:returns: all reps, retired ones too, by name."""
        rows = self._db.table("reps").rows
        return sorted((from_plain(Rep, row) for row in rows), key=lambda rep: (rep.name.casefold(), rep.id))


@overload
def storable(value: str) -> str: ...
@overload
def storable(value: None) -> None: ...
def storable(value: str | None) -> str | None:
    """Half a character (a lone surrogate) fits no text column: it becomes the sign for what cannot be read."""
    return value and value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Calls:
    """The headers of the joint calls."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, call: Call) -> None:
        """Add a call that has no entries yet."""
        self._db.execute(_ADD_CALL, to_plain(call))

    def has(self, call_id: UUID) -> bool:
        """:returns: whether there is such a call."""
        return bool(self._db.table("calls").count_where("id = ?", [str(call_id)]))

    def get(self, call_id: UUID) -> Call:
        """:raises KeyError: if there is no such call."""
        rows = list(self._db.table("calls").rows_where("id = ?", [str(call_id)]))
        if not rows:
            raise KeyError(call_id)
        return from_plain(Call, rows[0])

    def all(self) -> list[Call]:
        """:returns: all calls in the order they were entered."""
        return [from_plain(Call, row) for row in self._db.table("calls").rows_where(order_by="rowid")]

    def entered_with(self, rep_ids: Iterable[UUID]) -> list[Call]:
        """:returns: the calls that were entered with one of these reps, in the order they were entered."""
        ids = [str(rep_id) for rep_id in rep_ids]
        where = f"rep_id IN ({','.join('?' * len(ids))})"
        return [
            from_plain(Call, row) for row in self._db.table("calls").rows_where(where, ids, order_by="rowid")
        ]


class Rubrics:
    """Every rubric version that was ever put in use, or came with a call; the words of a stored one never change.

    In use is the latest version that was put in use here. Of a rubric that only came with calls it is the latest of
    those: whoever brings all calls to another computer has the rubric there too. But no call puts a later version in
    the place of one that somebody here chose.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, rubric: Rubric, *, in_use: bool = True) -> None:
        """Store a version if it is not stored yet.

        :param in_use: whether it is put in use, and does not only come with a call.
        """
        key = {"id": rubric.id, "version": rubric.version}
        table = self._db.table("rubrics")
        stored = next(table.rows_where("id = :id AND version = :version", key), None)
        if stored is None:
            table.insert({**key, "data": as_json(rubric.to_json()), "in_use": int(in_use)}, pk=tuple(key))
        elif in_use and not stored["in_use"]:
            table.update(tuple(key.values()), {"in_use": 1})

    def get(self, rubric_id: str, version: int) -> Rubric:
        """:raises KeyError: if this version is not stored."""
        rows = list(self._db.table("rubrics").rows_where("id = ? AND version = ?", [rubric_id, version]))
        if not rows:
            raise KeyError((rubric_id, version))
        return _rubric(rows[0]["data"])

    def versions(self, rubric_id: str) -> list[Rubric]:
        """:returns: all versions of one rubric, the oldest first; none where there is no such rubric."""
        rows = self._db.table("rubrics").rows_where("id = ?", [rubric_id], order_by="version")
        return [_rubric(row["data"]) for row in rows]

    def in_use(self, rubric_id: str) -> Rubric | None:
        """:returns: the version in use of one rubric; None where there is no such rubric."""
        rows = self._db.table("rubrics").rows_where("id = ?", [rubric_id], order_by=_IN_USE_FIRST, limit=1)
        return next((_rubric(row["data"]) for row in rows), None)

    def next_version(self, rubric_id: str) -> int:
        """:returns: the number for what is put in use next: the first free one behind the version in use."""
        latest = self.in_use(rubric_id)
        taken = {one.version for one in self.versions(rubric_id)}
        return next(number for number in count(latest.version + 1 if latest else 1) if number not in taken)

    def latest(self) -> list[Rubric]:
        """:returns: every rubric in the version in use, by name."""
        one = f"SELECT version FROM rubrics AS known WHERE known.id = rubrics.id ORDER BY {_IN_USE_FIRST} LIMIT 1"
        found = [_rubric(row["data"]) for row in self._db.table("rubrics").rows_where(f"version = ({one})")]
        return sorted(found, key=lambda rubric: (rubric.name.casefold(), rubric.id))

    def wordings(self) -> Wordings:
        """:returns: the words of every skill in all that is stored; what cannot be read counts as not here."""
        return Wordings(rubric for _, rubric in self._all() if rubric)

    def unreadable(self) -> list[tuple[str, int]]:
        """:returns: the id and the version of what is stored and no rubric, or another one than it is kept as."""
        return [key for key, rubric in self._all() if rubric is None or (rubric.id, rubric.version) != key]

    def _all(self) -> Iterator[tuple[tuple[str, int], Rubric | None]]:
        for rubric_id, version, data in self._db.execute("SELECT id, version, data FROM rubrics"):
            rubric = None
            with suppress(SecondChairError, BadValueError):
                rubric = _rubric(data)
            yield (rubric_id, version), rubric


@lru_cache(maxsize=256)
def _rubric(data: str) -> Rubric:
    """Thousands of calls have the same few, and a stored one is never changed."""
    return Rubric.from_json(plain_from_json(data))


class Settings:
    """Small values by name."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str, hint: type[T], default: T) -> T:
        """:returns: the value stored under ``key`` read as ``hint``, or ``default`` if there is none."""
        rows = list(self._db.table("settings").rows_where("key = ?", [key]))
        return from_json(hint, rows[0]["value"]) if rows else default

    def put(self, key: str, value: Any) -> None:
        """Store ``value`` under ``key``."""
        self._db.table("settings").upsert({"key": key, "value": as_json(value)}, pk="key")


class Drafts:
    """What is being written, by what it is about and by kind.

    ``drafts`` are about a call and not yet part of its record; ``rubric_drafts`` are about a rubric and not yet in use.
    """

    def __init__(self, db: Database, table: str = "drafts", subject: str = "call_id") -> None:
        self._table = db.table(table)
        self._subject = subject

    def get(self, subject: UUID | str, kind: str, hint: type[T]) -> T | None:
        """:returns: the draft read as ``hint``, or None if there is none."""
        rows = list(self._table.rows_where(f"{self._subject} = ? AND kind = ?", [str(subject), kind]))
        return from_json(hint, rows[0]["data"]) if rows else None

    def of(self, subject: UUID | str) -> dict[str, Any]:
        """:returns: all drafts about one thing as plain values, by kind."""
        rows = self._table.rows_where(f"{self._subject} = ?", [str(subject)], order_by="kind")
        return {row["kind"]: plain_from_json(row["data"]) for row in rows}

    def all(self, kind: str, hint: type[T]) -> list[T]:
        """:returns: all drafts of a kind read as ``hint``, in the order they were begun."""
        rows = self._table.rows_where("kind = ?", [kind], order_by="rowid")
        return [from_json(hint, row["data"]) for row in rows]

    def put(self, subject: UUID | str, kind: str, value: Any) -> None:
        """Keep a draft in place of the one before."""
        row = {self._subject: str(subject), "kind": kind, "data": as_json(value)}
        self._table.upsert(row, pk=(self._subject, "kind"))

    def drop(self, subject: UUID | str, kind: str) -> None:
        """Forget a draft."""
        self._table.delete_where(f"{self._subject} = ? AND kind = ?", [str(subject), kind])
