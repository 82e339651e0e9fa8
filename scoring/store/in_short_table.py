"""Everybody in short, told by SQLite: of years of calls only the index of their traits is read."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlite_utils import Database

from scoring.in_short import AGREED, BETWEEN_CALLS, MOST_LEVELS, RepInShort, short_of
from scoring.state import LOGGED_PHASES

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
            (SELECT focus {_OF_REP} AND focus <> '' {_LATEST}) AS working_on,
            (SELECT {_WORDING} {_OF_REP} AND focus <> '' {_LATEST}) AS wording,
            (SELECT group_concat(agreed, '{BETWEEN_CALLS}') FROM (
                SELECT agreed {_OF_REP} AND agreed <> ''
                    AND day >= (SELECT day {_OF_REP} AND instr(agreed, '{AGREED}') > 0 {_LATEST})
                ORDER BY day DESC, call_id
            ))
        FROM reps
    )
    SELECT told.*, (
        SELECT group_concat(level, ' ') FROM (
            SELECT level FROM facts JOIN skill_facts USING (call_id)
            WHERE rep_id = told.id AND +phase IN ({_PHASES}) AND {_WORDING} = told.wording
                AND skill_facts.skill = told.working_on AND level IS NOT NULL AND NOT from_memory
            ORDER BY day DESC, call_id LIMIT {MOST_LEVELS}
        )
    )
    FROM told WHERE calls > 0
"""


def reps_in_short(db: Database) -> dict[UUID, RepInShort]:
    """:returns: the calls with everybody in short, by rep; who was never seen is not among them."""
    return {
        UUID(rep_id): short_of(
            calls,
            first,
            last,
            (focus, wording) if focus else None,
            map(int, (levels or "").split()),
            (agreed or "").split(BETWEEN_CALLS),
        )
        for rep_id, calls, first, last, focus, wording, agreed, levels in db.execute(IN_SHORT)
    }


def reps_seen_on(db: Database) -> dict[UUID, tuple[date, date]]:
    """:returns: the days of the first and of the last joint call with each rep; who was never seen is not there."""
    return {
        UUID(rep_id): (date.fromisoformat(first), date.fromisoformat(last))
        for rep_id, first, last in db.execute(SEEN_ON)
        if first
    }
