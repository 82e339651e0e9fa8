"""The state of a joint call: what its entries add up to.

``fold`` is the only way to make one. A state is read by everybody and changed by nobody but the fold, which goes on
from it in place, so that a tap costs the same after three hours as at the start.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeVar
from uuid import UUID

from scoring.acknowledgement import Acknowledgement, Scan, Statement
from scoring.debrief import Debrief, MyView, SelfView
from scoring.entry import (
    Acknowledged,
    Debriefed,
    Ended,
    Entry,
    Floor,
    FloorCorrected,
    FloorTaken,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Paused,
    Resumed,
    SatIn,
    ScanKept,
    Started,
    Stated,
    SteppedIn,
    What,
)
from scoring.teeup import TeeUp, Way

W = TypeVar("W", bound=What)


class Phase(StrEnum):
    """Where a call stands."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    VIEWED = "viewed"
    DEBRIEFED = "debriefed"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    VOID = "void"


DEBRIEFED_PHASES = (Phase.DEBRIEFED, Phase.CLOSED)
"""Something was agreed, so there is a page."""
LOGGED_PHASES = (Phase.ENDED, Phase.VIEWED, *DEBRIEFED_PHASES)
"""The call took place, is over, and counts."""
SETTLED_PHASES = (Phase.CANCELLED, Phase.NO_SHOW, Phase.VOID)
"""The call did not take place, or does not count."""


class Standing(NamedTuple):
    """An entry as it stands after all corrections: ordered by corrected time, then by the order of logging.

    A tuple, because a call may hold tens of thousands and they are compared and made on every tap.
    """

    offset_ms: int
    sequence: int
    entry: Entry
    what: What


@dataclass(slots=True, eq=False)
class CallState:
    """What stands of a call after the entries folded so far.

    ``standing`` maps the id of each entry that stands to its corrected form, or to the form it was logged in;
    ``by_type`` keeps the same in order of time, one list a kind. ``aside`` maps the id of every other entry, and of
    every one that was corrected, to the form it was logged in. ``tallies`` counts marks by (skill, seen).
    ``done`` and ``undone`` end in the ids that undo and redo would take next; of those before, what is ``withdrawn``
    does not count in ``done``, and what is not does not in ``undone``.
    """

    call_id: UUID | None = None
    count: int = 0
    standing: dict[UUID, Standing] = field(default_factory=dict)
    aside: dict[UUID, Standing] = field(default_factory=dict)
    by_type: dict[type, list[Standing]] = field(default_factory=dict)
    amendments: dict[UUID, list[UUID]] = field(default_factory=dict)
    tallies: Counter[tuple[str, bool]] = field(default_factory=Counter)
    done: list[UUID] = field(default_factory=list)
    undone: list[UUID] = field(default_factory=list)
    withdrawn: set[UUID] = field(default_factory=set)
    phase: Phase = Phase.PLANNED
    tee_up: TeeUp = field(default_factory=TeeUp)
    started_at: datetime | None = None
    ended_at: datetime | None = None
    ended_ms: int | None = None
    last_ms: int = 0
    last_at: datetime | None = None
    view: MyView | None = None
    self_view: SelfView | None = None
    without_rep: bool = False
    debrief: Debrief | None = None
    debrief_began_at: datetime | None = None
    closed_at: datetime | None = None
    reason: str = ""

    @property
    def entries(self) -> dict[UUID, Standing]:
        """Every entry in the form it was logged in, by id, in the order of logging; put together when asked for."""
        logged = {**self.standing, **self.aside}
        return {item.entry.id: item for item in sorted(logged.values(), key=_sequence)}

    def logged(self, entry_id: UUID) -> Standing | None:
        """:returns: an entry in the form it was logged in, or None if there is no such entry."""
        return self.aside.get(entry_id) or self.standing.get(entry_id)

    def of(self, kind: type[W]) -> Iterator[tuple[Standing, W]]:
        """:returns: what stands of one kind in order of time, each with its corrected form."""
        for item in self.by_type.get(kind, ()):
            assert isinstance(item.what, kind)
            yield item, item.what

    def last_of(self, kind: type[W]) -> W | None:
        """:returns: the latest of one kind that stands, or None."""
        item = self.latest(kind)
        if item is None:
            return None
        assert isinstance(item.what, kind)
        return item.what

    def latest(self, kind: type) -> Standing | None:
        """:returns: the latest of one kind as it stands, or None."""
        return next(self._latest_first(kind), None)

    def _latest_first(self, kind: type) -> Iterator[Standing]:
        return reversed(self.by_type.get(kind, ()))

    @property
    def floor(self) -> Floor | None:
        """Who has the floor now, or None before the first floor entry."""
        taken = self.latest(FloorTaken)
        corrected = next((item for item in self._latest_first(FloorCorrected) if _is_open(item.what)), None)
        item = max(filter(None, (taken, corrected)), default=None)
        what = item.what if item else None
        return what.who if isinstance(what, FloorTaken | FloorCorrected) else None

    @property
    def way(self) -> Way:
        """How the manager sits in now, or means to."""
        changed = self.last_of(SatIn)
        return changed.way if changed else self.tee_up.way

    @property
    def was_without_device(self) -> bool:
        """Whether the manager sat in without a device, or meant to, at any time."""
        return Way.NO_DEVICE in (self.tee_up.way, *(what.way for _, what in self.of(SatIn)))

    @property
    def start_is_recalled(self) -> bool:
        """Whether the call has begun and no start of it was logged as it happened: its times are from memory."""
        started = self.by_type.get(Started, ())
        return bool(started) and all(item.entry.recalled for item in started)

    @property
    def end_is_recalled(self) -> bool:
        """Whether the call is over and its end is from memory."""
        ended = self.by_type.get(Ended)
        return self.ended_at is not None and bool(ended) and ended[-1].entry.recalled

    @property
    def introduction(self) -> Introduction | None:
        """How the manager was introduced, or None while it is not said."""
        introduced = self.last_of(Introduced)
        return introduced.how if introduced else None

    @property
    def is_paused(self) -> bool:
        """Whether the call is interrupted now."""
        return self._is_latest(Paused, Resumed)

    @property
    def is_stepped_in(self) -> bool:
        """Whether the manager has stepped in and not yet handed back. What is remembered is over."""
        logged = (item for item in self._latest_first(SteppedIn) if not item.entry.recalled)
        opened, closed = next(logged, None), self.latest(HandedBack)
        return opened is not None and (closed is None or opened > closed)

    def _is_latest(self, opening: type, closing: type) -> bool:
        opened, closed = self.by_type.get(opening), self.by_type.get(closing)
        return bool(opened) and (not closed or opened[-1] > closed[-1])

    @property
    def view_is_open(self) -> bool:
        """Whether the manager's view may be shown: the rep has spoken, or the debrief is without the rep."""
        return self.without_rep or (self.self_view is not None and self.self_view.is_given)

    @property
    def acknowledgement(self) -> Acknowledgement | None:
        """What became of the printed sheet, or None while nobody said it of what is agreed now."""
        item = self._since_agreed(Acknowledged)
        return item.what.acknowledgement if item and isinstance(item.what, Acknowledged) else None

    @property
    def statement(self) -> Statement:
        """What the rep says about the page, empty where nothing was said."""
        stated = self.last_of(Stated)
        return stated.statement if stated else Statement()

    @property
    def scan(self) -> Scan | None:
        """The scan of the signed sheet, or None while there is none of what is agreed now."""
        item = self._since_agreed(ScanKept)
        return item.what.scan if item and isinstance(item.what, ScanKept) else None

    def _since_agreed(self, kind: type) -> Standing | None:
        agreed, said = self.latest(Debriefed), self.latest(kind)
        return None if said and agreed and said.sequence < agreed.sequence else said

    def tally(self, skill: str, *, seen: bool) -> int:
        """:returns: how many marks of one half of a skill stand."""
        return self.tallies[skill, seen]

    def marks_of(self, skill: str) -> list[tuple[Standing, Marked]]:
        """:returns: the marks of one skill in order of time."""
        return [(item, mark) for item, mark in self.of(Marked) if mark.skill == skill]

    def put(self, item: Standing) -> None:
        """Let ``item`` stand. For the fold alone."""
        self.standing[item.entry.id] = item
        items = self.by_type.setdefault(type(item.what), [])
        if not items or items[-1] < item:
            items.append(item)
        else:
            insort(items, item)
        if isinstance(item.what, Marked):
            self.tallies[item.what.skill, item.what.seen] += 1

    def take(self, entry_id: UUID) -> None:
        """Let an entry stand no longer. For the fold alone."""
        item = self.standing.pop(entry_id, None)
        if item is None:
            return
        items = self.by_type[type(item.what)]
        del items[bisect_left(items, item)]
        if isinstance(item.what, Marked):
            self.tallies[item.what.skill, item.what.seen] -= 1


def _sequence(item: Standing) -> int:
    return item.sequence


def _is_open(what: What) -> bool:
    return isinstance(what, FloorCorrected) and what.until_ms is None
