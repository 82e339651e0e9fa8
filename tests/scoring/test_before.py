"""What a page says of the calls before: how many, the latest day, what is still open, the levels there were."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from scoring.before import before_of
from scoring.debrief import Commitment
from scoring.facts import CallFacts, facts_of
from scoring.handing_over import Before
from scoring.rating import Rating
from scoring.rubric import default_rubric
from scoring.wordings import Wordings
from tests.exports.builders import A_COMMITMENT, MORNING, Told, a_debrief, a_debriefed_call, a_view, started

ASKS = "asks-before-answering"


def facts(told: Told) -> CallFacts:
    return facts_of(told.call, told.book.state)


def rated(number: int, level: int | None, days_ago: int) -> CallFacts:
    told = started(number, MORNING - timedelta(days=days_ago))
    view = a_view(ratings=(Rating(skill=ASKS, level=level),))
    return facts(told.end().view(view).debrief())


NOW = facts(a_debriefed_call(9))


def test_the_first_call_together_has_nothing_before_it() -> None:
    assert before_of(NOW, (), None, Wordings()) == Before()


def test_the_calls_are_counted_and_the_latest_has_its_day() -> None:
    before = before_of(NOW, (rated(1, 2, 9), rated(2, 3, 4)), None, Wordings())
    assert (before.calls, before.last_on) == (2, (MORNING - timedelta(days=4)).date())


def test_what_was_agreed_last_is_said_with_its_day() -> None:
    before = before_of(NOW, (rated(1, 2, 9), rated(2, 3, 4)), None, Wordings())
    assert before.commitments == (A_COMMITMENT.words,)
    assert before.committed_on == (MORNING - timedelta(days=4)).date()


def test_what_this_debrief_agreed_for_another_call_of_the_day_was_not_agreed_last_time() -> None:
    shared = UUID(int=5)
    other = started(2, MORNING - timedelta(hours=2)).end().view()
    other.debrief(a_debrief(commitments=(Commitment(words="of today"),), shared=shared))
    before = before_of(NOW, (rated(1, 2, 9), facts(other)), shared, Wordings())
    assert before.commitments == (A_COMMITMENT.words,)


def test_the_levels_are_those_of_the_last_four_debriefed_calls_in_order() -> None:
    earlier = tuple(rated(n, level, 40 - n) for n, level in enumerate((4, 1, None, 2, 3), 1))
    assert before_of(NOW, earlier, None, Wordings()).levels_of(ASKS) == (1, None, 2, 3)
    assert before_of(NOW, earlier, None, Wordings()).levels_of("stays-calm") == ()


def test_levels_of_another_version_with_the_same_words_are_compared() -> None:
    rubric = default_rubric()
    asks = rubric.skill(ASKS)
    other = replace(rubric, version=9, name="Other", skills=(replace(asks, checklist=("Asks",)),))
    earlier = (replace(rated(1, 2, 9), rubric_version=9), rated(2, 3, 4))
    assert before_of(NOW, earlier, None, Wordings([rubric, other])).levels_of(ASKS) == (2, 3)
    changed = replace(other, skills=(replace(asks, seen="Else."),))
    assert before_of(NOW, earlier, None, Wordings([rubric, changed])).levels_of(ASKS) == (3,)


def test_levels_of_a_rubric_that_is_not_here_are_not_compared() -> None:
    other = replace(rated(1, 2, 9), rubric_version=9)
    assert before_of(NOW, (other,), None, Wordings()).levels == ()
