"""Everybody in short, told by SQLite: of years of calls only the index of their traits is read."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from sqlite_utils import Database

from scoring.in_short import AGREED, BETWEEN_CALLS, MOST_LEVELS, RepInShort, short_of
from scoring.state import LOGGED_PHASES
from scoring.store.tables import Rubrics
from scoring.wordings import Wording

_PHASES = ", ".join(f"'{phase}'" for phase in LOGGED_PHASES)
# The plus keeps SQLite from the index of phases, which leads to all calls there are.
_OF_REP = f"FROM facts WHERE rep_id = reps.id AND +phase IN ({_PHASES})"
_LATEST = "ORDER BY day DESC, call_id LIMIT 1"
_FIRST_ON = f"(SELECT on_day {_OF_REP} ORDER BY day, call_id DESC LIMIT 1)"
_LAST_ON = f"(SELECT on_day {_OF_REP} {_LATEST})"
SEEN_ON = f"SELECT id, {_FIRST_ON}, {_LAST_ON} FROM reps"
_WORDING = "rubric_id || ' ' || rubric_version"
IN_SHORT = f"""
    WITH told AS MATERIALIZED (
        SELECT id,
            (SELECT count(*) {_OF_REP}) AS calls,
            {_FIRST_ON},
            {_LAST_ON},
            (SELECT focus {_OF_REP} AND focus <> '' {_LATEST}),
            (SELECT {_WORDING} {_OF_REP} AND focus <> '' {_LATEST}),
            (SELECT group_concat(agreed, '{BETWEEN_CALLS}') FROM (
                SELECT agreed {_OF_REP} AND agreed <> ''
                    AND day >= (SELECT day {_OF_REP} AND instr(agreed, '{AGREED}') > 0 {_LATEST})
                ORDER BY day DESC, call_id
            ))
        FROM reps
    )
    SELECT * FROM told WHERE calls > 0
"""
LEVELS = f"""
    SELECT level FROM facts JOIN skill_facts USING (call_id)
    WHERE rep_id = :rep AND +phase IN ({_PHASES}) AND {_WORDING} IN (SELECT value FROM json_each(:alike))
        AND skill_facts.skill = :skill AND level IS NOT NULL AND NOT from_memory
    ORDER BY day DESC, call_id LIMIT {MOST_LEVELS}
"""


def reps_in_short(db: Database) -> dict[UUID, RepInShort]:
    """:returns: the calls with everybody in short, by rep; who was never seen is not among them."""
    levels = _Levels(db)
    shorts: dict[UUID, RepInShort] = {}
    for rep_id, calls, first, last, focus, wording, agreed in db.execute(IN_SHORT).fetchall():
        working = (focus, _wording(wording)) if focus else None
        told = levels.of(rep_id, *working) if working else ()
        shorts[UUID(rep_id)] = short_of(
            calls, first, last, working, told, (agreed or "").split(BETWEEN_CALLS)
        )
    return shorts


def reps_seen_on(db: Database) -> dict[UUID, tuple[date, date]]:
    """:returns: the days of the first and of the last joint call with each rep; who was never seen is not there."""
    return {
        UUID(rep_id): (date.fromisoformat(first), date.fromisoformat(last))
        for rep_id, first, last in db.execute(SEEN_ON)
        if first
    }


class _Levels:
    """Asks for the last levels of a skill. Which rubrics have it in the same words is worked out once for all reps."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._wordings = Rubrics(db).wordings()
        self._alike: dict[tuple[str, Wording], str] = {}

    def of(self, rep_id: str, skill: str, wording: Wording) -> list[int]:
        """:returns: the latest first."""
        if (skill, wording) not in self._alike:
            alike = self._wordings.alike(skill, wording)
            self._alike[skill, wording] = json.dumps([f"{one.rubric_id} {one.version}" for one in alike])
        asked = {"rep": rep_id, "skill": skill, "alike": self._alike[skill, wording]}
        return [level for (level,) in self._db.execute(LEVELS, asked)]


def _wording(text: str) -> Wording:
    rubric_id, version = text.rsplit(" ", 1)
    return Wording(rubric_id, int(version))
