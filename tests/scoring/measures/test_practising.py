from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import CallFacts, SkillFacts
from scoring.measures.practising import Practice, practised
from tests.scoring.measures.builders import a_call, a_skill, mixed_up, seen, some_calls, visits


def _focus(day: int, *skills: SkillFacts, **details: object) -> CallFacts:
    return a_call(day, *skills, **{"focus_skills": ("asks",), **details})


def _practised(*calls: CallFacts) -> Practice:
    (practice,) = practised(visits(*calls))
    return practice


def test_two_tries_are_too_few_to_judge() -> None:
    practice = _practised(_focus(1, seen(2, 1)), _focus(2, seen(0, 3)))
    assert [(one.seen, one.missed) for one in practice.tries] == [(2, 1), (0, 3)]
    assert (practice.counted, practice.more_seen) == (2, None)


def test_three_tries_may_be_judged() -> None:
    """By hand: seen against missed 0:3, 2:1, 4:0, so on two of three more seen."""
    practice = _practised(_focus(1, seen(0, 3)), _focus(2, seen(2, 1)), _focus(3, seen(4)))
    assert (practice.counted, practice.more_seen) == (3, 2)


def test_a_call_on_which_it_could_not_be_seen_is_no_try() -> None:
    practice = _practised(_focus(1, seen(1)), _focus(2, a_skill()), _focus(3, seen(1)))
    assert [one.visit for one in practice.tries] == [1, 3]


def test_it_begins_anew_after_a_call_with_another_focus() -> None:
    other = a_call(2, seen(5), focus_skills=("listens",))
    practice = _practised(_focus(1, seen(1)), other, _focus(3, seen(1)), _focus(4, seen(1)))
    assert (practice.since, practice.counted) == (3, 2)


def test_it_goes_on_through_another_wording_and_another_rubric() -> None:
    """What is practised is the skill, which stays the same where its id does."""
    practice = _practised(
        _focus(1, seen(1), rubric_version=2), _focus(2, seen(2), rubric_id="ours"), _focus(3, seen(0, 1))
    )
    assert (practice.since, practice.counted, practice.more_seen) == (1, 3, 2)


@given(calls=some_calls())
def test_the_rubrics_of_the_calls_change_nothing(calls: list[CallFacts]) -> None:
    same = [replace(call, rubric_version=1) for call in calls]
    assert practised(visits(*calls)) == practised(visits(*same))


def test_marks_from_memory_alone_are_shown_and_are_no_try() -> None:
    practice = _practised(_focus(1, seen(3, recalled=3)), _focus(2, seen(1)))
    assert len(practice.tries) == 2
    assert practice.counted == 1


def test_two_skills_are_practised_each_since_its_own_day() -> None:
    first = _focus(1, seen(1))
    second = _focus(2, seen(1), focus_skills=("listens", "asks"))
    assert [(one.skill, one.since) for one in practised(visits(first, second))] == [
        ("listens", 2),
        ("asks", 1),
    ]


def test_without_a_call_or_a_focus_nothing_is_practised() -> None:
    assert practised(()) == ()
    assert practised(visits(a_call(1, seen(3)))) == ()


@given(calls=some_calls())
def test_the_order_of_the_calls_changes_nothing(calls: list[CallFacts]) -> None:
    assert practised(visits(*calls)) == practised(visits(*mixed_up(calls)))


@given(calls=some_calls(), was_seen=st.booleans(), amount=st.integers(1, 4))
def test_recalled_marks_never_make_it_better(calls: list[CallFacts], was_seen: bool, amount: int) -> None:
    more = [
        replace(call, skills=tuple(_with_recalled(one, was_seen, amount) for one in call.skills))
        for call in calls
    ]
    for before, after in zip(practised(visits(*calls)), practised(visits(*more)), strict=True):
        assert after.counted == before.counted
        assert (after.more_seen is None) == (before.more_seen is None)
        assert (after.more_seen or 0) <= (before.more_seen or 0)


def _with_recalled(one: SkillFacts, was_seen: bool, amount: int) -> SkillFacts:
    marked = replace(one, recalled=one.recalled + amount)
    if was_seen:
        return replace(marked, seen=one.seen + amount)
    return replace(marked, missed=one.missed + amount)
