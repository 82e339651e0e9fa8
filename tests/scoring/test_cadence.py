"""Who is due by the manager's plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.cadence import (
    MOST_MONTHS,
    CadencePlan,
    Seen,
    Standing,
    Step,
    by_urgency,
    standing,
    two_step_plan,
)
from scoring.codec import as_json, from_json
from scoring.people import Rep
from scoring.privacy import Matter, Surface, may_appear
from tests.builders import NINE, a_rep

PLAN = CadencePlan()
NEW = a_rep("Tom", started_on=date(2026, 1, 1))
OLD = a_rep("Ada", started_on=date(2019, 5, 1))
UNKNOWN = a_rep("Kim")

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
intervals = st.integers(1, 12)
reps = st.builds(a_rep, started_on=st.none() | days)


@st.composite
def plans(draw: st.DrawFn) -> CadencePlan:
    begins = [0, *sorted(draw(st.sets(st.integers(1, 24), max_size=3)))]
    return CadencePlan(
        steps=tuple(Step(from_month=begin, every=draw(st.integers(0, 12))) for begin in begins)
    )


def of(
    rep: Rep, last: date | None, today: date, override: int | None = None, first: date | None = None
) -> Standing:
    return standing(rep, last, PLAN, override, today, first_seen=first)


# Worked by hand


@pytest.mark.parametrize(
    ("rep", "last", "today", "expected"),
    [
        (NEW, date(2026, 1, 20), date(2026, 2, 6), Standing(seen=Seen.DUE, due=date(2026, 2, 20))),
        (NEW, date(2026, 1, 20), date(2026, 2, 5), Standing(seen=Seen.FINE, due=date(2026, 2, 20))),
        (NEW, date(2026, 1, 20), date(2026, 2, 20), Standing(seen=Seen.DUE, due=date(2026, 2, 20))),
        (NEW, date(2026, 1, 20), date(2026, 2, 21), Standing(seen=Seen.LATE, due=date(2026, 2, 20))),
        (NEW, date(2026, 1, 31), date(2026, 2, 1), Standing(seen=Seen.FINE, due=date(2026, 2, 28))),
        (OLD, date(2026, 1, 20), date(2026, 3, 10), Standing(seen=Seen.FINE, due=date(2026, 4, 20))),
        (OLD, date(2026, 1, 20), date(2026, 5, 1), Standing(seen=Seen.LATE, due=date(2026, 4, 20))),
        (OLD, None, date(2026, 5, 1), Standing(seen=Seen.NEVER, due=date(2019, 6, 1))),
        (UNKNOWN, None, date(2026, 5, 1), Standing(seen=Seen.NEVER)),
    ],
)
def test_the_next_one_is_due_as_the_plan_has_it(
    rep: Rep, last: date | None, today: date, expected: Standing
) -> None:
    assert of(rep, last, today) == expected


def test_the_last_call_of_the_first_months_is_followed_by_one_in_a_quarter() -> None:
    assert of(NEW, date(2026, 2, 28), date(2026, 3, 1)).due == date(2026, 3, 28)
    assert of(NEW, date(2026, 3, 20), date(2026, 3, 21)).due == date(2026, 6, 20)


def test_who_became_late_in_the_first_months_stays_late_after_them() -> None:
    assert of(NEW, date(2026, 1, 20), date(2026, 4, 5)) == Standing(seen=Seen.LATE, due=date(2026, 2, 20))


def test_nobody_is_with_us_for_less_long_than_since_the_first_joint_call() -> None:
    first = date(2026, 2, 1)
    assert of(UNKNOWN, first, first, first=first).due == date(2026, 3, 1)
    assert of(UNKNOWN, date(2026, 9, 1), first, first=first).due == date(2026, 12, 1)
    assert of(OLD, first, first, first=first).due == date(2026, 5, 1), "the first day itself is known"


def test_of_whom_nothing_is_known_the_last_step_holds() -> None:
    assert of(UNKNOWN, date(2026, 2, 1), date(2026, 2, 1)).due == date(2026, 5, 1)


def test_what_is_planned_for_one_rep_takes_the_place_of_the_plan() -> None:
    last, today = date(2026, 1, 20), date(2026, 2, 1)
    assert of(NEW, last, today, override=6) == Standing(seen=Seen.FINE, due=date(2026, 7, 20))
    assert of(OLD, last, today, override=1) == Standing(seen=Seen.FINE, due=date(2026, 2, 20))
    assert of(NEW, last, today, override=0) == Standing(seen=Seen.NONE)
    assert of(UNKNOWN, None, today, override=0) == Standing(seen=Seen.NONE)


def test_a_retired_rep_is_never_due() -> None:
    for last in (None, date(2020, 1, 1)):
        assert of(replace(OLD, retired_at=NINE), last, NINE.date(), override=1) == Standing(seen=Seen.NONE)


def test_where_a_step_plans_none_the_next_one_does() -> None:
    start, today = date(2026, 1, 1), date(2026, 1, 2)
    later = two_step_plan(6, 0, 3)
    assert standing(NEW, start, later, None, today).due == date(2026, 7, 1)
    assert standing(NEW, None, later, None, today).due == date(2026, 7, 1)
    never_again = two_step_plan(3, 1, 0)
    assert standing(NEW, start, never_again, None, today).due == date(2026, 2, 1)
    assert standing(NEW, date(2026, 3, 15), never_again, None, today) == Standing(seen=Seen.NONE)
    assert standing(UNKNOWN, None, never_again, None, today) == Standing(seen=Seen.NONE)


def test_who_is_late_comes_first_and_the_longest_first_of_all() -> None:
    today = date(2026, 3, 10)
    late, later = Standing(seen=Seen.LATE, due=date(2026, 1, 1)), Standing(seen=Seen.LATE, due=today)
    never, soon = Standing(seen=Seen.NEVER), Standing(seen=Seen.DUE, due=today)
    fine, none = Standing(seen=Seen.FINE, due=date(2026, 9, 1)), Standing(seen=Seen.NONE)
    assert sorted([none, fine, soon, later, never, late], key=by_urgency) == [
        late,
        later,
        never,
        soon,
        fine,
        none,
    ]


# Whatever is planned


@given(reps, days, plans(), st.none() | st.integers(0, 12), days)
def test_nothing_is_due_before_the_last_call(
    rep: Rep, last: date, plan: CadencePlan, override: int | None, today: date
) -> None:
    due = standing(rep, last, plan, override, today).due
    assert due is None or due > last


@given(reps, days, plans(), st.integers(0, 3), intervals, days)
def test_a_longer_interval_makes_nothing_due_sooner(
    rep: Rep, last: date, plan: CadencePlan, which: int, longer: int, today: date
) -> None:
    place = which % len(plan.steps)
    step = plan.steps[place]
    if not step.every:
        return
    slower = replace(step, every=step.every + longer)
    steps = (*plan.steps[:place], slower, *plan.steps[place + 1 :])
    before = standing(rep, last, plan, None, today).due
    after = standing(rep, last, CadencePlan(steps=steps), None, today).due
    assert after is None or (before is not None and after >= before)


@given(reps, days, intervals, intervals, days)
def test_a_longer_interval_for_one_rep_makes_nothing_due_sooner(
    rep: Rep, last: date, months: int, longer: int, today: date
) -> None:
    before = standing(rep, last, PLAN, months, today).due
    after = standing(rep, last, PLAN, months + longer, today).due
    assert before
    assert after
    assert after > before


@given(reps, days, days, plans(), days)
def test_who_was_seen_later_is_not_due_sooner(
    rep: Rep, one: date, other: date, plan: CadencePlan, today: date
) -> None:
    early, late = (standing(rep, day, plan, 2, today).due for day in sorted([one, other]))
    assert early
    assert late
    assert early <= late


@given(reps, days, plans(), days, st.integers(0, 900))
def test_time_alone_makes_nobody_less_late(
    rep: Rep, last: date, plan: CadencePlan, today: date, passed: int
) -> None:
    before = standing(rep, last, plan, None, today)
    after = standing(rep, last, plan, None, today + timedelta(days=passed))
    order = (Seen.NONE, Seen.FINE, Seen.DUE, Seen.LATE)
    assert after.due == before.due
    assert order.index(after.seen) >= order.index(before.seen)


# A plan


@given(plans())
def test_a_plan_is_kept_as_it_is(plan: CadencePlan) -> None:
    assert from_json(CadencePlan, as_json(plan)) == plan


def test_a_plan_in_two_steps() -> None:
    assert two_step_plan(3, 1, 3) == PLAN
    assert two_step_plan(0, 1, 6) == CadencePlan(steps=(Step(from_month=0, every=6),))


@pytest.mark.parametrize("begins", [(), (1,), (0, 0), (0, 6, 3)])
def test_a_plan_begins_with_the_first_day_and_goes_on(begins: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="first day"):
        CadencePlan(steps=tuple(Step(from_month=begin, every=1) for begin in begins))


@pytest.mark.parametrize(("begin", "every"), [(-1, 1), (0, -1), (0, MOST_MONTHS + 1)])
def test_a_step_is_said_in_months_that_can_be(begin: int, every: int) -> None:
    with pytest.raises(ValueError, match="months"):
        Step(from_month=begin, every=every)


def test_the_plan_leaves_the_app_in_a_backup_alone() -> None:
    assert [surface for surface in Surface if may_appear(Matter.MIRROR, surface)] == [Surface.BACKUP]
