from __future__ import annotations

from hypothesis import given

from scoring.facts import CallFacts
from scoring.measures.choosing import choices_of
from scoring.teeup import Chooser
from tests.scoring.measures.builders import a_call, mixed_up, some_calls, visits


def test_calls_are_counted_by_who_chose_them_and_those_not_said_come_last() -> None:
    chosen = (None, Chooser.BOTH, Chooser.REP, Chooser.BOTH)
    found = choices_of(visits(*(a_call(day, chosen_by=one) for day, one in enumerate(chosen))))
    assert [(one.chosen_by, one.calls) for one in found] == [(Chooser.REP, 1), (Chooser.BOTH, 2), (None, 1)]


@given(calls=some_calls())
def test_every_call_is_counted_once_in_any_order(calls: list[CallFacts]) -> None:
    found = choices_of(visits(*calls))
    assert sum(one.calls for one in found) == len(calls)
    assert found == choices_of(visits(*mixed_up(calls)))
