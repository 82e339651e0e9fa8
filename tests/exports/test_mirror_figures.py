from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from exports.importing import take_in
from exports.mirror_figures import LATEST, goals_in, keep_goals, mirror
from exports.page_source import page_source
from scoring.measures.one_thing import Habit
from scoring.mirror_goals import MirrorGoals
from scoring.people import Manager, Rep
from scoring.store.store import Store
from tests.builders import a_call, a_rep
from tests.exports.builders import MORNING, a_debriefed_call
from tests.exports.mirror_logs import a_call_for_the_mirror, days_after


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path)) as opened:
        yield opened


@pytest.fixture
def rep(store: Store) -> Rep:
    rep = a_rep("Priya Nair")
    store.reps.save(rep)
    return rep


def test_without_calls_there_is_nothing_in_the_mirror(store: Store) -> None:
    found = mirror(store, 12, days_after(0))
    assert (found.calls, found.one_thing, found.own_share.points, found.observed) == (0, None, (), ())


def test_every_measure_is_of_the_calls_in_the_time_looked_at(store: Store, rep: Rep) -> None:
    a_call_for_the_mirror(store, rep, 0)
    later = a_call_for_the_mirror(store, rep, 200, taken_over=True)
    found = mirror(store, 3, days_after(210))
    assert (found.since, found.calls) == (date(2026, 7, 6), 1)
    assert [call.id for call in found.observed] == [later.id]
    assert [point.value for point in found.step_ins.a_call.points] == [1]
    assert [point.value for point in found.hand_backs.times.points] == [30_000]
    assert [point.value for point in found.debrief_delays.times.points] == [20 * 60_000]
    assert found.own_share.points[0].value == pytest.approx(12 / 58)
    assert mirror(store, 12, days_after(210)).calls == 2


@pytest.mark.parametrize(
    ("name", "own"), [("Dana Whitfield", 1), ("dana  whitfield", 1), ("Somebody", 0), ("", 1)]
)
def test_a_call_from_elsewhere_counts_where_it_is_the_managers_own(
    store: Store, tmp_path: Path, name: str, own: int
) -> None:
    with closing(Store.open(tmp_path / "elsewhere")) as elsewhere:
        source = page_source(elsewhere, a_debriefed_call().keep(elsewhere).call.id)
    take_in(store, source, MORNING)
    store.settings.put("manager", Manager(name=name))
    found = mirror(store, 12, MORNING + timedelta(days=1))
    assert (found.calls, found.of_others) == (own, 1 - own)
    assert store.check() == []


def test_what_is_said_first_is_what_the_calls_carry(store: Store, rep: Rep) -> None:
    for day in range(3):
        a_call_for_the_mirror(store, rep, day, taken_over=True)
    assert mirror(store, 12, days_after(9)).one_thing is None
    a_call_for_the_mirror(store, rep, 3, taken_over=True)
    found = mirror(store, 12, days_after(9)).one_thing
    assert found
    assert found.habit == Habit.TAKEN_OVER


def test_the_goals_are_kept_and_used(store: Store, rep: Rep) -> None:
    assert goals_in(store) == MirrorGoals()
    for day in range(4):
        a_call_for_the_mirror(store, rep, day)
    keep_goals(store, MirrorGoals(share_at_most=10))
    found = mirror(store, 12, days_after(9))
    assert found.goals == MirrorGoals(share_at_most=10)
    assert found.one_thing
    assert found.one_thing.habit == Habit.SHARE_OVER_GOAL


def test_only_the_latest_calls_are_listed(store: Store, rep: Rep) -> None:
    calls = [a_call_for_the_mirror(store, rep, day) for day in range(LATEST + 2)]
    found = mirror(store, 12, days_after(30))
    assert [call.id for call in found.observed] == [call.id for call in reversed(calls[2:])]


def test_the_cadence_is_how_everybody_stands_today(store: Store, rep: Rep) -> None:
    never = a_rep("Tomás Herrera", started_on=days_after(0).date())
    store.reps.save(never)
    a_call_for_the_mirror(store, rep, 0)
    found = mirror(store, 3, days_after(10)).cadence
    assert (found.kept, found.late, found.never) == ((rep.id,), (), (never.id,))
    found = mirror(store, 3, days_after(300)).cadence
    assert (found.kept, found.late, found.never) == ((), (rep.id,), (never.id,))


def test_a_call_that_is_only_planned_changes_nothing(store: Store, rep: Rep) -> None:
    a_call_for_the_mirror(store, rep, 0)
    before = mirror(store, 12, days_after(9))
    store.calls.add(a_call(rep, created_at=days_after(1)))
    assert mirror(store, 12, days_after(9)) == before


def test_facts_of_another_version_are_not_believed(
    store: Store, rep: Rep, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = a_call_for_the_mirror(store, rep, 0)
    before = mirror(store, 12, days_after(9))
    monkeypatch.setattr("scoring.store.facts_table.FACTS_VERSION", 0)
    store.facts.put(replace(store.facts_of(call.id), customer="what an older version made of it"))
    monkeypatch.undo()
    assert mirror(store, 12, days_after(9)) == before
