"""Writing the log of one call: each thing a person can do becomes an entry, timed and in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID, uuid4

from scoring.clock import CallClock, Clock
from scoring.debrief import Debrief, MyView, SelfView
from scoring.entry import (
    Amended,
    Cancelled,
    Closed,
    Correctable,
    Debriefed,
    Ended,
    Entry,
    Floor,
    FloorCorrected,
    FloorTaken,
    Gap,
    GapReason,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Moment,
    NoShow,
    Paused,
    Planned,
    Redone,
    Reopened,
    Resumed,
    SatIn,
    SelfViewed,
    Started,
    SteppedIn,
    Undone,
    Viewed,
    Voided,
    What,
    WithoutRep,
    WordsHeard,
)
from scoring.floor import Span, has_floor
from scoring.fold import fold
from scoring.state import CallState, Phase
from scoring.teeup import StepInReason, TeeUp, Way


class Logbook:
    """The log of one call, open for writing.

    ``state`` is up to date after every line written; ``on_entry`` gets each new entry, to make it durable. What would
    say nothing new (the floor to who has it already, an undo with nothing to undo) writes nothing and returns None.
    """

    def __init__(
        self, state: CallState, call_id: UUID, clock: Clock, on_entry: Callable[[Entry], None]
    ) -> None:
        """:param state: the state so far; the logbook goes on from it in place."""
        self.state = state
        self.call_id = call_id
        self._clock = clock
        self._on_entry = on_entry
        self._running: CallClock | None = None

    # The life of the call

    def plan(self, tee_up: TeeUp) -> Entry | None:
        """Keep the tee-up as it is agreed now."""
        if self.state.last_of(Planned) == Planned(tee_up=tee_up):
            return None
        return self._write(Planned(tee_up=tee_up))

    def start(self) -> Entry:
        """The call begins now."""
        assert self.state.phase == Phase.PLANNED, "a call starts once"
        self._running = CallClock(self._clock)
        return self._write(Started())

    @property
    def needs_taking_up(self) -> bool:
        """Whether the call was running when the app last ended."""
        return self.state.phase == Phase.RUNNING and self._running is None

    @property
    def is_logging(self) -> bool:
        """Whether the call is being logged here and now: it runs, and is not paused."""
        return self._running is not None and self.state.phase == Phase.RUNNING and not self.state.is_paused

    def take_up(self) -> Entry:
        """Go on with a call that was running when the app ended; the time between is a gap."""
        return self._go_on(lambda away_ms: Gap(length_ms=away_ms, reason=GapReason.APP_CLOSED))

    def end(self) -> Entry:
        """The call is over."""
        entry = self._write(Ended())
        self._running = None
        return entry

    def was_over(self) -> Entry:
        """A call that was running when the app ended was over by then: at its last entry, as far as is known."""
        assert self.needs_taking_up, "a call that is being logged ends now"
        assert self.state.last_at is not None, "it has begun"
        return self._write_at(self.state.last_ms, self.state.last_at, Ended(), recalled=True)

    def ended_at(self, at: datetime) -> Entry:
        """A running call was over at this wall time, as it is remembered; not before the latest thing logged."""
        assert self.state.phase == Phase.RUNNING, "only a running call can end"
        assert self.state.last_at is not None, "it has begun"
        since_last = max(at - self.state.last_at, timedelta())
        self._running = None
        offset_ms = self.state.last_ms + round(since_last / timedelta(milliseconds=1))
        return self._write_at(offset_ms, self.state.last_at + since_last, Ended(), recalled=True)

    def took_place(self, began: datetime, ended: datetime) -> None:
        """A call nobody logged was held between these wall times, as they are remembered."""
        assert self.state.phase == Phase.PLANNED, "a call starts once"
        self._write_at(0, began, Started(), recalled=True)
        self.ended_at(ended)

    def reopen(self) -> Entry:
        """The end was an accident: the call goes on."""
        assert self.state.phase == Phase.ENDED, "only a call that just ended can go on"
        return self._go_on(lambda _away_ms: Reopened())

    def _go_on(self, what: Callable[[int], What]) -> Entry:
        last_at = self.state.last_at or self._clock.now()
        away_ms = max(0, round((self._clock.now() - last_at).total_seconds() * 1000))
        self._running = CallClock(self._clock, self.state.last_ms + away_ms)
        return self._write(what(away_ms))

    def pause(self) -> Entry | None:
        """Interrupt the call."""
        return None if self.state.is_paused else self._write(Paused())

    def resume(self) -> Entry | None:
        """Go on after a pause."""
        return self._write(Resumed()) if self.state.is_paused else None

    def cancel(self) -> Entry:
        """The call will not take place."""
        return self._write(Cancelled())

    def no_show(self) -> Entry:
        """The customer did not come."""
        return self._write(NoShow())

    def void(self, reason: str) -> Entry:
        """The record does not count."""
        return self._write(Voided(reason=reason))

    def bring_back(self) -> Entry | None:
        """Take back a cancellation, a no-show or a voiding."""
        settled = [item for kind in (Cancelled, NoShow, Voided) for item, _ in self.state.of(kind)]
        return self._write(Undone(target=settled[-1].entry.id)) if settled else None

    # Sitting in

    def sit(self, way: Way) -> Entry | None:
        """Sit in another way from now on."""
        return None if self.state.way == way else self._write(SatIn(way=way))

    def elapsed_ms(self) -> int:
        """:returns: the offset now, or of the latest entry when the call is not running (ms)."""
        return self._running.peek_ms() if self._running else self.state.last_ms

    def introduced(self, how: Introduction, *, recalled: bool = False) -> Entry | None:
        """The manager was introduced; pressing the other one corrects it.

        :param recalled: it is written down from memory, after the call.
        """
        if self.state.introduction == how:
            return None
        return self._write(Introduced(how=how), recalled=recalled)

    def mark(self, skill: str, *, seen: bool, words: str = "") -> Entry:
        """A behaviour was seen, or missed."""
        return self._write(_marked(skill, seen, words))

    def floor(self, who: Floor) -> Entry | None:
        """Somebody, or nobody, has the floor from now on."""
        return None if self.state.floor == who else self._write(FloorTaken(who=who))

    def correct_floor(self, who: Floor, from_ms: int, until_ms: int | None = None) -> Entry | None:
        """Somebody, or nobody, really had the floor in a stretch; ``until_ms`` None is: and has it now."""
        end_ms = self.elapsed_ms() if until_ms is None else until_ms
        if end_ms <= from_ms:
            return None
        if (until_ms is not None or self.state.floor == who) and has_floor(
            self.state, who, Span(from_ms, end_ms)
        ):
            return None
        return self._write(FloorCorrected(who=who, from_ms=from_ms, until_ms=until_ms))

    def words(self, text: str) -> Entry | None:
        """Words that were heard."""
        return self._write(WordsHeard(text=text)) if text.strip() else None

    def moment(self) -> Entry:
        """A moment to come back to."""
        return self._write(Moment())

    def step(self) -> Entry:
        """Stepped in; or, if stepped in already, handed back."""
        return self._write(HandedBack() if self.state.is_stepped_in else SteppedIn())

    def amend(self, target: UUID, what: Correctable | None, offset_ms: int | None = None) -> Entry | None:
        """Correct an entry: it was ``what``, at ``offset_ms`` (None keeps its time); ``what`` None strikes it."""
        standing = self.state.standing.get(target)
        if standing is None or (what == standing.what and offset_ms in (None, standing.offset_ms)):
            return None
        at_ms = standing.offset_ms if offset_ms is None else offset_ms
        return self._write(Amended(target=target, offset_ms=at_ms, what=what))

    def undo(self) -> Entry | None:
        """Take back the latest thing logged or corrected."""
        return self._write(Undone(target=self.state.done[-1])) if self.state.done else None

    def redo(self) -> Entry | None:
        """Let the latest thing that was undone stand again."""
        return self._write(Redone(target=self.state.undone[-1])) if self.state.undone else None

    # After the call

    def recall(self, what: Correctable) -> Entry:
        """Write down what is remembered; it is marked as recalled, with the time since the call ended."""
        assert self.state.ended_at is not None, "what happens in the call is logged, not recalled"
        return self._write(what, recalled=True)

    def recall_step(self, reason: StepInReason | None, *, handed_back: bool) -> Entry:
        """Write down, from memory, that the manager stepped in."""
        stepped_in = self.recall(SteppedIn(reason=reason))
        if handed_back:
            self.recall(HandedBack())
        return stepped_in

    def finish_view(self, view: MyView) -> Entry:
        """My view is written; it is sealed from now on."""
        assert self.state.phase == Phase.ENDED, "my view is written after the call, once"
        return self._write(Viewed(view=view))

    def take_back_view(self) -> Entry | None:
        """Write on at my view, which was finished too early. What was opened stays open."""
        if self.state.phase != Phase.VIEWED or self.state.view_is_open:
            return None
        *_, (viewed, _) = self.state.of(Viewed)
        return self._write(Undone(target=viewed.entry.id))

    def hear_rep(self, self_view: SelfView) -> Entry:
        """The rep has spoken; this opens the manager's view."""
        assert self_view.is_given, "nothing was said yet"
        return self._write(SelfViewed(self_view=self_view))

    def debrief_alone(self) -> Entry:
        """The debrief is without the rep; this opens the manager's view."""
        return self._write(WithoutRep())

    def agree(self, debrief: Debrief) -> Entry:
        """Keep what was agreed. The coaching is over once the rep can say what to do differently."""
        assert self.state.view_is_open, "the rep speaks first"
        entry = self._write(Debriefed(debrief=debrief))
        if debrief.can_say:
            self._write(Closed())
        return entry

    # Writing

    def _write(self, what: What, *, recalled: bool = False) -> Entry:
        offset_ms, at = self._read_clock()
        return self._write_at(offset_ms, at, what, recalled=recalled)

    def _write_at(self, offset_ms: int, at: datetime, what: What, *, recalled: bool) -> Entry:
        entry = Entry(
            id=uuid4(), call_id=self.call_id, offset_ms=offset_ms, at=at, what=what, recalled=recalled
        )
        self._append(entry)
        return entry

    def _read_clock(self) -> tuple[int, datetime]:
        if self._running is None:
            return self.state.last_ms, self._clock.now()
        reading = self._running.read()
        for gap in reading.gaps:
            self._write_at(reading.offset_ms, reading.at, gap, recalled=False)
        return reading.offset_ms, reading.at

    def _append(self, entry: Entry) -> None:
        fold([entry], self.state)
        self._on_entry(entry)


@lru_cache(maxsize=256)
def _marked(skill: str, seen: bool, words: str) -> Marked:
    """Thousands of marks of a call say the same few things: they share what they say."""
    return Marked(skill=skill, seen=seen, words=words)
