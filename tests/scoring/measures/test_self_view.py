from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from scoring.facts import CallFacts, SkillFacts
from scoring.measures.self_view import SelfViewGaps, self_view_gaps
from scoring.measures.spread import Spread
from tests.scoring.measures.builders import a_call, mixed_up, rated, some_calls, visits


def _both(own: int | None, first: int | None, skill: str = "asks", **details: object) -> SkillFacts:
    return rated(first, skill, self_level=own, first_level=first, **details)


def _gaps(*calls: CallFacts) -> SelfViewGaps:
    return self_view_gaps(visits(*calls))


def test_the_gap_is_their_own_level_less_my_first_one() -> None:
    (gap,) = _gaps(a_call(1, _both(3, 1))).gaps
    assert (gap.own, gap.mine, gap.gap) == (3, 1, 2)


def test_it_is_the_first_level_that_is_compared_and_not_the_agreed_one() -> None:
    (gap,) = _gaps(a_call(1, rated(4, self_level=3, first_level=2))).gaps
    assert gap.gap == 1


def test_four_calls_have_a_middle() -> None:
    """By hand: gaps 2, 0, 1, 1 in order 0, 1, 1, 2; both middle ones are 1."""
    calls = [a_call(day, _both(own, 1)) for day, own in enumerate((3, 1, 2, 2))]
    found = _gaps(*calls)
    assert (found.calls, found.spread) == (4, Spread(lowest=0, highest=2, low_middle=1, high_middle=1))
    assert _gaps(*calls[:3]).spread is None


def test_two_skills_on_one_call_are_two_gaps_and_one_call() -> None:
    found = _gaps(a_call(1, _both(3, 1), _both(1, 2, "listens")))
    assert [gap.gap for gap in found.gaps] == [2, -1]
    assert found.calls == 1


def test_where_one_of_the_two_said_nothing_there_is_no_gap() -> None:
    assert _gaps(a_call(1, _both(None, 2)), a_call(2, _both(2, None))).gaps == ()


def test_what_stands_on_memory_is_shown_and_not_counted() -> None:
    found = _gaps(*(a_call(day, _both(2, 2, first_from_memory=True)) for day in range(4)))
    assert len(found.gaps) == 4
    assert (found.calls, found.spread) == (0, None)


@given(calls=some_calls())
def test_the_order_of_the_calls_changes_nothing(calls: list[CallFacts]) -> None:
    assert _gaps(*calls) == _gaps(*mixed_up(calls))


@given(calls=some_calls())
def test_memory_never_makes_more_of_it(calls: list[CallFacts]) -> None:
    recalled = [
        replace(call, skills=tuple(replace(one, first_from_memory=True) for one in call.skills))
        for call in calls
    ]
    assert _gaps(*recalled).spread is None
    assert len(_gaps(*recalled).gaps) == len(_gaps(*calls).gaps)
