"""What is kept of a call beside its entries."""

from __future__ import annotations

from scoring.derived import Derived, derived_from
from scoring.facts import facts_of
from scoring.seeking import words_of
from tests.builders import a_debriefed_call, a_rep, an_id


def test_facts_and_words_follow_from_the_same_state() -> None:
    call, log = a_debriefed_call(a_rep())
    other = an_id()
    assert derived_from(call, log.state, other) == Derived(
        facts_of(call, log.state, other), words_of(log.state)
    )
