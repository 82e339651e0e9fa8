"""Everybody and every open call, in one reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from exports.overview import MOST_OPEN, Overview, keep_cadence, keep_plan, overview, plan_in, standings
from scoring.cadence import CadencePlan, Seen, Standing, Step, two_step_plan
from scoring.call import Call
from scoring.facts import facts_of
from scoring.people import Rep
from scoring.rubric import default_rubric
from scoring.state import CallState, Phase
from scoring.store.store import Store
from tests.builders import NINE, a_rep, an_id

SKILL = default_rubric().skills[1]
NOW = NINE + timedelta(days=40)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path)
    yield store
    store.close()


@pytest.fixture
def ada(store: Store) -> Rep:
    rep = a_rep("Ada", started_on=date(2026, 3, 1))
    store.reps.save(rep)
    return rep


def a_call_with(store: Store, rep: Rep, day: int, phase: Phase = Phase.CLOSED) -> Call:
    """Store the facts of a call so many days after the first."""
    call = Call(id=an_id(), rep_id=rep.id, created_at=NINE + timedelta(days=day))
    store.calls.add(call)
    rubric = default_rubric()
    facts = replace(
        facts_of(call, CallState()),
        phase=phase,
        planned_at=call.created_at,
        rubric_id=rubric.id,
        rubric_version=rubric.version,
        focus_skills=(SKILL.id,),
    )
    store.facts.put(facts)
    return call


def days_of(shown: Overview) -> list[tuple[Phase, int]]:
    return [(one.facts.phase, (one.facts.when - NINE).days) for one in shown.calls]


# Everybody


def test_everybody_who_rides_along_comes_with_how_they_stand(store: Store, ada: Rep) -> None:
    store.reps.save(a_rep("Kim"))
    store.reps.save(replace(a_rep("Old Hand"), retired_at=NINE))
    a_call_with(store, ada, 0)
    first, second = overview(store, NOW).reps
    assert first.short
    assert (first.rep, first.short.calls, first.skill_name) == (ada, 1, SKILL.name)
    assert first.standing == Standing(seen=Seen.LATE, due=date(2026, 4, 10))
    assert (second.rep.name, second.short, second.skill_name) == ("Kim", None, "")
    assert second.standing == Standing(seen=Seen.NEVER)


def test_who_joined_at_an_unknown_time_is_new_since_the_first_call(store: Store) -> None:
    rep = a_rep("Kim")
    store.reps.save(rep)
    a_call_with(store, rep, 0)
    a_call_with(store, rep, 20)
    assert standings(store, NOW.date()) == {rep.id: Standing(seen=Seen.DUE, due=date(2026, 4, 30))}


def test_another_plan_holds_for_everybody_but_those_who_have_their_own(store: Store, ada: Rep) -> None:
    kim = a_rep("Kim", started_on=ada.started_on)
    store.reps.save(kim)
    for rep in (ada, kim):
        a_call_with(store, rep, 0)
    assert plan_in(store) == CadencePlan()
    keep_plan(store, two_step_plan(0, 1, 2))
    keep_cadence(store, kim.id, 0)
    assert plan_in(store) == CadencePlan(steps=(Step(from_month=0, every=2),))
    told = standings(store, NOW.date())
    assert told == {ada.id: Standing(seen=Seen.FINE, due=date(2026, 5, 10)), kim.id: Standing(seen=Seen.NONE)}
    keep_cadence(store, kim.id, None)
    assert standings(store, NOW.date())[kim.id] == told[ada.id]


def test_of_somebody_entered_twice_the_entry_that_counts_says_how_often(store: Store, ada: Rep) -> None:
    twin = a_rep("ada")
    store.reps.save(twin)
    a_call_with(store, twin, 0)
    keep_cadence(store, twin.id, 1)
    keep_cadence(store, ada.id, 6)
    store.merge(twin.id, ada.id)
    assert standings(store, NOW.date()) == {ada.id: Standing(seen=Seen.FINE, due=date(2026, 9, 10))}
    store.unmerge(twin.id)
    assert standings(store, NOW.date())[twin.id].due == date(2026, 4, 10)


@pytest.mark.parametrize(
    ("rubric_id", "skill", "name"),
    [
        ("", SKILL.id, SKILL.name),
        ("not-here", "juggling", "juggling"),
        ("joint-sales-call", "juggling", "juggling"),
    ],
)
def test_a_skill_is_told_by_its_id_where_no_rubric_knows_it(
    store: Store, ada: Rep, rubric_id: str, skill: str, name: str
) -> None:
    call = a_call_with(store, ada, 0)
    known = store.facts_of(call.id)
    store.facts.put(replace(known, rubric_id=rubric_id, focus_skills=(skill,)))
    (line,) = overview(store, NINE).reps
    assert line.skill_name == name


def test_another_rep_changes_nothing_for_the_first(store: Store, ada: Rep) -> None:
    a_call_with(store, ada, 0)
    (before,) = overview(store, NOW).reps
    kim = a_rep("Kim")
    store.reps.save(kim)
    keep_cadence(store, kim.id, 1)
    a_call_with(store, kim, 3)
    assert overview(store, NOW).reps[0] == before


# What is open


def test_open_calls_come_in_the_order_of_what_is_next(store: Store, ada: Rep) -> None:
    for day, phase in enumerate((Phase.PLANNED, Phase.DEBRIEFED, Phase.VIEWED, Phase.ENDED, Phase.RUNNING)):
        a_call_with(store, ada, day, phase)
    for phase in (Phase.CLOSED, Phase.CANCELLED, Phase.VOID, Phase.NO_SHOW):
        a_call_with(store, ada, 9, phase)
    shown = overview(store, NOW)
    assert [phase for phase, _ in days_of(shown)] == [
        Phase.RUNNING,
        Phase.ENDED,
        Phase.VIEWED,
        Phase.DEBRIEFED,
        Phase.PLANNED,
    ]
    assert {one.rep for one in shown.calls} == {ada}
    assert shown.more == 0


def test_of_very_many_the_most_urgent_are_shown_and_the_others_counted(store: Store, ada: Rep) -> None:
    for day in range(30):
        a_call_with(store, ada, day, Phase.DEBRIEFED)
    for day in (20, 39, 40, 41, 70):
        a_call_with(store, ada, day, Phase.PLANNED)
    a_call_with(store, ada, 1, Phase.ENDED)
    shown = overview(store, NOW)
    debriefed = [(Phase.DEBRIEFED, day) for day in range(30 - (MOST_OPEN - 6), 30)]
    planned = [(Phase.PLANNED, day) for day in (20, 39, 40, 41, 70)]
    assert days_of(shown) == [(Phase.ENDED, 1), *debriefed, *planned]
    assert len(shown.calls) == MOST_OPEN
    assert shown.more == 36 - MOST_OPEN


def test_what_is_to_come_is_never_behind_what_was_forgotten(store: Store, ada: Rep) -> None:
    for day in range(MOST_OPEN + 3):
        a_call_with(store, ada, day, Phase.PLANNED)
    a_call_with(store, ada, 40, Phase.PLANNED)
    assert days_of(overview(store, NOW))[-1] == (Phase.PLANNED, 40)
