"""Sitting in on one call that is running: what the live faces share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from scoring.call_type import CallType
from scoring.entry import Floor, FloorCorrected, FloorTaken, Introduction, Marked, SteppedIn
from scoring.floor import Span, counted_ms, floor_figures, whole_percents
from scoring.logbook import Logbook
from scoring.notes import BegunWords
from scoring.rubric import Rubric
from scoring.state import CallState, Phase, Standing
from scoring.teeup import StepInReason
from scoring.text import tr, trn
from ui.session import Session

MINUTE_MS = 60_000

Tally = tuple[int, int]
"""Marks that are saved, and marks that are not saved yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What stands on the floor tiles where the manager asked for more than the neutral face: how rep and customer are
    called, and each party's share in whole per cents, where there are figures."""

    rep: str = ""
    customer: str = ""
    shares: Mapping[Floor, int] = field(default_factory=dict)


class Sitting(QObject):
    """The manager's hand in one call, and what can be seen of it. A face asks it what to show and tells it each press.

    :signal changed: something was logged, saved or is late: show it again.
    :signal minute_passed: the clock is to be shown again.
    :signal words_wanted: words for the mark that was just made are to follow.
    """

    changed = Signal()
    minute_passed = Signal()
    words_wanted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._book: Logbook | None = None
        self._tapped: dict[tuple[str, bool], UUID] = {}
        self._begun = BegunWords()
        self._rubric: Rubric | None = None
        self._rep = ""
        self._minute = QTimer(self, singleShot=True)
        self._late = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._on_minute)
        self._late.timeout.connect(self._on_late)
        session.call_changed.connect(self._on_call_changed)
        session.saved.connect(self._on_saving_changed)
        session.trouble_changed.connect(self._on_saving_changed)

    def begin(self, call_id: UUID) -> None:
        """Sit in on a call, or go on with it."""
        self._book = self._session.book(call_id)
        self._tapped.clear()
        self._begun = self._session.draft(call_id, BegunWords) or BegunWords()
        self._rubric = self._session.rubric_of(call_id)
        self._rep = self._session.rep_of(call_id).first_name
        self._on_minute()
        self._wait_until_late()

    def rest(self) -> None:
        """Nobody looks on any more: words that were begun are stored, and nothing wakes the computer up."""
        self.store_words(self._begun.text)
        self._minute.stop()
        self._late.stop()

    @property
    def book(self) -> Logbook:
        """The log of the call."""
        assert self._book is not None, "begin comes first"
        return self._book

    @property
    def state(self) -> CallState:
        """What the log adds up to."""
        return self.book.state

    @property
    def rubric(self) -> Rubric:
        """The skills to watch for. Read once: whoever asks for it at a tap must not wait for the disk."""
        assert self._rubric is not None, "begin comes first"
        return self._rubric

    # What there is to see

    def tallies(self) -> dict[tuple[str, bool], Tally]:
        """:returns: the marks by (skill, seen)."""
        waiting = Counter(self._waiting_marks())
        return {half: (count - waiting[half], waiting[half]) for half, count in self.state.tallies.items()}

    def _waiting_marks(self) -> list[tuple[str, bool]]:
        """:returns: (skill, seen) of every mark that is not durable yet."""
        standing = self.state.standing
        waiting = (standing[entry].what for entry in self._session.pending if entry in standing)
        return [(what.skill, what.seen) for what in waiting if isinstance(what, Marked)]

    def time_words(self) -> str:
        """:returns: how long the call has been going on, in minutes: the screen has no reason to wake up more often."""
        minutes = self.book.elapsed_ms() // MINUTE_MS
        words = trn("{n} min", "{n} min", minutes).format(n=minutes)
        return tr("{time}, paused").format(time=words) if self.state.is_paused else words

    def names(self) -> Names:
        """:returns: what is to stand on the tiles where the manager asked for names and figures."""
        figures = floor_figures(self.state)
        return Names(
            rep=self._rep,
            customer=self.state.tee_up.customer.strip(),
            shares=whole_percents(figures) if figures and figures.band.has_figures else {},
        )

    def asks_why(self) -> bool:
        """:returns: whether the manager has stepped in and not said why yet."""
        return self.state.is_stepped_in and self._last_step()[1].reason is None

    def reasons(self) -> list[StepInReason]:
        """:returns: the reasons that were agreed at tee-up, in the order they are asked there, and "other"."""
        agreed = {*self.state.tee_up.step_in_reasons, StepInReason.OTHER}
        return [reason for reason in StepInReason if reason in agreed]

    @property
    def is_late(self) -> bool:
        """Whether the manager, who only observes, has held the floor for longer than they set."""
        left_ms = self._left_ms()
        return left_ms is not None and left_ms <= 0

    def _left_ms(self) -> int | None:
        """:returns: how long (ms) the manager may still hold the floor; None where nothing is to be shown."""
        longest_ms = self._session.preferences.long_floor_s * 1000
        state = self.state
        observing = state.phase == Phase.RUNNING and state.tee_up.call_type == CallType.OBSERVE
        if not longest_ms or not observing or state.floor != Floor.ME or state.is_paused:
            return None
        held = Span(self._floor_since_ms(), self.book.elapsed_ms())
        return longest_ms - counted_ms(state, held)

    def _floor_since_ms(self) -> int:
        """:returns: since when the manager has had the floor they have now (ms)."""
        taken = self.state.latest(FloorTaken)
        since_ms = taken.offset_ms if taken else 0
        for item, what in self.state.of(FloorCorrected):
            if what.until_ms is None:
                since_ms = what.from_ms if taken is None or item > taken else since_ms
            elif what.who != Floor.ME:
                since_ms = max(since_ms, what.until_ms)
            elif what.until_ms >= since_ms:
                since_ms = min(since_ms, what.from_ms)
        return since_ms

    # Logging

    def tap(self, skill: str, seen: bool) -> None:
        """A behaviour was seen, or missed."""
        self._tapped[skill, seen] = self.book.mark(skill, seen=seen).id

    def hold(self, skill: str, seen: bool) -> None:
        """The press on a half lasts: words for that mark are to follow."""
        entry = self._tapped.get((skill, seen))
        if entry and entry in self.state.standing:
            self.store_words(self._begun.text)
            self._begun = BegunWords(entry=entry)
            self.words_wanted.emit()

    def floor(self, who: Floor) -> None:
        """Somebody, or nobody, has the floor."""
        self.book.floor(who)

    def introduced(self, how: str) -> None:
        """The manager was introduced (a value of Introduction)."""
        self.book.introduced(Introduction(how))

    def moment(self) -> None:
        """A moment to come back to."""
        self.book.moment()

    def step(self) -> None:
        """Stepped in, or handed back."""
        self.book.step()

    def give_reason(self, reason: str) -> None:
        """Why the manager stepped in (a value of StepInReason). What else was agreed is said in the words for it."""
        standing, step = self._last_step()
        agreed = self.state.tee_up.step_in_other if reason == StepInReason.OTHER else ""
        given = replace(step, reason=StepInReason(reason), words=step.words or agreed)
        self.book.amend(standing.entry.id, given)

    def _last_step(self) -> tuple[Standing, SteppedIn]:
        *_, last = self.state.of(SteppedIn)
        return last

    def undo(self) -> None:
        """Take back the latest thing."""
        self.book.undo()

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self.book.redo()

    def pause(self) -> None:
        """Interrupt the call, or go on with it."""
        self.book.resume() if self.state.is_paused else self.book.pause()
        self.minute_passed.emit()

    def end(self) -> None:
        """The call is over."""
        self.rest()
        self.book.end()

    # Words

    @property
    def begun(self) -> BegunWords:
        """Words that are being typed, and the mark they are for, if any."""
        return self._begun

    def keep_words(self, text: str) -> None:
        """Words are being typed: keep them as they are."""
        self._begun = replace(self._begun, text=text)
        self._session.keep_draft(self.book.call_id, self._begun)

    def store_words(self, text: str) -> None:
        """Words are written: for the mark they were begun for, or by themselves where that was taken back."""
        if not text.strip():
            return
        noted = self.state.standing.get(self._begun.entry) if self._begun.entry else None
        if noted and isinstance(noted.what, Marked):
            self.book.amend(noted.entry.id, replace(noted.what, words=text))
        else:
            self.book.words(text)
        self._begun = BegunWords()
        self._session.drop_draft(self.book.call_id, BegunWords)

    def go_on_with_words(self, entry: UUID, text: str) -> None:
        """Words that were being typed for an entry that was taken back: they go on here, and are lost on no account."""
        self.store_words(self._begun.text)
        self._begun = BegunWords(entry=entry)
        self.keep_words(text)
        self.changed.emit()

    def hand_words_on(self) -> None:
        """Another face sits in from now on: words that were begun are its own, to go on with and to store once."""
        self._begun = BegunWords()

    def let_words_wait(self) -> None:
        """The keys log again: words that were begun stay, and belong to the mark they were begun for."""
        if not self._begun.text.strip():
            self._begun = BegunWords()

    # What comes from outside

    def _on_call_changed(self, call_id: UUID) -> None:
        if self._book and call_id == self._book.call_id:
            self._wait_until_late()
            self.changed.emit()

    def _on_saving_changed(self) -> None:
        if self._book:
            self.changed.emit()

    def _wait_until_late(self) -> None:
        left_ms = self._left_ms()
        self._late.stop()
        if left_ms is not None and left_ms > 0 and self._minute.isActive():
            self._late.start(left_ms)

    def _on_late(self) -> None:
        """The timer of the system may be a little early: then it waits for the rest."""
        self._wait_until_late()
        self.changed.emit()

    def _on_minute(self) -> None:
        self._minute.start(MINUTE_MS - self.book.elapsed_ms() % MINUTE_MS)
        self.minute_passed.emit()
