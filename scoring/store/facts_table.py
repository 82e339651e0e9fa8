"""The facts in the file: one row a call, one a rated or marked skill. Always a copy of what the entries say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlite_utils import Database

from scoring.codec import BadValueError, as_json, from_json
from scoring.facts import FACTS_VERSION, CallFacts, Together
from scoring.seeking import plain
from scoring.state import Phase
from scoring.store.tables import storable

# Of each rep's calls: the latest, the latest with something to work on, and the latest that says something about a
# commitment: reading thousands of rows into objects takes seconds.
_TELLING = """
    WITH counted AS (
        SELECT call_id, rep_id, day, works, commits FROM facts WHERE phase IN ({marks})
    ), ranked AS (
        SELECT call_id, rep_id, works, commits,
            count(*) OVER (PARTITION BY rep_id) AS amount,
            row_number() OVER (PARTITION BY rep_id ORDER BY day DESC, call_id) AS nth,
            row_number() OVER (PARTITION BY rep_id, works ORDER BY day DESC, call_id) AS nth_works,
            row_number() OVER (PARTITION BY rep_id, commits ORDER BY day DESC, call_id) AS nth_commits
        FROM counted
    )
    SELECT ranked.rep_id, amount, call_id, data FROM ranked JOIN facts USING (call_id)
    WHERE nth = 1 OR (ranked.works AND nth_works = 1) OR (ranked.commits AND nth_commits = 1)
    ORDER BY ranked.rep_id, nth
"""


# Written out, as the entries are: to look the table up anew for each of a thousand calls takes longer than to write.
# The number stays: under it the words of the call stand in their index.
_PUT = """
    INSERT INTO facts (call_id, version, rep_id, phase, day, data, customer, call_type, way, works, commits)
    VALUES (:call_id, :version, :rep_id, :phase, :day, :data, :customer, :call_type, :way, :works, :commits)
    ON CONFLICT (call_id) DO UPDATE SET version = excluded.version, rep_id = excluded.rep_id, phase = excluded.phase,
        day = excluded.day, data = excluded.data, customer = excluded.customer, call_type = excluded.call_type,
        way = excluded.way, works = excluded.works, commits = excluded.commits
"""
_DROP_WORDS = "DELETE FROM words WHERE rowid = (SELECT number FROM facts WHERE call_id = ?)"
_ADD_WORDS = "INSERT INTO words (rowid, text) SELECT number, ? FROM facts WHERE call_id = ?"
_WORDS = "SELECT text FROM words WHERE rowid = (SELECT number FROM facts WHERE call_id = ?)"
_NUMBERED = (
    "SELECT number, call_id, data FROM facts WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"
)
_ADD_SKILL = "INSERT INTO skill_facts (call_id, skill, level, seen, missed) VALUES (?, ?, ?, ?, ?)"


class Facts:
    """The derived table that screens over many calls read."""

    def __init__(self, db: Database, made_again: Callable[[str], CallFacts]) -> None:
        """:param made_again: makes the facts of the call with this id from its entries, where they cannot be read."""
        self._db = db
        self._made_again = made_again

    def put(self, facts: CallFacts, words: str | None = None) -> None:
        """Store the facts of one call in place of the ones before.

        :param words: what of the call can be searched (``words_of``), or None where that is as it was.
        """
        assert self._db.conn is not None
        with self._db.atomic():
            self._db.execute(_PUT, _row(facts))
            self._db.execute("DELETE FROM skill_facts WHERE call_id = ?", [str(facts.call_id)])
            self._db.conn.executemany(_ADD_SKILL, _skill_rows(facts))
            if words is not None:
                self._db.execute(_DROP_WORDS, [str(facts.call_id)])
                self._db.execute(_ADD_WORDS, [storable(words), str(facts.call_id)])

    def get(self, call_id: UUID) -> CallFacts | None:
        """:returns: the facts of one call, or None."""
        return next(iter(self._read("call_id = ?", [str(call_id)])), None)

    def stored(self, call_id: UUID) -> CallFacts | None:
        """:returns: the facts of one call as they are stored, or None.

        :raises BadValueError: if they cannot be read.
        """
        rows = list(self._db.table("facts").rows_where("call_id = ?", [str(call_id)]))
        return from_json(CallFacts, rows[0]["data"]) if rows else None

    def words(self, call_id: UUID) -> str:
        """:returns: what of one call can be searched, as it is stored."""
        row = self._db.execute(_WORDS, [str(call_id)]).fetchone()
        return row[0] if row else ""

    def is_outdated(self, call_id: UUID) -> bool:
        """Whether the facts of one call are of another version; they are made anew when the app next opens the file."""
        rows = self._db.execute("SELECT version FROM facts WHERE call_id = ?", [str(call_id)]).fetchall()
        return bool(rows) and rows[0][0] != FACTS_VERSION

    def phase_of(self, call_id: UUID) -> Phase | None:
        """:returns: where one call stands, read without the rest of its facts, or None if it has none."""
        rows = self._db.execute("SELECT phase FROM facts WHERE call_id = ?", [str(call_id)]).fetchall()
        return Phase(rows[0][0]) if rows else None

    def all(self) -> list[CallFacts]:
        """:returns: the facts of all calls, latest first."""
        return self._read()

    def of_rep(self, rep_id: UUID) -> list[CallFacts]:
        """:returns: the facts of one rep's calls, latest first."""
        return self._read("rep_id = ?", [str(rep_id)])

    def in_phases(self, phases: Iterable[Phase]) -> list[CallFacts]:
        """:returns: the facts of the calls that stand in one of ``phases``, latest first."""
        names = list(phases)
        marks = ",".join("?" * len(names))
        return self._read(f"phase IN ({marks})", names)

    def numbered(self, numbers: Iterable[int]) -> dict[int, CallFacts]:
        """:returns: the facts of the calls with these numbers, by number, as far as there are such calls. Nothing of
        them is kept: whoever passes over years of calls holds only those asked for last."""
        rows = self._db.execute(_NUMBERED, [json.dumps(list(numbers))]).fetchall()
        return {number: self._read_once(call_id, data) for number, call_id, data in rows}

    def by_rep(self, phases: Iterable[Phase]) -> dict[UUID, Together]:
        """:returns: in short what was done with each rep, by id, in the calls that stand in one of ``phases``."""
        names = list(phases)
        rows = self._db.execute(_TELLING.format(marks=",".join("?" * len(names))), names).fetchall()
        found: dict[UUID, Together] = {}
        for rep, amount, call_id, data in rows:
            before = found.get(UUID(rep), Together(amount, ()))
            facts = self._facts({"call_id": call_id, "data": data})
            found[UUID(rep)] = replace(before, telling=(*before.telling, facts))
        return found

    def are_of_this_version(self) -> bool:
        """:returns: whether every call has facts, in the meaning and form of this version."""
        (missing,) = self._db.execute(
            "SELECT count(*) FROM calls LEFT JOIN facts ON facts.call_id = calls.id AND facts.version = ? "
            "WHERE facts.call_id IS NULL",
            [FACTS_VERSION],
        ).fetchone()
        return missing == 0

    def _read(self, where: str | None = None, values: list[Any] | None = None) -> list[CallFacts]:
        rows = self._db.table("facts").rows_where(where, values, order_by="day DESC, call_id")
        return [self._facts(row) for row in list(rows)]

    def _read_once(self, call_id: str, data: str) -> CallFacts:
        try:
            return from_json(CallFacts, data)
        except BadValueError:
            return self._made_again(call_id)

    def _facts(self, row: dict[str, Any]) -> CallFacts:
        try:
            return _read(row["data"])
        except BadValueError:
            return self._made_again(row["call_id"])


@lru_cache(maxsize=4096)
def _read(data: str) -> CallFacts:
    """Coming back to a list of thousands of calls, of which one has changed, reads one: facts are never changed."""
    return from_json(CallFacts, data)


def _row(facts: CallFacts) -> dict[str, Any]:
    return {
        "call_id": str(facts.call_id),
        "version": FACTS_VERSION,
        "rep_id": str(facts.rep_id),
        "phase": facts.phase,
        "day": utc_text(facts),
        "data": as_json(facts),
        "customer": storable(plain(facts.customer)),
        "call_type": facts.call_type,
        "way": facts.way,
        "works": bool(facts.focus_skills),
        "commits": bool(facts.commitments or facts.closings or facts.last_commitment),
    }


def _skill_rows(facts: CallFacts) -> list[tuple[Any, ...]]:
    call_id = str(facts.call_id)
    return [(call_id, one.skill, one.level, one.seen, one.missed) for one in facts.skills]


def utc_text(facts: CallFacts) -> str:
    """:returns: the time the call is sorted by, as UTC text that sorts by time."""
    return facts.when.astimezone(UTC).isoformat(timespec="milliseconds")
