"""Who chose the calls that the manager sat in on.

Definition: a count of the visits by who chose them, and of those where it was not said. Source: selection bias. Calls
the rep chose alone may be the best ones, calls the manager chose the hardest; levels of the two are no sample of one
thing, and whoever reads them should know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.measures.visits import Visit
from scoring.teeup import Chooser


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceCount:
    """How many visits were chosen so; ``chosen_by`` None is "not said"."""

    chosen_by: Chooser | None
    calls: int


def choices_of(visits: Sequence[Visit]) -> tuple[ChoiceCount, ...]:
    """:returns: a count for each way that occurs; those where it was not said come last."""
    counted = Counter(visit.facts.chosen_by for visit in visits)
    ways = (*Chooser, None)
    return tuple(ChoiceCount(chosen_by=way, calls=counted[way]) for way in ways if counted[way])
