"""What is kept of a call beside its entries, to be found and listed by: always a copy of what they say."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from scoring.call import Call
from scoring.facts import CallFacts, facts_of
from scoring.seeking import words_of
from scoring.state import CallState


@dataclass(frozen=True, slots=True)
class Derived:
    """The facts of a call, and the words by which it is found."""

    facts: CallFacts
    words: str


def derived_from(call: Call, state: CallState, rep_id: UUID | None = None) -> Derived:
    """:param rep_id: the rep the call counts as, where that is not the one it was entered with.
    :returns: what follows from the state of ``call``."""
    return Derived(facts_of(call, state, rep_id), words_of(state))
