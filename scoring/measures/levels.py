"""The levels of one skill, call by call.

Definition: for each visit the level that stands (1 to 4), or "no chance to see", or not rated. A skill is followed by
its id, through all versions of a rubric and through all rubrics. A line is drawn from four levels on, and it runs on
where the words of the skill changed (``rewordings`` says where). Range and median are told from four levels on, and
only of levels that were given by the present words of the skill. Levels that stand on recalled marks alone are part of
neither. "No chance to see" is no level and never counted. A level without evidence counts as the manager's judgement,
and is shown as that.

Source: the labelled levels of behaviourally anchored scales (P. C. Smith and L. M. Kendall, "Retranslation of
expectations", Journal of Applied Psychology 47, 1963); ``spread`` says why there is no mean. Four is a convention of
this app: with three levels any line is as good as another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from scoring.measures.spread import LEAST_TO_TELL, Spread, spread_of
from scoring.measures.visits import Visit
from scoring.rating import Basis
from scoring.wordings import Wording, Wordings


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPoint:
    """One skill on one visit. ``level`` None is "no chance to see" where ``rated``, and "not rated" elsewhere.
    ``wording`` is what the level was given by; ``same_wording``: whether it means what the present words of the skill
    say."""

    visit: int
    call_id: UUID
    rated: bool
    level: int | None
    basis: Basis | None
    from_memory: bool
    wording: Wording
    same_wording: bool

    @property
    def is_in_line(self) -> bool:
        """Whether it is a level that does not stand on memory alone, in whatever words it was given."""
        return self.level is not None and not self.from_memory

    @property
    def counts(self) -> bool:
        """Whether range and median are told from it."""
        return self.is_in_line and self.same_wording


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelSeries:
    """One point a visit. ``counted`` levels count; ``spread`` is what they say together, or None below four."""

    skill: str
    points: tuple[LevelPoint, ...]
    counted: int
    spread: Spread | None

    @property
    def has_line(self) -> bool:
        """Whether there are levels enough for a line, in whatever words."""
        return sum(point.is_in_line for point in self.points) >= LEAST_TO_TELL

    @property
    def latest(self) -> LevelPoint | None:
        """The latest visit on which the skill was rated in the present words and not from memory alone, "no chance to
        see" included, or None."""
        told = (point for point in self.points[::-1] if point.rated and point.same_wording)
        return next((point for point in told if not point.from_memory), None)


def level_series(skill: str, visits: Sequence[Visit], wording: Wording, wordings: Wordings) -> LevelSeries:
    """:param visits: oldest first.
    :param wording: where the skill has its present words.
    :returns: the levels of one skill."""
    points = tuple(
        _point(skill, visit, is_same=wordings.are_same(skill, visit.wording, wording)) for visit in visits
    )
    levels = [point.level for point in points if point.counts and point.level is not None]
    enough = len(levels) >= LEAST_TO_TELL
    return LevelSeries(
        skill=skill, points=points, counted=len(levels), spread=spread_of(levels) if enough else None
    )


def _point(skill: str, visit: Visit, *, is_same: bool) -> LevelPoint:
    known = visit.skill(skill)
    rated = known is not None and known.rated
    return LevelPoint(
        visit=visit.number,
        call_id=visit.facts.call_id,
        rated=rated,
        level=known.level if known else None,
        basis=known.basis if known else None,
        from_memory=known is not None and known.from_memory,
        wording=visit.wording,
        same_wording=is_same,
    )
