"""What a list of reps tells of the calls with one of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.commitments import followed, open_commitments
from scoring.debrief import Closing, Commitment, Kept
from scoring.facts import CallFacts, SkillFacts, facts_of
from scoring.in_short import MOST_LEVELS, RepInShort, in_short, traits
from scoring.rubric import default_rubric
from scoring.state import LOGGED_PHASES, Phase
from scoring.wordings import Wordings
from tests.builders import NINE, a_debriefed_call, a_rep

REP = a_rep()
SOON, LATER = date(2026, 4, 2), date(2026, 5, 1)


def a_level(level: int | None, skill: str = "questions", *, from_memory: bool = False) -> SkillFacts:
    return SkillFacts(
        skill=skill,
        focus=True,
        seen=0,
        missed=0,
        rated=True,
        level=level,
        basis=None,
        self_level=None,
        from_memory=from_memory,
    )


def on(day: int, **known: object) -> CallFacts:
    """:returns: a call so many days after the first, without levels and commitments; ``known`` are other fields."""
    call, log = a_debriefed_call(REP)
    plain: dict[str, object] = {"commitments": (), "skills": (), "started_at": NINE + timedelta(days=day)}
    return replace(facts_of(call, log.state), **{**plain, **known})  # pyright: ignore[reportArgumentType]  by name


def short(*calls: CallFacts) -> RepInShort:
    found = in_short(calls, Wordings())
    assert found
    return found


def closed(call: CallFacts, *kept: Kept) -> tuple[Closing, ...]:
    return tuple(
        Closing(agreed_in=call.call_id, number=number, words="Ask", kept=one)
        for number, one in enumerate(kept)
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
    assert in_short(others, Wordings()) is None


def test_the_skill_worked_on_is_that_of_the_latest_call_with_one() -> None:
    calls = [on(0, focus_skills=("money", "listening")), on(1, focus_skills=("questions",)), on(2)]
    assert short(*calls[:1]).skill == "money"
    assert short(*calls[:2], replace(calls[2], focus_skills=())).skill == "questions"
    assert short(on(0, focus_skills=())).skill == ""


def test_levels_stand_oldest_first_without_those_there_was_no_chance_for() -> None:
    calls = [on(day, skills=(a_level(level),)) for day, level in enumerate((1, 1, None, 2, 2))]
    assert short(*calls).levels == (1, 1, 2, 2)


def test_a_level_that_stands_on_memory_alone_is_not_told() -> None:
    calls = [
        on(day, skills=(a_level(level, from_memory=level == 4),)) for day, level in enumerate((1, 4, 2, 4))
    ]
    assert short(*calls).levels == (1, 2)


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


def test_levels_go_on_through_versions_with_the_same_words() -> None:
    skill = replace(default_rubric().skills[0], id="questions")
    rubrics = [
        replace(default_rubric(), id="ours", version=version, skills=(replace(skill, seen=seen),))
        for version, seen in enumerate(("Else.", "So.", "So."), start=1)
    ]
    calls = [
        on(version, skills=(a_level(version),), rubric_id="ours", rubric_version=version)
        for version in (1, 2, 3)
    ]
    found = in_short(calls, Wordings(rubrics))
    assert found
    assert found.levels == (2, 3)


def became(*calls: CallFacts) -> tuple[bool, date | None, Kept | None]:
    told = short(*calls)
    return told.is_open, told.check_on, told.kept


@pytest.mark.parametrize(
    ("days", "check_on"),
    [((SOON,), SOON), ((None,), None), ((LATER, SOON), SOON), ((None, LATER), LATER)],
)
def test_what_was_agreed_last_is_open_until_somebody_comes_back_to_it(
    days: tuple[date | None, ...], check_on: date | None
) -> None:
    assert became(on(0, commitments=agreed(SOON, SOON)), on(1, commitments=agreed(*days)), on(2)) == (
        True,
        check_on,
        None,
    )


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ((Kept.KEPT, Kept.KEPT), (False, None, Kept.KEPT)),
        ((Kept.NOT_YET, Kept.NOT_YET), (False, None, Kept.NOT_YET)),
        ((Kept.KEPT, Kept.NOT_YET), (False, None, Kept.PARTLY)),
        ((Kept.KEPT,), (True, LATER, None)),
    ],
)
def test_it_is_told_by_the_last_word_on_each(
    kept: tuple[Kept, ...], expected: tuple[bool, date | None, Kept | None]
) -> None:
    first = on(0, commitments=agreed(SOON, LATER))
    earlier = on(1, closings=closed(first, Kept.PARTLY))
    assert became(first, on(2, closings=closed(first, *kept)), on(3)) == expected
    assert became(first, earlier, on(2, closings=closed(first, *kept)), on(3)) == expected


def test_an_older_record_says_it_of_all_at_once() -> None:
    first = on(0, commitments=agreed(SOON, LATER))
    assert became(first, on(1, last_commitment=Kept.PARTLY)) == (False, None, Kept.PARTLY)


def test_what_is_said_of_another_commitment_is_not_said_of_this_one() -> None:
    first, second = on(0, commitments=agreed(SOON)), on(1, commitments=agreed(LATER))
    assert became(first, second, on(2, closings=closed(first, Kept.KEPT))) == (True, LATER, None)


def test_without_anything_agreed_there_is_nothing_to_tell() -> None:
    assert became(on(0, commitments=(Commitment(words=" "),)), on(1, last_commitment=Kept.KEPT)) == (
        False,
        None,
        None,
    )


HISTORIES = st.lists(
    st.tuples(
        st.lists(st.none() | st.just(SOON) | st.just(LATER), max_size=2),
        st.lists(st.none() | st.sampled_from(Kept), max_size=2),
    ),
    max_size=6,
)


@given(HISTORIES)
def test_it_is_what_following_each_commitment_says(
    history: list[tuple[list[date | None], list[Kept | None]]],
) -> None:
    """A debrief closes what is open, and may agree on something else."""
    calls: list[CallFacts] = [on(0)]
    for day, (days, words) in enumerate(history, start=1):
        asked = open_commitments(calls)
        closings = tuple(
            Closing(agreed_in=one.agreed_in.call_id, number=one.number, words="Ask", kept=kept)
            for one, kept in zip(asked, words, strict=False)
            if kept
        )
        calls.append(on(day, closings=closings, commitments=agreed(*days)))
    last = [one for one in followed(calls) if not one.is_replaced]
    silent = [one.commitment.check_on for one in last if one.kept is None]
    ends = {one.kept for one in last if one.kept}
    assert became(*calls) == (
        bool(silent),
        min(filter(None, silent), default=None),
        None if silent or not ends else ends.pop() if len(ends) == 1 else Kept.PARTLY,
    )


# Whatever happened


@given(st.permutations(range(6)))
def test_the_order_in_which_calls_are_given_changes_nothing(order: list[int]) -> None:
    assert short(*(CALLS[place] for place in order)) == short(*CALLS)


FIRST = on(3, commitments=agreed(SOON), skills=(a_level(2),))
CALLS = [
    on(0, focus_skills=("money",)),
    FIRST,
    on(4, closings=closed(FIRST, Kept.KEPT)),
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
