"""How much the manager's presence threw the rep, visit by visit.

Definition: the rep's own word of the debrief, or None where nothing was said. It is shown beside the number of the
visit and nothing is worked out from it: no median, no line, no trend. Source: managers believe that familiarity cures
it, and the evidence on exposure in such settings is mixed; so it is recorded, and not modelled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from scoring.debrief import Nerves
from scoring.measures.visits import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class NervesPoint:
    """The rep's word on one visit, or None."""

    visit: int
    call_id: UUID
    nerves: Nerves | None


def nerves_by_visit(visits: Sequence[Visit]) -> tuple[NervesPoint, ...]:
    """:param visits: oldest first.
    :returns: one point a visit."""
    return tuple(
        NervesPoint(visit=visit.number, call_id=visit.facts.call_id, nerves=visit.facts.nerves)
        for visit in visits
    )
