"""Write it down: a call without a device, told from memory once it is over."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from scoring.entry import Floor, Moment, What, WordsHeard
from scoring.rubric import Skill
from scoring.state import CallState, Phase
from scoring.text import tr
from ui.recalled import (
    chosen_option,
    end_options,
    end_words,
    floor_remembered,
    marks_of,
    reasons_of,
    said_lines,
    steps_in,
)
from ui.recalling import Recalling
from ui.screen import CallScreen
from ui.screens.write_down_contents import Contents
from ui.screens.write_down_page import WriteDownPage
from ui.screens.write_down_page_words import (
    Step,
    heading_of,
    is_written,
    state_of,
    step_of,
    steps_of,
    summary_of,
)
from ui.session import Session


class WriteDownScreen(CallScreen):
    """The manager walks through a call that was not logged: when it ended, who had the floor, what was seen and missed,
    moments and words, step-ins. Each press is kept at once and marked as recalled; each step can be left out.
    """

    BARE = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._recalling: Recalling | None = None
        self._skills: tuple[Skill, ...] = ()
        self._rep_name = ""
        self._current = Step.WHEN
        self._contents = Contents()
        self._page = WriteDownPage()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._contents, 36)
        row.addWidget(self._page, 64)

    def _connect(self) -> None:
        self._contents.home_chosen.connect(self._on_back)
        self._contents.reopen_chosen.connect(self._on_not_over)
        self._contents.chosen.connect(self._on_chosen)
        self._contents.done_chosen.connect(self._on_done)
        self._page.next_chosen.connect(self._on_next)
        self._page.undo_chosen.connect(self._on_undo)
        self._page.when.chosen.connect(self._on_ended)
        self._page.floor.chosen.connect(self._on_floor)
        self._page.marks.marked.connect(self._on_marked)
        self._page.moments.moments.begun.connect(self._on_moment_typed)
        self._page.moments.moments.added.connect(self._on_moment)
        self._page.moments.heard.begun.connect(self._on_heard_typed)
        self._page.moments.heard.added.connect(self._on_heard)
        self._page.steps.stepped.connect(self._on_stepped)
        self._page.steps.handed_back.connect(self._on_handed_back)
        for part in (self._page.marks, self._page.moments, self._page.steps):
            part.edited.connect(self._on_words_typed)
            part.written.connect(self._on_words)
            part.removed.connect(self._on_removed)

    # Showing

    @override
    def title(self) -> str:
        return tr("Write it down")

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        self._recalling = Recalling(self.session, subject)
        state = self._recalling.state
        self._skills = self.session.rubric_of(subject).skills
        self._rep_name = self.session.rep_of(subject).first_name
        self._page.floor.set_rep(self._rep_name)
        self._page.steps.set_reasons(reasons_of(state.tee_up, self._rep_name))
        steps = steps_of(state)
        self._go_to(next((step for step in steps if not is_written(step, state)), steps[0]))

    @property
    def _state(self) -> CallState:
        return self.session.state(self.subject)

    @property
    def _written(self) -> Recalling:
        assert self._recalling is not None
        return self._recalling

    def _on_chosen(self, key: str) -> None:
        self._go_to(Step(key))

    def _go_to(self, step: Step) -> None:
        self._finish()
        self._current = step
        self._page.show_step(step, heading_of(step), summary_of(step))
        self._show()
        self._page.take_keys()

    def _show(self) -> None:
        """Show the record in the list at the left and in the step that is open."""
        state, steps = self._state, steps_of(self._state)
        is_over = state.phase == Phase.ENDED
        self._contents.show_states(
            [state_of(step, state) for step in steps], self._current, can_be_done=is_over
        )
        self._show_step(state)
        next_words = tr("Done") if self._current == steps[-1] else tr("Next")
        self._page.show_ways_on(next_words if is_over else "", can_undo=self._written.book.can_undo_recall)

    def _show_step(self, state: CallState) -> None:
        match self._current:
            case Step.WHEN:
                self._show_end(state)
            case Step.FLOOR:
                self._page.floor.show_floor(*floor_remembered(state))
            case Step.MARKS:
                self._page.marks.show_marks([marks_of(state, skill) for skill in self._skills])
            case Step.MOMENTS:
                self._page.moments.moments.show_lines(self._written.moment, said_lines(state, Moment))
                self._page.moments.heard.show_lines(self._written.heard, said_lines(state, WordsHeard))
            case Step.STEPS:
                self._page.steps.show_steps(steps_in(state, self._rep_name))

    def _show_end(self, state: CallState) -> None:
        now = self.session.clock.now()
        options = end_options(state, now)
        chosen = chosen_option(options, state.ended_at)
        self._page.when.show_end(options, chosen, state.ended_at or now, end_words(state, now))

    # Writing

    def _on_ended(self, at: datetime) -> None:
        self._written.end(at)
        self._show()
        self._page.take_keys()

    def _on_floor(self, mostly: Floor | None) -> None:
        self._written.floor(mostly)
        self._show()

    def _on_marked(self, skill: str, seen: bool) -> None:
        self._written.mark(skill, seen=seen)
        self._show()

    def _on_moment_typed(self, text: str) -> None:
        self._written.type_moment(text)

    def _on_moment(self) -> None:
        self._written.finish_moment()
        self._show()

    def _on_heard_typed(self, text: str) -> None:
        self._written.type_heard(text)

    def _on_heard(self) -> None:
        self._written.finish_heard()
        self._show()

    def _on_stepped(self, reason: str) -> None:
        self._written.step(reason)
        self._show()

    def _on_handed_back(self, key: str, handed_back: bool) -> None:
        self._written.hand_back(UUID(key), handed_back=handed_back)
        self._show()

    def _on_words_typed(self, key: str, text: str) -> None:
        self._written.type_words(UUID(key), text)

    def _on_words(self) -> None:
        self._written.finish_words()
        self._show()

    def _on_removed(self, key: str) -> None:
        self._written.remove(UUID(key))
        self._show()

    def _on_undo(self) -> None:
        self._finish()
        self._show_touched(self._written.undo())

    def _on_redo(self) -> None:
        self._finish()
        self._show_touched(self._written.redo())

    def _show_touched(self, what: What | None) -> None:
        """Undo never changes what cannot be seen."""
        if what is not None and step_of(what) != self._current:
            self._go_to(step_of(what))
        else:
            self._show()

    def _finish(self) -> None:
        self._page.when.finish()
        self._written.finish()

    @override
    def leave(self) -> None:
        self._finish()

    # Going

    def _on_back(self) -> None:
        self.place_requested.emit("home")

    def _on_next(self) -> None:
        steps = steps_of(self._state)
        following = steps.index(self._current) + 1
        if following < len(steps):
            self._go_to(steps[following])
        else:
            self._on_done()

    def _on_done(self) -> None:
        self._finish()
        self.call_requested.emit(self.subject)

    def _on_not_over(self) -> None:
        self._finish()
        if self._state.phase == Phase.ENDED:
            self._written.book.reopen()
        self.call_requested.emit(self.subject)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answer_key(event):
            super().keyPressEvent(event)

    def _answer_key(self, event: QKeyEvent) -> bool:
        """:returns: whether the key meant something here."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._on_undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event):
            self._on_redo()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            return False
        return True


def _is_redo(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
