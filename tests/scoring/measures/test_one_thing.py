from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.entry import Introduction
from scoring.measures.one_thing import Habit, one_thing
from scoring.mirror import MirrorCall
from scoring.mirror_goals import DebriefBy, MirrorGoals
from tests.scoring.mirror_calls import a_mirror_call, calls_with, mirror_calls

NONE = MirrorGoals()


def _found(calls: list[MirrorCall], goals: MirrorGoals = NONE) -> tuple[Habit, int, int] | None:
    """:returns: the habit, on how many calls it was shown, and of how many."""
    found = one_thing(calls, goals)
    return (found.habit, len(found.shown), len(found.calls)) if found else None


def test_where_all_went_as_it_should_nothing_is_said() -> None:
    assert _found([a_mirror_call(day) for day in range(10)]) is None


def test_three_calls_are_too_few_to_say_anything() -> None:
    assert _found(calls_with("steps", 2, 2, 2)) is None
    assert _found(calls_with("steps", 2, 2, 2, 2)) == (Habit.TAKEN_OVER, 4, 4)


def test_half_of_the_latest_is_not_most_of_them() -> None:
    assert _found(calls_with("steps", 1, 0, 1, 0)) is None
    assert _found(calls_with("steps", 1, 0, 1, 1)) == (Habit.TAKEN_OVER, 3, 4)


def test_what_was_overcome_is_past() -> None:
    assert _found(calls_with("steps", 5, 5, 5, 5, 5, 5, 5, 0, 0, 0)) is None
    assert _found(calls_with("steps", 0, 0, 0, 0, 0, 0, 5, 5, 5, 5)) == (Habit.TAKEN_OVER, 4, 6)


def test_a_step_in_that_was_asked_for_is_as_agreed() -> None:
    assert _found(calls_with("steps", 1, 1, 1, 1, asked=1)) is None


BEGUN = {"debrief_begun": True}


@pytest.mark.parametrize(
    ("habit", "details"),
    [
        (Habit.NOT_TEED_UP, {"teed_up": False}),
        (Habit.AS_BOSS, {"introduction": Introduction.AS_BOSS.value}),
        (Habit.TAKEN_OVER, {"steps": 1}),
        (Habit.NEVER_BACK, {"steps": 1, "asked": 1, "never_back": 1}),
        (Habit.WITHOUT_REP, {**BEGUN, "without_rep": True}),
        (Habit.GAPS_ALONE, {"gaps": 1}),
        (Habit.NOT_IN_THEIR_WORDS, {"debriefed": True, "can_say": False}),
    ],
)
def test_each_habit_is_found_without_a_goal(habit: Habit, details: dict[str, object]) -> None:
    assert _found([a_mirror_call(day, **details) for day in range(4)]) == (habit, 4, 4)


@pytest.mark.parametrize(
    ("habit", "goals", "details"),
    [
        (Habit.SHARE_OVER_GOAL, MirrorGoals(share_at_most=10), {"share": 0.16, "margin": 5}),
        (Habit.STEPS_OVER_GOAL, MirrorGoals(steps_at_most=0), {"steps": 1, "asked": 1}),
        (Habit.HAND_BACK_OVER_GOAL, MirrorGoals(hand_back_s=30), {"hand_backs": (31_000,)}),
        (Habit.HAND_BACK_OVER_GOAL, MirrorGoals(hand_back_s=30), {"never_back": 1}),
        (Habit.DEBRIEF_OVER_GOAL, MirrorGoals(debrief_by=DebriefBy.QUARTER), {"delay_ms": 900_001}),
        (Habit.DEBRIEF_OVER_GOAL, MirrorGoals(debrief_by=DebriefBy.SAME_DAY), {"delay_ms": 1}),
    ],
)
def test_each_goal_of_ones_own_is_looked_at(
    habit: Habit, goals: MirrorGoals, details: dict[str, object]
) -> None:
    calls = [a_mirror_call(day, **details) for day in range(4)]
    assert _found(calls, goals) == (habit, 4, 4)


def test_a_share_that_may_be_within_the_goal_is_not_held_against_anybody() -> None:
    goals = MirrorGoals(share_at_most=10)
    assert _found(calls_with("share", *[0.15] * 4, margin=5), goals) is None
    assert _found(calls_with("share", *[0.17] * 4, margin=8), goals) is None


def test_a_goal_comes_before_what_nobody_asked_for() -> None:
    calls = calls_with("share", 0.5, 0.5, 0.5, 0.05, margin=5, teed_up=False)
    assert _found(calls) == (Habit.NOT_TEED_UP, 4, 4)
    assert _found(calls, MirrorGoals(share_at_most=10)) == (Habit.SHARE_OVER_GOAL, 3, 4)


def test_of_two_goals_the_one_that_is_missed_more_often_is_named() -> None:
    calls = calls_with("share", 0.5, 0.5, 0.5, 0.0, margin=5, steps=2)
    goals = MirrorGoals(share_at_most=10, steps_at_most=1)
    assert _found(calls, goals) == (Habit.STEPS_OVER_GOAL, 4, 4)


def test_of_two_that_are_as_frequent_the_one_earlier_in_a_call_is_named() -> None:
    calls = [a_mirror_call(day, teed_up=False, steps=1) for day in range(4)]
    assert _found(calls) == (Habit.NOT_TEED_UP, 4, 4)


def test_within_ones_own_goal_a_step_in_is_nobodys_business() -> None:
    assert _found(calls_with("steps", 1, 1, 1, 1), MirrorGoals(steps_at_most=1)) is None


@settings(max_examples=25)
@given(st.lists(mirror_calls(), max_size=9))
def test_the_order_of_calls_is_irrelevant(calls: list[MirrorCall]) -> None:
    goals = MirrorGoals(share_at_most=20, hand_back_s=60)
    assert one_thing(calls[::-1], goals) == one_thing(calls, goals)


@settings(max_examples=25)
@given(st.lists(mirror_calls(), max_size=9))
def test_it_always_holds_on_most_of_four_to_six_calls(calls: list[MirrorCall]) -> None:
    found = one_thing(calls, NONE)
    if found:
        assert 4 <= len(found.calls) <= 6
        assert 2 * len(found.shown) > len(found.calls)


def test_a_closing_question_that_nobody_answered_says_nothing() -> None:
    assert _found(calls_with("can_say", *[None] * 4, debriefed=True)) is None
    assert _found(calls_with("can_say", None, *[False] * 4, debriefed=True)) == (
        Habit.NOT_IN_THEIR_WORDS,
        4,
        4,
    )


def test_a_quiet_call_from_memory_takes_no_habit_away() -> None:
    calls = calls_with("steps", 1, 1, 1, 1)
    quiet = [a_mirror_call(day, from_memory=True) for day in range(5, 9)]
    assert _found([*calls, *quiet]) == (Habit.TAKEN_OVER, 4, 4)
    assert _found([*calls, *quiet], MirrorGoals(steps_at_most=0)) == (Habit.STEPS_OVER_GOAL, 4, 4)
