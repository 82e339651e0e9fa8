"""The entries of a joint call. A call is its entries: they are appended, never changed, and everything else follows.

An ``Entry`` says when; its ``what`` says what happened. Corrections and undo are entries too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from scoring.acknowledgement import Acknowledgement, Scan, Statement
from scoring.codec import KIND, BadValueError, as_json, from_plain, plain_from_json, to_plain
from scoring.debrief import Debrief, MyView, SelfView
from scoring.handing_over import Amendment, HandOver, PageContext
from scoring.preferences import Paper
from scoring.teeup import StepInReason, TeeUp, Way


class Floor(StrEnum):
    """Who is speaking."""

    REP = "rep"
    CUSTOMER = "customer"
    ME = "me"
    NOBODY = "nobody"


class Introduction(StrEnum):
    """How the rep introduced the manager: as agreed, or as "my boss"."""

    AS_AGREED = "as_agreed"
    AS_BOSS = "as_boss"


class GapReason(StrEnum):
    """Why nothing could be logged for a while."""

    ASLEEP = "asleep"
    APP_CLOSED = "app_closed"
    CLOCK_CHANGED = "clock_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The tee-up as it was agreed; a later one replaces it."""

    KIND: ClassVar = "planned"
    tee_up: TeeUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The call began; offsets count from here."""

    KIND: ClassVar = "started"


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """How the rep introduced the manager."""

    KIND: ClassVar = "introduced"
    how: Introduction


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A behaviour of a skill was seen, or missed; with words for it, if any."""

    KIND: ClassVar = "mark"
    skill: str
    seen: bool
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorTaken:
    """Who has the floor from now on."""

    KIND: ClassVar = "floor"
    who: Floor


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorCorrected:
    """``who`` really had the floor from ``from_ms`` up to ``until_ms``, whatever was tapped; None is up to the next tap
    after this entry. A later correction lies over an earlier one."""

    KIND: ClassVar = "floor_corrected"
    who: Floor
    from_ms: int
    until_ms: int | None = None

    def __post_init__(self) -> None:
        _check_offset(self.from_ms)
        if self.until_ms is not None and self.until_ms <= self.from_ms:
            raise ValueError("a stretch ends after it begins")


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorRemembered:
    """Who mostly had the floor, from memory and in words: ``mostly`` one of them, or None where it was about even. It
    never becomes a figure."""

    KIND: ClassVar = "floor_remembered"
    mostly: Floor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SteppedIn:
    """The manager took the floor; the reason may be given later by an amendment. Of one that is remembered,
    ``handed_back`` says whether the floor went back to the rep, None where that was not said; of one that is logged, an
    entry of its own says it.
    """

    KIND: ClassVar = "stepped_in"
    reason: StepInReason | None = None
    words: str = ""
    handed_back: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedBack:
    """The floor went back to the rep."""

    KIND: ClassVar = "handed_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsHeard:
    """Words that were said."""

    KIND: ClassVar = "words"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment to come back to."""

    KIND: ClassVar = "moment"
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SatIn:
    """How the manager sits in from now on, where it is not as it was agreed."""

    KIND: ClassVar = "way"
    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """The call is interrupted; nobody has the floor until it is resumed."""

    KIND: ClassVar = "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """The call goes on after a pause."""

    KIND: ClassVar = "resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Nothing could be logged for ``length_ms`` before this entry. Or the wall clock was set: forward by as much, or
    back where it is negative; no time was lost then."""

    KIND: ClassVar = "gap"
    length_ms: int
    reason: GapReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The call is over."""

    KIND: ClassVar = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """The end was an accident: the call goes on. What lies between counts as a gap."""

    KIND: ClassVar = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewed:
    """The manager's view is written, and sealed."""

    KIND: ClassVar = "viewed"
    view: MyView


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfViewed:
    """The rep has spoken first: this opens the manager's view."""

    KIND: ClassVar = "self_viewed"
    self_view: SelfView


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutRep:
    """The debrief takes place without the rep: this opens the manager's view, and the page says so."""

    KIND: ClassVar = "without_rep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Debriefed:
    """What was agreed; a later one replaces it."""

    KIND: ClassVar = "debriefed"
    debrief: Debrief


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The coaching is over: the rep could say what was not done well and what to do differently."""

    KIND: ClassVar = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """The call will not take place."""

    KIND: ClassVar = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoShow:
    """The customer did not come."""

    KIND: ClassVar = "no_show"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided:
    """The record does not count, and why."""

    KIND: ClassVar = "void"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The page was handed over as it stood, with what it says beside the entries; from now on a change is an
    amendment. It is a note of this data and in no record. ``paper`` is what it was drawn on, AUTO where that is not
    known."""

    KIND: ClassVar = "handed_over"
    how: HandOver
    context: PageContext
    paper: Paper = Paper.AUTO


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAmended:
    """From here on there is another page in the place of the one that was handed over: why, and by whom.

    The one before ended with entry ``until``, and ``context`` is what it said beside its entries: it can be made again
    wherever this log goes.
    """

    KIND: ClassVar = "page_amended"
    amendment: Amendment
    until: UUID
    context: PageContext

    def __post_init__(self) -> None:
        if not self.amendment.is_complete:
            raise ValueError("an amendment needs its reason and its author")


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """What became of the printed sheet; a later one replaces it, and so does what is agreed later: nobody has signed
    that."""

    KIND: ClassVar = "acknowledged"
    acknowledgement: Acknowledgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the rep says about the page; a later one replaces it."""

    KIND: ClassVar = "stated"
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanKept:
    """A scan of the signed sheet is kept beside the page; a later one replaces it, and so does what is agreed later."""

    KIND: ClassVar = "scan"
    scan: Scan


Correctable = (
    Marked
    | FloorTaken
    | FloorCorrected
    | FloorRemembered
    | SteppedIn
    | HandedBack
    | WordsHeard
    | Moment
    | Introduced
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """Entry ``target`` was really ``what`` at ``offset_ms``; ``what`` None strikes it. The last amendment stands."""

    KIND: ClassVar = "amended"
    target: UUID
    offset_ms: int
    what: Correctable | None

    def __post_init__(self) -> None:
        _check_offset(self.offset_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """Entry ``target`` is taken back, as if it had not been logged."""

    KIND: ClassVar = "undone"
    target: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Redone:
    """Entry ``target``, which was undone, stands again."""

    KIND: ClassVar = "redone"
    target: UUID


Lifecycle = (
    Planned
    | Started
    | Ended
    | Reopened
    | Viewed
    | SelfViewed
    | WithoutRep
    | Debriefed
    | Closed
    | Cancelled
    | NoShow
    | Voided
)
What = (
    Lifecycle
    | Correctable
    | SatIn
    | Paused
    | Resumed
    | Gap
    | HandedOver
    | PageAmended
    | Acknowledged
    | Stated
    | ScanKept
    | Amended
    | Undone
    | Redone
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log.

    ``offset_ms`` counts from the start of the call on a monotonic clock (0 before the start). ``at`` is the wall time,
    always with its UTC offset. ``recalled`` is True for what was written down from memory after the call.
    """

    id: UUID
    call_id: UUID
    offset_ms: int
    at: datetime
    what: What
    recalled: bool = False

    def __post_init__(self) -> None:
        _check_offset(self.offset_ms)
        if self.at.tzinfo is None:
            raise ValueError("a wall time needs its UTC offset")


def _check_offset(offset_ms: int) -> None:
    if offset_ms < 0:
        raise ValueError("an entry cannot lie before the start of its call")


def what_to_json(what: What) -> tuple[str, str]:
    """:returns: the kind of ``what`` and the rest of it as canonical JSON text."""
    plain = to_plain(what)
    kind = plain.pop(KIND)
    return kind, as_json(plain)


def what_from_json(kind: str, text: str) -> What:
    """The inverse of ``what_to_json``.

    :raises BadValueError: when the text is not JSON, or not a ``kind`` this version knows.
    """
    plain = plain_from_json(text)
    if not isinstance(plain, dict):
        raise BadValueError(f"an object was expected, not {type(plain).__name__}")
    return from_plain(What, {KIND: kind, **plain})
