"""A level given to a skill, and what it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from scoring.codec import IF_KNOWN

LEVELS = (1, 2, 3, 4)


class Basis(StrEnum):
    """What a rating stands on: logged evidence, or the manager's judgement only."""

    EVIDENCE = "evidence"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """The level of one skill on one call.

    ``level`` is 1 to 4, or None for "no chance to see", which is never zero and never averaged. ``evidence`` are the
    ids of the marks it stands on. ``checked`` are the items of the skill's checklist that were ticked, by their place
    from 1; a tick says what was seen, and decides nothing about the level.
    """

    skill: str
    level: int | None
    evidence: tuple[UUID, ...] = ()
    checked: tuple[int, ...] = field(default=(), metadata=IF_KNOWN)

    def __post_init__(self) -> None:
        if self.level is not None and self.level not in LEVELS:
            raise ValueError("a level is 1 to 4, or None for no chance to see")
        _check_ticks(self.checked)

    @property
    def basis(self) -> Basis | None:
        """What the level stands on, or None where there was no chance to see."""
        if self.level is None:
            return None
        return Basis.EVIDENCE if self.evidence else Basis.JUDGEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """What was ticked of the checklist of a skill that has no level yet: items by their place from 1."""

    skill: str
    checked: tuple[int, ...]

    def __post_init__(self) -> None:
        _check_ticks(self.checked)


def _check_ticks(checked: tuple[int, ...]) -> None:
    if list(checked) != sorted(set(checked)) or not all(one >= 1 for one in checked):
        raise ValueError("ticks are places from 1, in order, each once")


def rating_of(ratings: tuple[Rating, ...], skill: str) -> Rating | None:
    """:returns: the rating of ``skill`` among ``ratings``, or None where it was not rated."""
    return next((rating for rating in ratings if rating.skill == skill), None)


def with_rating(ratings: tuple[Rating, ...], new: Rating) -> tuple[Rating, ...]:
    """:returns: ``ratings`` with ``new`` in place of an earlier one of the same skill, or behind them."""
    if rating_of(ratings, new.skill) is None:
        return (*ratings, new)
    return tuple(new if rating.skill == new.skill else rating for rating in ratings)
