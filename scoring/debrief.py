"""What is written after the call: my view, the rep's own view, and what both agreed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from scoring.codec import IF_KNOWN
from scoring.rating import Rating, Ticked, rating_of

MOST_COMMITMENTS = 2


class Outcome(StrEnum):
    """How the call ended, against what was declared at tee-up."""

    BEST = "best"
    BETWEEN = "between"
    LEAST = "least"
    LESS = "less"


class Nerves(StrEnum):
    """How much the manager's presence threw the rep, in the rep's own word."""

    NOT_AT_ALL = "not_at_all"
    A_LITTLE = "a_little"
    SOMEWHAT = "somewhat"
    A_LOT = "a_lot"


class Kept(StrEnum):
    """What became of the last commitment, as both agreed."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A strength, or something that got in the way, in words; ``entry`` is the logged entry it points at."""

    words: str
    entry: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MyView:
    """The manager's view, written alone before the debrief and sealed until the rep has spoken.

    ``ticked`` is what was ticked of skills without a rating; the ticks of the others stand in their rating.
    """

    ratings: tuple[Rating, ...] = ()
    outcome: Outcome | None = None
    outcome_words: str = ""
    strengths: tuple[Observation, ...] = ()
    gaps: tuple[Observation, ...] = ()
    ticked: tuple[Ticked, ...] = field(default=(), metadata=IF_KNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfView:
    """The rep's own view, spoken first. ``ratings`` are the rep's levels for the focus skills, ``began_at`` is the time
    of the first word, or None where only the whole was written down.
    """

    went_well: str = ""
    differently: str = ""
    ratings: tuple[Rating, ...] = ()
    nerves: Nerves | None = None
    began_at: datetime | None = None

    @property
    def is_given(self) -> bool:
        """Whether the rep has said anything at all: nothing opens the manager's view before that. "No chance to see"
        says nothing about oneself."""
        rated = any(rating.level is not None for rating in self.ratings)
        return bool(self.went_well.strip() or self.differently.strip() or rated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One thing the rep will do differently, in the rep's own words: what and how, where first, checked when."""

    words: str
    first_tried: str = ""
    check_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What became of a commitment of an earlier call, as both agreed.

    It is number ``number`` (from 0) of what was agreed in the call ``agreed_in``, in the ``words`` of then.
    ``evidence`` are entries of the call that is debriefed, in which it was seen; empty where both only say so.
    """

    agreed_in: UUID
    number: int
    words: str
    kept: Kept
    evidence: tuple[UUID, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.number < MOST_COMMITMENTS:
            raise ValueError("a call has two commitments at most, counted from 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """What both agreed.

    ``agreed`` holds a rating only where it changed after hearing the rep; the first one stays in the record.
    ``closings`` say what became of the commitments the rep came with. ``can_say`` is the closing question: whether the
    rep can say what was not done well and what to do differently. ``shared`` is one id over all calls that this debrief
    covers, or None for a debrief of one call. ``last_commitment`` is from before there were closings: it was said of
    all that was open at once.
    """

    agreed: tuple[Rating, ...] = ()
    last_commitment: Kept | None = None
    commitments: tuple[Commitment, ...] = ()
    parked: tuple[str, ...] = ()
    comment: str = ""
    can_say: bool | None = None
    shared: UUID | None = None
    closings: tuple[Closing, ...] = field(default=(), metadata=IF_KNOWN)

    def __post_init__(self) -> None:
        if len(self.commitments) > MOST_COMMITMENTS:
            raise ValueError("two things to do differently at most; the rest is parked")


def standing_rating(view: MyView, debrief: Debrief | None, skill: str) -> Rating | None:
    """:returns: the rating that stands: the agreed one where it changed, otherwise the manager's first one."""
    agreed = rating_of(debrief.agreed, skill) if debrief else None
    return agreed or rating_of(view.ratings, skill)
