"""What is held about a rep, gathered from the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from exports.access_pack.gathering import gather_call, gather_person
from scoring.archived import ARCHIVE_FOLDER
from scoring.debrief import MyView
from scoring.holds import Hold
from scoring.notes import CurtainNotes
from scoring.people import Rep
from scoring.store.store import Store
from tests.exports.builders import DANA, MORNING, PRIYA, Told, a_debriefed_call, id_of, started

OTHER = Rep(id=id_of(70), name="Sam Ortiz")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path)
    yield store
    store.close()


def test_the_person_comes_with_all_entries_and_calls_oldest_first(store: Store) -> None:
    merged = replace(PRIYA, id=id_of(71), coaching="Wait.")
    late = a_debriefed_call(1, MORNING + timedelta(days=2)).keep(store)
    early = Told(number=2, rep=merged).keep(store)
    Told(number=3, rep=OTHER).keep(store)
    store.merge(merged.id, PRIYA.id)
    person = gather_person(store, merged.id)
    assert person.entries == (PRIYA, merged)
    assert person.coaching == (PRIYA.coaching, "Wait.")
    assert person.calls == (early.call.id, late.call.id)
    assert person.manager == DANA
    assert person.archive is None
    store.settings.put(ARCHIVE_FOLDER, "/mnt/hr")
    assert gather_person(store, PRIYA.id).archive == Path("/mnt/hr")


def test_the_holds_are_those_on_the_person_and_their_calls(store: Store) -> None:
    mine = a_debriefed_call(1).keep(store)
    theirs = Told(number=2, rep=OTHER).keep(store)
    a_hold = partial(Hold, reason="A claim", placed_at=MORNING)
    holds = [
        a_hold(id=id_of(80), rep_id=PRIYA.id),
        a_hold(id=id_of(81), call_id=mine.call.id),
        a_hold(id=id_of(82), rep_id=OTHER.id),
        a_hold(id=id_of(83), call_id=theirs.call.id),
    ]
    for hold in holds:
        store.holds.save(hold)
    assert gather_person(store, PRIYA.id).holds == tuple(holds[:2])


def test_a_view_that_is_being_written_is_left_out_and_that_is_said(store: Store) -> None:
    told = started()
    told.end().keep(store)
    assert not gather_call(store, told.call.id).withheld
    store.drafts.put(told.call.id, "MyView", MyView(outcome_words="Not yet"))
    store.drafts.put(told.call.id, "CurtainNotes", CurtainNotes(text="Nice office"))
    held = gather_call(store, told.call.id)
    assert held.withheld
    assert held.drafts == {"CurtainNotes": {"text": "Nice office"}}


def test_once_the_rep_has_spoken_nothing_is_left_out(store: Store) -> None:
    told = a_debriefed_call().keep(store)
    store.drafts.put(told.call.id, "MyView", MyView())
    held = gather_call(store, told.call.id)
    assert not held.withheld
    assert list(held.drafts) == ["MyView"]
    assert len(held.pages) == 1
