"""One person entered twice becomes one everywhere, without a call or an entry being changed, and can be taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.importing import Arrival, read_file, take_in
from exports.page_file import draw_call
from exports.page_source import page_source
from exports.reading import facts_in
from exports.record import record_json
from scoring.entry import HandedOver
from scoring.errors import SecondChairError
from scoring.facts import facts_of
from scoring.handing_over import HandOver
from scoring.merging import counts_as
from scoring.people import Rep
from scoring.state import LOGGED_PHASES
from scoring.store.store import Store
from tests.exports.builders import MORNING, PRIYA, Told, a_debriefed_call, a_plan, id_of

PEOPLE = [
    replace(PRIYA, id=UUID(int=number, version=4), name=f"Priya Nair {number}", coaching=f"COACHING {number}")
    for number in range(1, 5)
]
FIRST, SECOND, THIRD, FOURTH = (rep.id for rep in PEOPLE)


def a_call_with(rep: Rep, number: int) -> Told:
    told = Told(number=number, rep=rep, at=MORNING + timedelta(days=number), plan=a_plan())
    told.book.start()
    told.clock.go(30)
    told.end().view().debrief()
    return told


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Four entries with a call each, debriefed on days one after the other."""
    store = Store.open(tmp_path / "data")
    for number, rep in enumerate(PEOPLE, 1):
        a_call_with(rep, number).keep(store)
    yield store
    store.close()


@dataclass(frozen=True)
class Seen:
    """All that may be seen of the data, and all that must never change."""

    reps: list[Rep]
    facts: list[object]
    pages: list[bytes]
    log: list[object]


def seen(store: Store) -> Seen:
    calls = store.calls.all()
    return Seen(
        reps=store.counted_reps(),
        facts=[facts_in(store, rep.id) for rep in PEOPLE],
        pages=[record_json(page_source(store, call.id)) for call in calls],
        log=[store.reps.all(), calls, [store.entries.of(call.id) for call in calls]],
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wishes=st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from([None, *PEOPLE])), max_size=8))
def test_whatever_is_merged_and_taken_apart_all_is_as_before_in_the_end(
    store: Store, wishes: list[tuple[Rep, Rep | None]]
) -> None:
    before = seen(store)
    drawn = [draw_call(page_source(store, id_of(number)), "a4").pdf for number in (1, 4)]
    for rep, into in wishes:
        if into is not None:
            _merge_if_it_makes_sense(store, rep, into)
        elif rep.id in store.merges.all():
            _prove_that_it_can_be_put_back(store, rep)
        assert seen(store).log == before.log
        assert store.check() == []
        _prove_that_every_call_counts_once(store)
    for rep_id in store.merges.all():
        store.unmerge(rep_id)
    assert seen(store) == before
    assert [draw_call(page_source(store, id_of(number)), "a4").pdf for number in (1, 4)] == drawn


def _merge_if_it_makes_sense(store: Store, rep: Rep, into: Rep) -> None:
    merges = store.merges.all()
    try:
        store.merge(rep.id, into.id)
    except SecondChairError:
        assert store.merges.all() == merges
        return
    assert store.counts_as(rep.id) == store.counts_as(into.id)


def _prove_that_it_can_be_put_back(store: Store, rep: Rep) -> None:
    merged = seen(store)
    into = store.unmerge(rep.id)
    assert store.counts_as(rep.id) == rep.id
    store.merge(rep.id, into)
    assert seen(store) == merged
    store.unmerge(rep.id)


def _prove_that_every_call_counts_once(store: Store) -> None:
    merges = store.merges.all()
    for call in store.calls.all():
        facts = store.facts.get(call.id)
        assert facts == facts_of(call, store.state(call.id), counts_as(merges, call.rep_id))
    everyone = [facts.call_id for rep in store.counted_reps() for facts in facts_in(store, rep.id)]
    assert sorted(everyone) == sorted(call.id for call in store.calls.all())
    assert sum(store.facts.counts_by_rep(LOGGED_PHASES).values()) == len(everyone)


def test_the_calls_of_both_are_found_under_either_entry(store: Store) -> None:
    store.merge(SECOND, FIRST)
    assert [rep.id for rep in store.counted_reps()] == [FIRST, THIRD, FOURTH]
    assert [facts.call_id for facts in facts_in(store, FIRST)] == [id_of(2), id_of(1)]
    assert facts_in(store, SECOND) == facts_in(store, FIRST)
    assert [rep.id for rep in store.entries_of_rep(SECOND)] == [FIRST, SECOND]


def test_a_chain_is_taken_apart_link_by_link(store: Store) -> None:
    store.merge(FIRST, SECOND)
    store.merge(SECOND, THIRD)
    assert store.counts_as(FIRST) == THIRD
    assert [rep.id for rep in store.entries_of_rep(FIRST)] == [THIRD, FIRST, SECOND]
    store.unmerge(SECOND)
    assert store.counts_as(FIRST) == SECOND
    assert [facts.call_id for facts in facts_in(store, SECOND)] == [id_of(2), id_of(1)]


def test_a_new_page_says_who_they_are_now_and_its_record_fits_its_call(store: Store, tmp_path: Path) -> None:
    store.merge(SECOND, FIRST)
    source = page_source(store, id_of(2))
    assert (source.rep.name, source.rep.id, source.call.rep_id) == ("Priya Nair 1", SECOND, SECOND)
    assert source.before.calls == 1
    path = tmp_path / "page.pdf"
    path.write_bytes(draw_call(source, "a4").pdf)
    assert read_file(path).rep == source.rep


def test_a_page_that_somebody_has_stays_as_it_was(store: Store) -> None:
    there = page_source(store, id_of(2))
    note = HandedOver(how=HandOver.SAVED, context=there.context)
    last = store.entries.of(id_of(2))[-1]
    store.append([replace(last, id=id_of(900), what=note)])
    before = draw_call(page_source(store, id_of(2)), "a4").pdf
    store.merge(SECOND, FIRST)
    assert draw_call(page_source(store, id_of(2)), "a4").pdf == before


def test_a_record_that_comes_in_with_the_merged_entry_belongs_to_the_one(
    store: Store, tmp_path: Path
) -> None:
    store.merge(SECOND, FIRST)
    elsewhere = Store.open(tmp_path / "elsewhere")
    later = a_call_with(PEOPLE[1], 9).keep(elsewhere)
    source = page_source(elsewhere, later.call.id)
    elsewhere.close()
    assert take_in(store, source, MORNING).arrival == Arrival.NEW
    assert store.calls.get(later.call.id).rep_id == SECOND
    assert later.call.id in [facts.call_id for facts in facts_in(store, FIRST)]
    assert store.check() == []


def test_facts_that_are_worked_out_anew_count_the_same(store: Store) -> None:
    store.merge(SECOND, FIRST)
    expected = facts_in(store, FIRST)
    store.reps.save(PRIYA)
    store.calls.add(
        a_debriefed_call(50).call
    )  # as long as it has no facts, those of all calls are made from entries
    assert not store.facts.are_of_this_version()
    assert facts_in(store, FIRST) == facts_in(store, SECOND) == expected
    store.rebuild_facts()
    assert facts_in(store, FIRST) == expected
