from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import CallFacts
from scoring.measures.levels import LevelSeries, level_series
from scoring.measures.spread import Spread
from scoring.rating import Basis
from scoring.wordings import Wording, Wordings
from tests.scoring.measures.builders import a_call, a_rubric, mixed_up, rated, some_calls, visits

WORDING = Wording("joint-sales-call", 1)


def _series(*calls: CallFacts) -> LevelSeries:
    return level_series("asks", visits(*calls), WORDING, Wordings())


def test_five_levels_are_told_with_their_spread() -> None:
    """By hand: 1, 1, 2, 2, 2 lie between 1 and 2, the third of them in order is 2."""
    levels = (1, 1, 2, 2, 2)
    series = _series(*(a_call(day, rated(level)) for day, level in enumerate(levels)))
    assert [point.level for point in series.points] == list(levels)
    assert series.counted == 5
    assert series.spread == Spread(lowest=1, highest=2, low_middle=2, high_middle=2)


def test_three_are_too_few_to_tell_and_four_are_enough() -> None:
    calls = [a_call(day, rated(3)) for day in range(4)]
    assert _series(*calls[:3]).spread is None
    assert _series(*calls).spread is not None


def test_no_chance_to_see_keeps_its_place_and_is_never_counted() -> None:
    calls = [a_call(day, rated(level)) for day, level in enumerate((2, 2, None, 2))]
    series = _series(*calls)
    assert [(point.rated, point.level) for point in series.points][2] == (True, None)
    assert (series.counted, series.spread) == (3, None)
    assert series.latest is not None
    assert series.latest.level == 2


def test_a_call_that_rated_other_skills_keeps_its_place_too() -> None:
    series = _series(a_call(1, rated(2)), a_call(2, rated(2, "listens")))
    assert [point.visit for point in series.points] == [1, 2]
    assert [point.rated for point in series.points] == [True, False]


def test_a_level_on_judgement_counts_and_says_so() -> None:
    calls = [a_call(day, rated(2, basis=Basis.JUDGEMENT)) for day in range(4)]
    series = _series(*calls)
    assert [point.basis for point in series.points] == [Basis.JUDGEMENT] * 4
    assert series.counted == 4


def test_a_level_from_memory_is_shown_and_not_counted() -> None:
    series = _series(*(a_call(day, rated(4, from_memory=day == 0)) for day in range(4)))
    assert [point.from_memory for point in series.points] == [True, False, False, False]
    assert series.spread is None


def test_levels_in_other_words_are_no_part_of_the_spread() -> None:
    calls = [a_call(day, rated(1), rubric_version=2 if day < 2 else 1) for day in range(6)]
    series = _series(*calls)
    assert [point.same_wording for point in series.points] == [False, False, True, True, True, True]
    assert series.counted == 4


def test_a_line_runs_on_where_the_words_changed() -> None:
    calls = [a_call(day, rated(1), rubric_version=2 if day < 3 else 1) for day in range(4)]
    series = _series(*calls)
    assert series.has_line
    assert (series.counted, series.spread) == (1, None)
    assert not _series(*calls[:3]).has_line
    assert not _series(*(replace(call, skills=(rated(1, from_memory=True),)) for call in calls)).has_line


@given(calls=some_calls())
def test_versions_that_change_nothing_of_a_skill_change_no_figure(calls: list[CallFacts]) -> None:
    """In the second version only the other skill has other words."""
    wordings = Wordings([a_rubric(1), a_rubric(2, listens="Else.")])
    plain = level_series(
        "asks", visits(*(replace(call, rubric_version=1) for call in calls)), WORDING, wordings
    )
    found = level_series("asks", visits(*calls), WORDING, wordings)
    assert replace(found, points=tuple(replace(point, wording=WORDING) for point in found.points)) == plain


@given(calls=some_calls())
def test_levels_of_other_words_are_never_counted_together(calls: list[CallFacts]) -> None:
    wordings = Wordings([a_rubric(1), a_rubric(2, asks="Else.")])
    found = level_series("asks", visits(*calls), WORDING, wordings)
    alone = level_series(
        "asks", visits(*(call for call in calls if call.rubric_version == 1)), WORDING, wordings
    )
    assert (found.counted, found.spread) == (alone.counted, alone.spread)


def test_the_latest_level_is_one_that_counts() -> None:
    series = _series(
        a_call(1, rated(2)),
        a_call(2, rated(4), rubric_version=2),
        a_call(3, rated(4, from_memory=True)),
        a_call(4),
    )
    assert series.latest is not None
    assert series.latest.visit == 1


@given(calls=some_calls())
def test_the_order_of_the_calls_changes_nothing(calls: list[CallFacts]) -> None:
    assert _series(*calls) == _series(*mixed_up(calls))


@given(calls=some_calls(), forgetful=st.integers(0, 8))
def test_memory_never_makes_more_of_it(calls: list[CallFacts], forgetful: int) -> None:
    """Were any level to stand on memory alone, fewer would count, and nothing new would be told."""
    recalled = [
        replace(call, skills=tuple(replace(one, from_memory=bool(one.level)) for one in call.skills))
        for call in calls[:forgetful]
    ]
    before, after = _series(*calls), _series(*recalled, *calls[forgetful:])
    assert after.counted <= before.counted
    assert before.spread is not None or after.spread is None
