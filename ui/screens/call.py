"""One call: what happened when, how it was rated, what was agreed, and its pages."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.before import before_of
from scoring.facts import CallFacts, earlier_calls
from scoring.people import Rep
from scoring.rubric import Rubric
from scoring.state import CallState
from scoring.text import tr
from scoring.wordings import Wordings
from ui.call_lines import (
    CallHead,
    agreed_notes,
    ended_note,
    head_of,
    not_rated,
    page_lines,
    plan_notes,
    rating_lines,
)
from ui.screen import CallScreen
from ui.screens.call_side import CallSide, Seen
from ui.screens.call_timeline import CallTimeline
from ui.seen import SeenCall, in_short, sealed_words, seen_of_call
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_notes import Note, SideNotes
from ui.widgets.text import Text, Voice


class OneCallScreen(CallScreen):
    """The manager looks a call up, whatever became of it, and goes on from there. Nothing of the manager's view is in
    any widget before the rep has spoken, or the debrief is said to be without the rep.

    :signal page_requested: show the page of the call with this UUID.
    :signal page_chosen: show one of its pages (UUID, its number from 1).
    """

    page_requested = Signal(object)
    page_chosen = Signal(object, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._leads_to_page = False
        self._back = named(LinkButton(tr("Back"), quiet=True), "back")
        self._header = PageHeader()
        self._standing = named(Text("", Voice.STRONG), "call.standing")
        self._plan = named(SideNotes(), "call.plan")
        self._timeline = CallTimeline()
        self._side = CallSide()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self._header)
        head.addWidget(self._standing)
        page = ScrollPage()
        column = page.column
        column.setContentsMargins(px(34), px(8), px(34), px(26))
        column.addLayout(head)
        column.addWidget(self._plan)
        column.addWidget(self._timeline, 1000)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(page, 68)
        row.addWidget(self._side, 32)

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._header.action_chosen.connect(self._on_next)
        self._side.page_chosen.connect(self._on_page_chosen)
        self.session.call_changed.connect(self._on_call_changed)

    @override
    def title(self) -> str:
        return tr("Call")

    @override
    def show_subject(self, subject: UUID) -> None:
        self.show_at(subject, None)

    @override
    def show_again(self, subject: UUID) -> None:
        if subject == getattr(self, "subject", None):
            self._show()
        else:
            self.show_subject(subject)

    def show_at(self, call_id: UUID, skill: str | None) -> None:
        """Show a call with all that was logged, or with the marks of one skill alone."""
        self.subject = call_id
        self._timeline.begin(skill)
        self._show()
        self._first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        call = self._read()
        took_place = call.state.started_at is not None
        head = head_of(call.facts, call.state, call.rep, len(call.earlier), self.session.clock.now().date())
        self._show_head(head)
        self._plan.show_notes(() if took_place else _plan_of(call))
        for part, is_shown in (
            (self._plan, not took_place),
            (self._timeline, took_place),
            (self._side, took_place),
        ):
            part.setVisible(is_shown)
        self._timeline.show_call(call.state, call.rubric, call.rep.first_name)
        self._show_side(call)

    def _read(self) -> _Read:
        facts = self.session.facts_of(self.subject)
        return _Read(
            facts=facts,
            state=self.session.state(self.subject),
            rep=self.session.rep(facts.rep_id),
            rubric=self.session.rubric_of(self.subject),
            earlier=earlier_calls(facts, self.session.calls_with(facts.rep_id)),
        )

    def _show_head(self, head: CallHead) -> None:
        self._header.set_title(head.title)
        self._header.set_subtitle(head.about)
        self._header.set_action(head.next_step)
        self._standing.setText(head.standing)
        self._leads_to_page = head.leads_to_page

    def _show_side(self, call: _Read) -> None:
        planned = plan_notes(call.state, call.rubric)
        seen = seen_of_call(self.subject, "", call.state, call.rubric, call.state.debrief)
        if seen is not None:
            self._side.show_open(_seen_of(seen, call), call.rep.first_name, planned)
        elif call.state.view is not None:
            self._side.show_sealed(sealed_words(call.rep.first_name), planned)
        else:
            self._side.show_not_yet(planned)

    def _first_stop(self) -> QWidget:
        """Where the keys go first: to what was logged, else to the way on."""
        if self._timeline.list.isVisibleTo(self):
            return self._timeline.list
        return self._header.button if self._header.button.isVisibleTo(self) else self._back

    def _on_call_changed(self, call_id: UUID) -> None:
        if self.isVisible() and call_id == self.subject:
            self._show()

    # Going

    def _on_next(self) -> None:
        (self.page_requested if self._leads_to_page else self.call_requested).emit(self.subject)

    def _on_page_chosen(self, number: int) -> None:
        self.page_chosen.emit(self.subject, number)

    def _on_back(self) -> None:
        self.place_requested.emit("list")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What is known of the call that is shown."""

    facts: CallFacts
    state: CallState
    rep: Rep
    rubric: Rubric
    earlier: tuple[CallFacts, ...]


def _plan_of(call: _Read) -> list[Note]:
    return plan_notes(call.state, call.rubric) or [Note("", detail=tr("Nothing is agreed yet."))]


def _seen_of(seen: SeenCall, call: _Read) -> Seen:
    before = before_of(call.facts, call.earlier, call.facts.shared, Wordings([call.rubric]))
    return Seen(
        lines=in_short(seen),
        ratings=rating_lines(seen, call.state),
        not_rated=not_rated(seen),
        ended=ended_note(seen, call.state),
        agreed=agreed_notes(call.state, before, call.rep),
        pages=page_lines(call.state),
    )
