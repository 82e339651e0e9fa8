"""What a list of reps tells of the calls with one of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.debrief import Closing, Commitment, Kept
from scoring.facts import CallFacts, SkillFacts, facts_of
from scoring.in_short import MOST_LEVELS, RepInShort, in_short, traits
from scoring.state import LOGGED_PHASES, Phase
from tests.builders import NINE, a_debriefed_call, a_rep, an_id

SOON, LATER = date(2026, 4, 2), date(2026, 5, 1)


def a_level(level: int | None, skill: str = "questions") -> SkillFacts:
    return SkillFacts(
        skill=skill, focus=True, seen=0, missed=0, rated=True, level=level, basis=None, self_level=None
    )


def on(day: int, **known: object) -> CallFacts:
    """:returns: a call so many days after the first, without levels and commitments; ``known`` are other fields."""
    call, log = a_debriefed_call(a_rep())
    plain: dict[str, object] = {"commitments": (), "skills": (), "started_at": NINE + timedelta(days=day)}
    return replace(facts_of(call, log.state), **{**plain, **known})  # pyright: ignore[reportArgumentType]  by name


def short(*calls: CallFacts) -> RepInShort:
    found = in_short(calls)
    assert found
    return found


def closed(*kept: Kept) -> tuple[Closing, ...]:
    return tuple(
        Closing(agreed_in=an_id(), number=number, words="Ask", kept=one) for number, one in enumerate(kept)
    )


def agreed(*days: date | None) -> tuple[Commitment, ...]:
    return tuple(Commitment(words="Ask for the date", check_on=day) for day in days)


# Worked by hand


def test_the_calls_are_counted_from_the_first_to_the_last() -> None:
    told = short(on(0), on(9), on(30))
    assert (told.calls, told.first_on, told.last_on) == (3, date(2026, 3, 10), date(2026, 4, 9))


def test_only_what_took_place_is_told() -> None:
    others = [on(90, phase=phase) for phase in Phase if phase not in LOGGED_PHASES]
    assert short(on(0), *others) == short(on(0))
    assert in_short(others) is None


def test_the_skill_worked_on_is_that_of_the_latest_call_with_one() -> None:
    calls = [on(0, focus_skills=("money", "listening")), on(1, focus_skills=("questions",)), on(2)]
    assert short(*calls[:1]).skill == "money"
    assert short(*calls[:2], replace(calls[2], focus_skills=())).skill == "questions"
    assert short(on(0, focus_skills=())).skill == ""


def test_levels_stand_oldest_first_without_those_there_was_no_chance_for() -> None:
    calls = [on(day, skills=(a_level(level),)) for day, level in enumerate((1, 1, None, 2, 2))]
    assert short(*calls).levels == (1, 1, 2, 2)


def test_no_more_than_the_last_few_levels_are_told() -> None:
    calls = [on(day, skills=(a_level(1 + day % 4),)) for day in range(9)]
    assert short(*calls).levels == (4, 1, 2, 3, 4, 1)


def test_levels_are_of_the_skill_that_is_worked_on_in_its_present_wording() -> None:
    calls = [
        on(0, skills=(a_level(1),), rubric_version=1),
        on(1, skills=(a_level(3, "money"),), rubric_version=2),
        on(2, skills=(a_level(2),), rubric_version=2),
        on(3, skills=(a_level(4),), rubric_version=2, rubric_id="another"),
        on(4, rubric_version=2),
    ]
    assert short(*calls).levels == (2,)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"commitments": agreed(SOON)}, (True, SOON, None)),
        ({"commitments": agreed(None)}, (True, None, None)),
        ({"commitments": agreed(LATER, SOON)}, (True, SOON, None)),
        ({"commitments": agreed(None, LATER)}, (True, LATER, None)),
        ({"commitments": (Commitment(words=" "),)}, (False, None, None)),
        ({"closings": closed(Kept.KEPT)}, (False, None, Kept.KEPT)),
        ({"closings": closed(Kept.NOT_YET, Kept.NOT_YET)}, (False, None, Kept.NOT_YET)),
        ({"closings": closed(Kept.KEPT, Kept.NOT_YET)}, (False, None, Kept.PARTLY)),
        ({"last_commitment": Kept.PARTLY}, (False, None, Kept.PARTLY)),
        ({"closings": closed(Kept.KEPT), "commitments": agreed(SOON)}, (True, SOON, None)),
        ({}, (False, None, None)),
    ],
)
def test_a_commitment_is_told_by_the_latest_call_that_speaks_of_one(
    known: dict[str, object], expected: tuple[bool, date | None, Kept | None]
) -> None:
    told = short(on(1, **known), on(2))
    assert (told.is_open, told.check_on, told.kept) == expected
    told = short(on(0, commitments=agreed(LATER)), on(1, **known))
    if expected != (False, None, None):
        assert (told.is_open, told.check_on, told.kept) == expected


# Whatever happened


@given(st.permutations(range(6)))
def test_the_order_in_which_calls_are_given_changes_nothing(order: list[int]) -> None:
    assert short(*(CALLS[place] for place in order)) == short(*CALLS)


CALLS = [
    on(0, focus_skills=("money",)),
    on(3, commitments=agreed(SOON), skills=(a_level(2),)),
    on(3, closings=closed(Kept.KEPT)),
    on(5, skills=(a_level(3),)),
    on(6, skills=(a_level(None),), focus_skills=()),
    on(7, phase=Phase.PLANNED, commitments=agreed(LATER)),
]


def test_calls_at_the_same_moment_have_an_order_too() -> None:
    same = [on(1, focus_skills=(skill,)) for skill in ("questions", "money", "listening")]
    assert len({short(*order) for order in permutations(same)}) == 1


@given(st.lists(st.none() | st.integers(1, 4), min_size=1, max_size=12))
def test_levels_are_the_last_that_were_given(levels: list[int | None]) -> None:
    calls = [on(day, skills=(a_level(level),)) for day, level in enumerate(levels)]
    assert short(*calls).levels == tuple(level for level in levels if level)[-MOST_LEVELS:]


def test_the_day_of_a_call_is_that_of_its_own_clock() -> None:
    late = NINE.replace(hour=23, minute=30)
    assert traits(on(0, started_at=late)).day == "2026-03-10"
