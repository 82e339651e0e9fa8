"""Everybody there is something held about, each once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exports.people import held_people
from scoring.holds import lift_hold, place_hold
from scoring.people import Rep
from scoring.store.store import Store
from tests.exports.builders import MORNING, PRIYA, Told, a_debriefed_call, id_of

TWIN = replace(PRIYA, id=id_of(71), name="priya  nair")
SAM = Rep(id=id_of(70), name="Sam Ortiz")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path)
    a_debriefed_call(1).keep(store)
    Told(number=2, rep=TWIN).keep(store)
    store.reps.save(SAM)
    yield store
    store.close()


def told(store: Store) -> list[tuple[str, int, int, int, int]]:
    """:returns: of each person the name, and how many entries, calls, pages and holds there are."""
    return [
        (one.rep.name, len(one.entries), one.calls, one.pages, len(one.holds))
        for one in held_people(store).people
    ]


def test_whoever_is_entered_twice_counts_once_when_merged(store: Store) -> None:
    assert told(store) == [("priya  nair", 1, 1, 0, 0), ("Priya Nair", 1, 1, 1, 0), ("Sam Ortiz", 1, 0, 0, 0)]
    assert [{rep.id for rep in pair} for pair in held_people(store).doubles] == [{PRIYA.id, TWIN.id}]
    store.merge(TWIN.id, PRIYA.id)
    assert told(store) == [("Priya Nair", 2, 2, 1, 0), ("Sam Ortiz", 1, 0, 0, 0)]
    assert held_people(store).doubles == ()


def test_holds_on_any_entry_and_on_any_call_are_told_until_they_are_lifted(store: Store) -> None:
    store.merge(TWIN.id, PRIYA.id)
    on_twin = place_hold("A claim", MORNING, rep_id=TWIN.id)
    on_call = place_hold("Another", MORNING, call_id=id_of(2))
    for hold in (on_twin, on_call):
        store.holds.save(hold)
    assert told(store)[0][-1] == 2
    store.holds.save(lift_hold(on_twin, MORNING))
    assert held_people(store).people[0].holds == (on_call,)
