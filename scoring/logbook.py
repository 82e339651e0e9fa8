"""Writing the log of one call: each thing a person can do becomes an entry, timed and in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID, uuid4

from scoring.acknowledgement import Acknowledgement, Scan, Statement
from scoring.clock import CallClock, Clock
from scoring.debrief import Debrief, MyView, SelfView
from scoring.entry import (
    Acknowledged,
    Amended,
    Cancelled,
    Closed,
    Correctable,
    Debriefed,
    Ended,
    Entry,
    Floor,
    FloorCorrected,
    FloorRemembered,
    FloorTaken,
    Gap,
    GapReason,
    HandedBack,
    HandedOver,
    Introduced,
    Introduction,
    Marked,
    Moment,
    NoShow,
    PageAmended,
    Paused,
    Planned,
    Redone,
    Reopened,
    Resumed,
    SatIn,
    ScanKept,
    SelfViewed,
    Started,
    Stated,
    SteppedIn,
    Undone,
    Viewed,
    Voided,
    What,
    WithoutRep,
    WordsHeard,
)
from scoring.floor import Span, has_floor
from scoring.floor_editing import correction_to_redo, correction_to_undo
from scoring.fold import fold
from scoring.handing_over import Amendment, HandOver, PageContext
from scoring.page_versions import is_handed_over, page_versions
from scoring.preferences import Paper
from scoring.state import CallState, Phase, Standing
from scoring.teeup import TeeUp, Way

RECALLED_KINDS = (FloorRemembered, Marked, Moment, SteppedIn, WordsHeard)
"""What is written down about a call after it."""


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
        """Whether the call is being logged here and now: it runs, is not paused, and there is a device to log with."""
        is_running = self._running is not None and self.state.phase == Phase.RUNNING
        return is_running and not self.state.is_paused and self.state.way != Way.NO_DEVICE

    def take_up(self) -> Entry | None:
        """Go on with a call that was running when the app ended; the time between is a gap, unless the manager sits in
        without a device and meant to log nothing.
        """
        away_ms = self._run_on(self.state.last_ms, self.state.last_at or self._clock.now())
        if self.state.way == Way.NO_DEVICE:
            return None
        return self._write(Gap(length_ms=away_ms, reason=GapReason.APP_CLOSED))

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

    def ended_at(self, at: datetime) -> Entry | None:
        """The call was over at this wall time, as it is remembered; not before the latest thing logged. Said once more,
        the later word stands.
        """
        assert self.state.phase in (Phase.RUNNING, Phase.ENDED), "what has not begun cannot end"
        last = self._latest_logged()
        since_last = max(at - last.entry.at, timedelta())
        ended = last.entry.at + since_last
        if ended == self.state.ended_at:
            return None
        if self.state.phase == Phase.ENDED:
            self._take_back_end()
        self._running = None
        offset_ms = last.offset_ms + round(since_last / timedelta(milliseconds=1))
        return self._write_at(offset_ms, ended, Ended(), recalled=True)

    def _take_back_end(self) -> Entry:
        assert self.state.end_is_recalled, "what was logged as it happened stands"
        return self._write(Undone(target=self.state.by_type[Ended][-1].entry.id))

    def _latest_logged(self) -> Standing:
        """:returns: the latest thing logged as it happened; at least the start, even of a call nobody logged."""
        backwards = reversed(self.state.entries.values())
        return next(item for item in backwards if _is_logged(item))

    def took_place(self, began: datetime, ended: datetime) -> None:
        """A call nobody logged was held between these wall times, as they are remembered. Said once more, the later
        word stands.
        """
        if self.state.phase == Phase.ENDED and self.state.start_is_recalled:
            self._take_back_end()
            self._write(Undone(target=self.state.by_type[Started][-1].entry.id))
        assert self.state.phase == Phase.PLANNED, "a call starts once"
        self._write_at(0, began, Started(), recalled=True)
        self.ended_at(ended)

    def reopen(self) -> Entry:
        """The end was an accident: the call goes on. Without a device no time is lost by it."""
        assert self.state.phase == Phase.ENDED, "only a call that just ended can go on"
        last = self._latest_logged()
        self._run_on(last.offset_ms, last.entry.at)
        if self.state.way == Way.NO_DEVICE and self.state.end_is_recalled:
            return self._take_back_end()
        return self._write(Reopened())

    def _run_on(self, from_ms: int, since: datetime) -> int:
        """Let the clock of the call run again: it stood at ``from_ms`` then. :returns: how long it stood (ms)."""
        away_ms = max(0, round((self._clock.now() - since).total_seconds() * 1000))
        self._running = CallClock(self._clock, max(from_ms + away_ms, self.state.last_ms))
        return away_ms

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
        goes_on = until_ms is None or until_ms > self.state.last_ms  # beyond what spans are known for
        if (not goes_on or self.state.floor == who) and has_floor(self.state, who, Span(from_ms, end_ms)):
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

    def undo_recall(self) -> Entry | None:
        """Take back the latest thing written down from memory, or the latest correction of one; what was logged as it
        happened stays."""
        return self.undo() if self.can_undo_recall else None

    def redo_recall(self) -> Entry | None:
        """Let what ``undo_recall`` took back stand again."""
        return self.redo() if self._is_from_memory(self.state.undone) else None

    @property
    def can_undo_recall(self) -> bool:
        """Whether ``undo_recall`` would take something back."""
        return self._is_from_memory(self.state.done)

    def _is_from_memory(self, ids: list[UUID]) -> bool:
        logged = self.state.logged(ids[-1]) if ids else None
        if logged and isinstance(logged.what, Amended):
            logged = self.state.logged(logged.what.target)
        return logged is not None and logged.entry.recalled and isinstance(logged.what, RECALLED_KINDS)

    def undo_floor(self) -> Entry | None:
        """Take back the latest correction of the floor made since the call ended."""
        target = correction_to_undo(self.state)
        return self._write(Undone(target=target)) if target else None

    def redo_floor(self) -> Entry | None:
        """Let the latest of those that was taken back stand again."""
        target = correction_to_redo(self.state)
        return self._write(Redone(target=target)) if target else None

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
        assert not is_handed_over(self.state), "what was handed over is amended"
        entry = self._write(Debriefed(debrief=debrief))
        if debrief.can_say:
            self._write(Closed())
        return entry

    def hand_over(self, how: HandOver, context: PageContext, paper: Paper = Paper.AUTO) -> Entry:
        """The page left the app as it stands; who has it keeps it."""
        assert self.state.debrief is not None, "there is a page once something is agreed"
        return self._write(HandedOver(how=how, context=context, paper=paper))

    def amend_page(self, amendment: Amendment, debrief: Debrief) -> Entry | None:
        """Agree on something else than the page that was handed over says."""
        assert is_handed_over(self.state), "what nobody has yet is changed without further ado"
        if debrief == self.state.debrief:
            return None
        self._begin_page(amendment)
        return self.agree(debrief)

    def acknowledge(
        self,
        amendment: Amendment,
        acknowledgement: Acknowledgement,
        statement: Statement | None = None,
        scan: Scan | None = None,
    ) -> Entry | None:
        """Say what became of the sheet that was handed over. The page that says so is filed as it stands.

        :param statement: what the rep says about it; None leaves what was said.
        :param scan: whose bytes are kept already; None leaves the one there is.
        :returns: the entry that hands the page over; None where nothing of it is new.
        """
        assert is_handed_over(self.state), "what nobody has yet is not acknowledged"
        news = self._news(acknowledgement, statement, scan)
        if not news:
            return None
        page = self._begin_page(amendment)
        for what in news:
            self._write(what)
        return self._write(replace(page, how=HandOver.FILED))

    def _news(
        self, acknowledgement: Acknowledgement, statement: Statement | None, scan: Scan | None
    ) -> list[What]:
        news: list[What] = []
        if acknowledgement != self.state.acknowledgement:
            news.append(Acknowledged(acknowledgement=acknowledgement))
        if statement is not None and statement != self.state.statement:
            news.append(Stated(statement=statement))
        if scan is not None and scan != self.state.scan:
            news.append(ScanKept(scan=scan))
        return news

    def _begin_page(self, amendment: Amendment) -> HandedOver:
        """From here on there is another page in the place of the one that was handed over.

        :returns: how that one left the app.
        """
        page = page_versions(item.entry for item in self.state.entries.values())[-1]
        assert page.leaving is not None, "it was handed over"
        context = page.leaving.context
        self._write(PageAmended(amendment=amendment, until=page.entries[-1].id, context=context))
        return page.leaving

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
            if gap.reason == GapReason.CLOCK_CHANGED or self.state.way != Way.NO_DEVICE:
                self._write_at(reading.offset_ms, reading.at, gap, recalled=False)
        return reading.offset_ms, reading.at

    def _append(self, entry: Entry) -> None:
        fold([entry], self.state)
        self._on_entry(entry)


def _is_logged(item: Standing) -> bool:
    if isinstance(item.what, Started):
        return True
    return not item.entry.recalled and not isinstance(item.what, Planned | Amended | Undone | Redone)


@lru_cache(maxsize=256)
def _marked(skill: str, seen: bool, words: str) -> Marked:
    """Thousands of marks of a call say the same few things: they share what they say."""
    return Marked(skill=skill, seen=seen, words=words)
