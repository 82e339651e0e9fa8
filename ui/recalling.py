"""Writing down from memory: what is pressed becomes an entry at once, what is typed as soon as it is finished."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from scoring.entry import (
    Amended,
    Entry,
    Floor,
    FloorRemembered,
    Marked,
    Moment,
    Redone,
    SteppedIn,
    Undone,
    What,
    WordsHeard,
)
from scoring.logbook import Logbook
from scoring.notes import BegunMemories
from scoring.state import CallState, Phase
from ui.recalled import presumed_start, recalled, step_for, with_words
from ui.session import Session


class Recalling:
    """What the manager remembers of one call, on its way into the record.

    Words that are being typed are kept as a draft at every keystroke, so that a crash loses none of them.
    """

    def __init__(self, session: Session, call_id: UUID) -> None:
        """Finish what was being typed when the app was last left."""
        self._session = session
        self._call_id = call_id
        self._begun = session.draft(call_id, BegunMemories) or BegunMemories()
        self.finish()

    @property
    def book(self) -> Logbook:
        """The log of the call."""
        return self._session.book(self._call_id)

    @property
    def state(self) -> CallState:
        """The call as it stands."""
        return self.book.state

    @property
    def is_possible(self) -> bool:
        """Whether anything can be remembered: the call is over, and my view of it is still open."""
        return self.state.phase == Phase.ENDED

    # Pressed

    def end(self, at: datetime) -> None:
        """The call ended then, and not later than now. One that was never started began as planned."""
        ended = min(at, self._session.clock.now())
        if self.state.phase == Phase.RUNNING or (self.is_possible and not self.state.start_is_recalled):
            self.book.ended_at(ended)
        elif self.is_possible or self.state.phase == Phase.PLANNED:
            self.book.took_place(presumed_start(self.state.tee_up, ended), ended)

    def floor(self, mostly: Floor | None) -> None:
        """Somebody mostly had the floor, or it was about even (None)."""
        self.finish_words()
        said = FloorRemembered(mostly=mostly)
        *_, last = [None, *recalled(self.state, FloorRemembered)]
        if last:
            self.book.amend(last.entry.id, said)
        else:
            self.book.recall(said)

    def mark(self, skill: str, *, seen: bool) -> None:
        """A skill was seen, or missed, once more."""
        self.finish_words()
        self.book.recall(Marked(skill=skill, seen=seen))

    def step(self, value: str) -> None:
        """The manager stepped in, for one of the reasons of ``reasons_of``."""
        self.finish_words()
        self.book.recall(step_for(value, self.state.tee_up))

    def hand_back(self, entry: UUID, *, handed_back: bool) -> None:
        """After a step the floor went back to the rep, or did not."""
        self.finish_words()
        standing = self.state.standing.get(entry)
        if standing and isinstance(standing.what, SteppedIn):
            self.book.amend(entry, replace(standing.what, handed_back=handed_back))

    def remove(self, entry: UUID) -> None:
        """It was not so after all."""
        self.finish_words()
        self.book.amend(entry, None)

    def undo(self) -> What | None:
        """:returns: what was written down or corrected last, now taken back; None if there is nothing."""
        return self._touched(self.book.undo_recall())

    def redo(self) -> What | None:
        """:returns: what was taken back last and stands again; None if there is nothing."""
        return self._touched(self.book.redo_recall())

    def _touched(self, entry: Entry | None) -> What | None:
        what = entry.what if entry else None
        while isinstance(what, Undone | Redone | Amended):
            logged = self.state.logged(what.target)
            what = logged.what if logged else None
        return what

    # Typed

    @property
    def moment(self) -> str:
        """The words of a moment that is being typed."""
        return self._begun.moment

    @property
    def heard(self) -> str:
        """The words that were said, as they are being typed."""
        return self._begun.heard

    def type_moment(self, text: str) -> None:
        """A moment is being typed."""
        self._keep(replace(self._begun, moment=text))

    def type_heard(self, text: str) -> None:
        """Words that were said are being typed."""
        self._keep(replace(self._begun, heard=text))

    def type_words(self, entry: UUID, text: str) -> None:
        """Words for something that is written down are being typed."""
        if self._begun.entry != entry:
            self.finish_words()
        self._keep(replace(self._begun, entry=entry, text=text))

    def finish_words(self) -> None:
        """The words that were typed for an entry belong to it now."""
        begun = self._begun
        if begun.entry is None or not self.is_possible:
            return
        if standing := self.state.standing.get(begun.entry):
            self.book.amend(begun.entry, with_words(standing.what, begun.text))
        self._keep(replace(begun, entry=None, text=""))

    def finish_moment(self) -> None:
        """The moment that was typed is written down."""
        if self._begun.moment.strip() and self.is_possible:
            self.book.recall(Moment(words=self._begun.moment.strip()))
            self._keep(replace(self._begun, moment=""))

    def finish_heard(self) -> None:
        """The words that were typed are written down as heard."""
        if self._begun.heard.strip() and self.is_possible:
            self.book.recall(WordsHeard(text=self._begun.heard.strip()))
            self._keep(replace(self._begun, heard=""))

    def finish(self) -> None:
        """Nothing that was typed is lost for want of a Return."""
        self.finish_words()
        self.finish_moment()
        self.finish_heard()

    def _keep(self, begun: BegunMemories) -> None:
        self._begun = begun
        if begun == BegunMemories():
            self._session.drop_draft(self._call_id, BegunMemories)
        else:
            self._session.keep_draft(self._call_id, begun)
