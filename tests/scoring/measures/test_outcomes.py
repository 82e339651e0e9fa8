from __future__ import annotations

from hypothesis import given

from scoring.debrief import Outcome
from scoring.facts import CallFacts
from scoring.measures.outcomes import endings_of
from tests.scoring.measures.builders import a_call, some_calls, visits


def test_each_ending_stands_beside_what_was_declared() -> None:
    call = a_call(
        1, purpose="A trial", best="A date", least="A call", outcome=Outcome.LEAST, outcome_words="They call"
    )
    (ending,) = endings_of(visits(call)).endings
    assert (ending.purpose, ending.best, ending.least) == ("A trial", "A date", "A call")
    assert (ending.outcome, ending.words) == (Outcome.LEAST, "They call")


def test_endings_are_counted_from_the_best_and_unknown_ones_not_at_all() -> None:
    outcomes = (Outcome.LESS, Outcome.BEST, None, Outcome.BEST)
    found = endings_of(visits(*(a_call(day, outcome=one) for day, one in enumerate(outcomes))))
    assert [(one.outcome, one.calls) for one in found.counts] == [(Outcome.BEST, 2), (Outcome.LESS, 1)]
    assert len(found.endings) == 4


@given(calls=some_calls())
def test_every_known_ending_is_counted_once(calls: list[CallFacts]) -> None:
    found = endings_of(visits(*calls))
    assert sum(one.calls for one in found.counts) == sum(call.outcome is not None for call in calls)
