"""How the calls ended, against what was declared before each of them.

Definition: for each visit the purpose, the best and the least commitment as they were declared at tee-up, and how it
ended between them; together a count of each ending, over the visits where one is known. Source: "how it ended, not how
it went", after the advances and continuations of N. Rackham, "SPIN Selling" (1988). Counts alone: an ending depends on
the customer and on what was dared, so there is no rate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from scoring.debrief import Outcome
from scoring.measures.visits import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """One visit: what was declared, and how it ended. ``outcome`` is None where that is not known."""

    visit: int
    call_id: UUID
    purpose: str
    best: str
    least: str
    outcome: Outcome | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingCount:
    """On how many visits the call ended so."""

    outcome: Outcome
    calls: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings:
    """One ending a visit, and the counts of those that are known, from the best to the least."""

    endings: tuple[Ending, ...]
    counts: tuple[EndingCount, ...]


def endings_of(visits: Sequence[Visit]) -> Endings:
    """:param visits: oldest first.
    :returns: how they ended."""
    endings = tuple(_ending(visit) for visit in visits)
    counted = Counter(ending.outcome for ending in endings)
    counts = tuple(EndingCount(outcome=one, calls=counted[one]) for one in Outcome if counted[one])
    return Endings(endings=endings, counts=counts)


def _ending(visit: Visit) -> Ending:
    facts = visit.facts
    return Ending(
        visit=visit.number,
        call_id=facts.call_id,
        purpose=facts.purpose,
        best=facts.best,
        least=facts.least,
        outcome=facts.outcome,
        words=facts.outcome_words,
    )
