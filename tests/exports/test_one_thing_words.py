from __future__ import annotations

import re

import pytest

from exports.one_thing_words import how_one_thing_is_chosen, one_thing_said
from scoring.measures.one_thing import Habit, OneThing
from tests.scoring.mirror_calls import a_mirror_call

CALLS = tuple(a_mirror_call(day) for day in range(6))


@pytest.mark.parametrize("habit", Habit)
def test_every_habit_is_said_as_what_was_so_how_often_and_one_thing_to_try(habit: Habit) -> None:
    said = one_thing_said(OneThing(habit=habit, calls=CALLS, shown=CALLS[:4]))
    assert "4 of the last 6" in said.fact
    assert said.fact.endswith(".")
    assert len(said.fact) < 110
    assert re.fullmatch(r"[^.]+[.?]", said.advice), "one sentence"


@pytest.mark.parametrize("habit", Habit)
def test_nobody_is_blamed_or_scored(habit: Habit) -> None:
    said = one_thing_said(OneThing(habit=habit, calls=CALLS, shown=CALLS[:4]))
    words = f"{said.fact} {said.advice}".lower()
    assert not re.search(r"fail|bad|poor|should|must|always|never|score|wrong|too (much|often)", words), words


def test_the_rule_says_how_many_calls_it_takes() -> None:
    assert "4 to 6 of them" in how_one_thing_is_chosen()
