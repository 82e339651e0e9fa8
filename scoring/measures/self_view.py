"""The rep's own level against the level the manager gave first.

Definition: for each skill that both rated on one call, the rep's own level minus the manager's first one, in levels: 1
is "one level above mine". The first one, because the agreed one has heard the rep. What is told together (range and
median) is told from four calls on. A comparison whose level stands on recalled marks alone is shown and not counted.
Within one call both used the same words, so calls of different wordings may stand side by side.

Source: self-other agreement as a difference, by case (F. J. Yammarino and L. E. Atwater, "Do managers see themselves as
others see them?", Organizational Dynamics 25, 1997). Neither of the two is taken for the truth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from scoring.measures.spread import LEAST_TO_TELL, Spread, spread_of
from scoring.measures.visits import Visit
from scoring.wordings import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One skill on one visit: the rep's own level, the manager's first one, and the first minus the second; both were
    given by the words of ``wording``."""

    visit: int
    call_id: UUID
    skill: str
    wording: Wording
    own: int
    mine: int
    gap: int
    from_memory: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfViewGaps:
    """``calls`` is on how many calls gaps count; ``spread`` is what they say together, or None below four calls."""

    gaps: tuple[Gap, ...]
    calls: int
    spread: Spread | None


def self_view_gaps(visits: Sequence[Visit]) -> SelfViewGaps:
    """:param visits: oldest first.
    :returns: every gap there is, in the order of the visits."""
    gaps = tuple(gap for visit in visits for gap in _gaps_of(visit))
    counted = [gap for gap in gaps if not gap.from_memory]
    calls = len({gap.call_id for gap in counted})
    enough = calls >= LEAST_TO_TELL
    return SelfViewGaps(
        gaps=gaps, calls=calls, spread=spread_of(gap.gap for gap in counted) if enough else None
    )


def _gaps_of(visit: Visit) -> Iterator[Gap]:
    for one in visit.facts.skills:
        if one.self_level is not None and one.first_level is not None:
            yield Gap(
                visit=visit.number,
                call_id=visit.facts.call_id,
                skill=one.skill,
                wording=visit.wording,
                own=one.self_level,
                mine=one.first_level,
                gap=one.self_level - one.first_level,
                from_memory=one.first_from_memory,
            )
