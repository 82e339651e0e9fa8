"""Finding calls by what is typed and chosen, over years of them, while one types.

Filters and orders read an index that holds all they need, so that no call's facts are touched; the words that were
written and heard lie in a full-text table of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from sqlite_utils import Database

from scoring.call_type import CallType
from scoring.facts import CallFacts
from scoring.finding import CallQuery, KnownAs, Order, Which, known_as, phases_of, sought_words
from scoring.rubric import Rubric
from scoring.seeking import as_words
from scoring.state import Phase
from scoring.store.archive_tables import Merges
from scoring.store.facts_table import Facts
from scoring.store.tables import Reps, Rubrics

Condition = tuple[str, Sequence[Any]]
"""What a call must fulfil, and the values in it."""

_ORDER_BY = {
    Order.DATE: "day",
    Order.REP: "people.place",
    Order.CUSTOMER: "customer",
    Order.LED: "instr({types}, ',' || call_type || ',')",
    Order.STATE: "instr({phases}, ',' || phase || ',')",
}
_PEOPLE = "LEFT JOIN (SELECT key AS place, value AS id FROM json_each(?)) AS people ON people.id = rep_id"

_SPOKEN_OF = """(
    rep_id IN (SELECT value FROM json_each(?)) OR instr(customer, ?) > 0
    OR number IN (SELECT rowid FROM words WHERE words MATCH ?)
)"""
_SHOWN = """EXISTS (
    SELECT 1 FROM skill_facts INDEXED BY skills_listed
    WHERE skill = ? AND skill_facts.call_id = facts.call_id AND {column} > 0
)"""
_RUBRICS = """
    SELECT rubric_id, max(rubric_version) FROM facts INDEXED BY facts_listed
    WHERE rubric_id <> '' GROUP BY rubric_id ORDER BY rubric_id
"""
_USES = """
    SELECT rubric_id, count(*) FROM facts INDEXED BY facts_listed WHERE rubric_id <> '' GROUP BY rubric_id
"""


class Finding:
    """Says which calls there are that fit, by their numbers, and reads those that are to be shown."""

    def __init__(self, db: Database, facts: Facts) -> None:
        self._db = db
        self._facts = facts

    def people(self) -> tuple[KnownAs, ...]:
        """:returns: everybody once, by name, with all names they were entered with."""
        return known_as(Reps(self._db).all(), Merges(self._db).all())

    def count(self) -> int:
        """:returns: how many calls there are."""
        (amount,) = self._db.execute("SELECT count(*) FROM facts").fetchone()
        return amount

    def find(self, query: CallQuery, people: Sequence[KnownAs]) -> list[int]:
        """Find the calls that fit. No words can be typed that raise.

        :param people: as ``people`` says.
        :returns: their numbers in order.
        """
        conditions = [*_chosen(query), *(_spoken_of(word, people) for word in sought_words(query.words))]
        where = " AND ".join(condition for condition, _ in conditions)
        values = [value for _, some in conditions for value in some]
        join, placed = (_PEOPLE, [_ids(people)]) if query.order is Order.REP else ("", [])
        # Another index would lead to fewer rows, each of which would have to be read from among the facts themselves.
        sql = f"SELECT number FROM facts INDEXED BY facts_listed {join} WHERE {where} ORDER BY {_order_by(query)}"
        return [number for (number,) in self._db.execute(sql, [*placed, *values])]

    def rubrics(self) -> list[Rubric]:
        """:returns: the rubrics that calls were watched with, each in its latest wording, as far as they are here."""
        rows = self._db.execute(_RUBRICS).fetchall()
        found: list[Rubric] = []
        for rubric_id, version in rows:
            with suppress(KeyError):
                found.append(Rubrics(self._db).get(rubric_id, version))
        return found

    def rubric_uses(self) -> dict[str, int]:
        """:returns: how many calls each rubric was chosen for, in whatever version, by its id."""
        return dict(self._db.execute(_USES).fetchall())

    def rows(self, numbers: Sequence[int]) -> dict[int, CallFacts]:
        """:returns: the facts of these calls by their numbers; those that are gone are left out."""
        return self._facts.numbered(numbers)


def _chosen(query: CallQuery) -> Iterable[Condition]:
    """:returns: what is chosen and not typed; at least one condition."""
    yield "true", ()
    if query.which is not Which.ALL:
        phases = phases_of(query.which)
        yield f"phase IN ({_marks(phases)})", phases
    if query.rep_id:
        yield "rep_id = ?", [str(query.rep_id)]
    if query.call_type:
        yield "call_type = ?", [query.call_type]
    if query.rubric_id is not None:
        yield "rubric_id = ?", [query.rubric_id]
    if query.rubric_version is not None:
        yield "rubric_version = ?", [query.rubric_version]
    if query.skill:
        column = "seen" if query.skill.seen else "missed"
        yield _SHOWN.format(column=column), [query.skill.skill]
    if query.since:
        yield "on_day >= ?", [query.since.isoformat()]
    if query.until:
        yield "on_day <= ?", [query.until.isoformat()]


def _spoken_of(word: str, people: Iterable[KnownAs]) -> Condition:
    """:param word: as ``plain`` leaves it.
    :returns: that the word stands in a rep's name or the customer, or begins one that was written or heard."""
    named = _ids(one for one in people if word in one.names)
    return _SPOKEN_OF, [named, word, _as_it_begins(word)]


def _as_it_begins(word: str) -> str:
    """:returns: what finds the beginning of a word. Within quotes nothing is a sign of the full-text language but the
    quote itself, which is doubled."""
    doubled = as_words(word).replace('"', '""')
    return f'"{doubled}"*'


def _order_by(query: CallQuery) -> str:
    """Types and phases in their own order, what is alike in it latest first."""
    wanted = _ORDER_BY[query.order].format(types=_listed(CallType), phases=_listed(Phase))
    way = "DESC" if query.descending else "ASC"
    return f"{wanted} {way}, {'' if query.order is Order.DATE else 'day DESC, '}call_id"


def _listed(values: Iterable[str]) -> str:
    return f"',{','.join(values)},'"


def _ids(people: Iterable[KnownAs]) -> str:
    return json.dumps([str(one.rep_id) for one in people])


def _marks(values: Sequence[Any]) -> str:
    return ",".join("?" * len(values))
