"""The facts in the file: one row a call, one a rated or marked skill. Always a copy of what the entries say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlite_utils import Database

from scoring.codec import BadValueError, as_json, from_json
from scoring.facts import FACTS_VERSION, CallFacts
from scoring.in_short import RepInShort, traits
from scoring.mirror import MirrorCall, as_row, from_rows, mirror_call
from scoring.seeking import plain
from scoring.state import LOGGED_PHASES, Phase
from scoring.store.in_short_table import reps_in_short, reps_seen_on
from scoring.store.tables import storable

_NEXT_FIRST = """
    SELECT call_id, data FROM facts WHERE phase = :phase AND day >= :day ORDER BY day, call_id LIMIT :most
"""
_LATEST_FIRST = """
    SELECT call_id, data FROM facts WHERE phase = :phase AND day < :day ORDER BY day DESC, call_id LIMIT :most
"""
_ALWAYS = "9999"  # later than any day
_COUNT = "SELECT count(*) FROM facts WHERE phase IN ({marks})"
_COUNTS = "SELECT rep_id, count(*) FROM facts WHERE +phase IN ({marks}) GROUP BY rep_id"
# Written out, as the entries are: to look the table up anew for each of a thousand calls takes longer than to write.
# The number stays: under it the words of the call stand in their index.
_PUT = """
    INSERT INTO facts (call_id, version, rep_id, phase, day, on_day, data, customer, call_type, rubric_id,
        rubric_version, focus, agreed, mirror)
    VALUES (:call_id, :version, :rep_id, :phase, :day, :on_day, :data, :customer, :call_type, :rubric_id,
        :rubric_version, :focus, :agreed, :mirror)
    ON CONFLICT (call_id) DO UPDATE SET version = excluded.version, rep_id = excluded.rep_id, phase = excluded.phase,
        day = excluded.day, on_day = excluded.on_day, data = excluded.data, customer = excluded.customer,
        call_type = excluded.call_type, rubric_id = excluded.rubric_id, rubric_version = excluded.rubric_version,
        focus = excluded.focus, agreed = excluded.agreed, mirror = excluded.mirror
"""
_DROP_WORDS = "DELETE FROM words WHERE rowid = (SELECT number FROM facts WHERE call_id = ?)"
_ADD_WORDS = "INSERT INTO words (rowid, text) SELECT number, ? FROM facts WHERE call_id = ?"
_WORDS = "SELECT text FROM words WHERE rowid = (SELECT number FROM facts WHERE call_id = ?)"
# By the index of phases: a table with all that is known of ten thousand calls takes longer to walk through.
_MIRRORED = """
    SELECT call_id, mirror, version FROM facts WHERE phase IN ({marks}) AND day >= ? ORDER BY day DESC, call_id
"""
_NUMBERED = (
    "SELECT number, call_id, data FROM facts WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"
)
_SKILL_COLUMNS = "call_id, skill, level, from_memory, seen, missed"
# A call has facts once: to count both is enough, and needs no row of ten thousand.
_MISSING = "SELECT (SELECT count(*) FROM calls) - (SELECT count(*) FROM facts WHERE version = ?)"
_ADD_SKILL = f"INSERT INTO skill_facts ({_SKILL_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"


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

    def agree_with(self, facts: CallFacts, words: str) -> bool:
        """Whether all that is stored of one call is what would be written now: its facts and what they are listed by,
        its skills, and the words by which it is found."""
        expected, call_id = _row(facts), facts.call_id
        stored = list(
            self._db.table("facts").rows_where("call_id = ?", [str(call_id)], select=",".join(expected))
        )
        return (
            stored == [expected]
            and self._skills(call_id) == set(_skill_rows(facts))
            and self.words(call_id) == storable(words)
        )

    def _skills(self, call_id: UUID) -> set[tuple[Any, ...]]:
        rows = self._db.table("skill_facts").rows_where("call_id = ?", [str(call_id)], select=_SKILL_COLUMNS)
        return {tuple(row.values()) for row in rows}

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

    def some_in(self, phase: Phase, most: int, *, since: datetime | None = None) -> list[CallFacts]:
        """:param since: first those from then on, the next one first.
        :returns: the facts of at most so many calls that stand in ``phase``; latest first, but for ``since``."""
        day = since.astimezone(UTC).isoformat(timespec="milliseconds") if since else _ALWAYS
        values = {"phase": phase, "day": day, "most": most}
        rows = self._db.execute(_NEXT_FIRST, values).fetchall() if since else []
        rows += self._db.execute(_LATEST_FIRST, {**values, "most": most - len(rows)}).fetchall()
        return [self._facts({"call_id": call_id, "data": data}) for call_id, data in rows]

    def count_in(self, phases: Iterable[Phase]) -> int:
        """:returns: how many calls stand in one of ``phases``."""
        names = list(phases)
        count = _COUNT.format(marks=",".join("?" * len(names)))
        (amount,) = self._db.execute(count, names).fetchone()
        return amount

    def counts_by_rep(self, phases: Iterable[Phase]) -> dict[UUID, int]:
        """:returns: how many calls with each rep stand in one of ``phases``; reps without any are not among them."""
        names = list(phases)
        rows = self._db.execute(_COUNTS.format(marks=",".join("?" * len(names))), names)
        return {UUID(rep_id): amount for rep_id, amount in rows}

    def by_rep(self) -> dict[UUID, RepInShort]:
        """:returns: the calls with everybody in short, by rep; who was never seen is not among them."""
        return reps_in_short(self._db)

    def seen_on(self) -> dict[UUID, tuple[date, date]]:
        """:returns: the days of the first and of the last joint call with each rep; who was never seen is not there."""
        return reps_seen_on(self._db)

    def mirror_calls(self, since: datetime) -> list[MirrorCall]:
        """:param since: with its UTC offset.
        :returns: what the mirror knows of the calls that took place since then, latest first."""
        marks = ",".join("?" * len(LOGGED_PHASES))
        values = [*LOGGED_PHASES, _utc_text(since)]
        rows = self._db.execute(_MIRRORED.format(marks=marks), values).fetchall()
        try:
            return from_rows([row if version == FACTS_VERSION else "" for _, row, version in rows])
        except (BadValueError, TypeError):
            return self._mirrored_one_by_one(rows)

    def _mirrored_one_by_one(self, rows: Iterable[tuple[str, str | None, int]]) -> list[MirrorCall]:
        """What cannot be read, or is of another version, is made again."""
        found: list[MirrorCall] = []
        for call_id, row, version in rows:
            try:
                found.extend(from_rows([row if row and version == FACTS_VERSION else ""]))
            except BadValueError:
                again = mirror_call(self._made_again(call_id))
                found.extend([again] if again else [])
        return found

    def are_of_this_version(self) -> bool:
        """:returns: whether every call has facts, in the meaning and form of this version."""
        (missing,) = self._db.execute(_MISSING, [FACTS_VERSION]).fetchone()
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
    told = traits(facts)
    return {
        "call_id": str(facts.call_id),
        "version": FACTS_VERSION,
        "rep_id": str(facts.rep_id),
        "phase": facts.phase,
        "day": utc_text(facts),
        "on_day": told.day,
        "data": as_json(facts),
        "customer": storable(plain(facts.customer)),
        "call_type": facts.call_type,
        "rubric_id": facts.rubric_id,
        "rubric_version": facts.rubric_version,
        "focus": told.focus,
        "agreed": told.agreed,
        "mirror": as_row(mirror_call(facts)),
    }


def _skill_rows(facts: CallFacts) -> list[tuple[Any, ...]]:
    call_id = str(facts.call_id)
    return [
        (call_id, one.skill, one.level, int(one.from_memory), one.seen, one.missed) for one in facts.skills
    ]


def utc_text(facts: CallFacts) -> str:
    """:returns: the time the call is sorted by, as UTC text that sorts by time."""
    return _utc_text(facts.when)


def _utc_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
