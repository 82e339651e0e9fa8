from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from scoring.facts import CallFacts
from scoring.measures.rewordings import present_wording, rewordings
from scoring.wordings import Wording, Wordings
from tests.scoring.measures.builders import a_call, a_rubric, mixed_up, rated, some_calls, visits

FIRST, SAME, OTHER = a_rubric(1), a_rubric(2, listens="Else."), a_rubric(3, asks="Else.")
WORDINGS = Wordings([FIRST, SAME, OTHER])


def _changed(*versions: int) -> list[int]:
    calls = [a_call(day, rubric_version=version) for day, version in enumerate(versions)]
    return [one.visit for one in rewordings("asks", visits(*calls), WORDINGS)]


def test_a_change_is_told_where_the_words_are_others_than_before() -> None:
    assert _changed(1, 2, 3, 3) == [3]
    assert _changed(1, 3, 2) == [2, 3]
    assert _changed(1, 1) == _changed() == []


def test_a_change_knows_the_words_on_both_sides() -> None:
    (one,) = rewordings("asks", visits(a_call(1), a_call(2, rubric_version=3)), WORDINGS)
    assert (one.was, one.now) == (FIRST.skill("asks"), OTHER.skill("asks"))


def test_a_call_that_was_not_watched_for_it_changes_nothing() -> None:
    calls = [a_call(1), a_call(2, rubric_id="elsewhere"), a_call(3, rubric_version=2)]
    assert rewordings("asks", visits(*calls), WORDINGS) == ()


def test_words_that_are_not_here_count_as_others() -> None:
    calls = [a_call(day, rated(2), rubric_id="elsewhere") for day in (2, 3)]
    (one,) = rewordings("asks", visits(a_call(1), *calls), WORDINGS)
    assert (one.visit, one.now) == (2, None)


def test_the_present_words_are_those_it_was_watched_for_last() -> None:
    calls = [a_call(1), a_call(2, rubric_version=2), a_call(3, rubric_id="elsewhere")]
    assert present_wording("asks", visits(*calls), WORDINGS) == Wording("joint-sales-call", 2)
    assert present_wording("juggles", visits(*calls), WORDINGS) is None


@given(calls=some_calls())
def test_the_order_of_the_calls_changes_nothing(calls: list[CallFacts]) -> None:
    wordings = Wordings([FIRST, replace(OTHER, version=2)])
    assert rewordings("asks", visits(*calls), wordings) == rewordings(
        "asks", visits(*mixed_up(calls)), wordings
    )
