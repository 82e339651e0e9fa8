"""The joint calls with one rep, in their order and numbered.

Definition: a visit is a call that took place and is over, in the order of its time; the first one is the baseline that
later ones are laid beside. Source: managers' practice. Whether nervousness with the manager in the room wears off by
itself is disputed, so a call says which one it was, and nothing is modelled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from scoring.facts import CallFacts, SkillFacts
from scoring.state import LOGGED_PHASES
from scoring.wordings import Wording


@dataclass(frozen=True, slots=True)
class Visit:
    """One joint call; ``number`` counts from 1."""

    number: int
    facts: CallFacts

    @property
    def is_baseline(self) -> bool:
        """Whether it is the first one."""
        return self.number == 1

    @property
    def wording(self) -> Wording:
        """The rubric of the call, in its version."""
        return Wording(self.facts.rubric_id, self.facts.rubric_version)

    def skill(self, skill: str) -> SkillFacts | None:
        """:returns: what is known of one skill on this call, or None."""
        return next((one for one in self.facts.skills if one.skill == skill), None)


def visits_of(rep_id: UUID, calls: Iterable[CallFacts]) -> tuple[Visit, ...]:
    """:param calls: in any order, also of other reps.
    :returns: the visits to one rep, oldest first."""
    took_place = [call for call in calls if call.rep_id == rep_id and call.phase in LOGGED_PHASES]
    ordered = sorted(took_place, key=lambda call: (call.when, call.call_id))
    return tuple(Visit(number, call) for number, call in enumerate(ordered, start=1))
