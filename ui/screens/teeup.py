"""Tee-up: two minutes with the rep before the call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from exports.rubrics_in_use import rubrics_offered
from scoring.call_type import CallType
from scoring.facts import is_teed_up
from scoring.rubric import Rubric
from scoring.state import Phase
from scoring.teeup import Chooser, StepInReason, TeeUp, Told, Way, with_rubric
from scoring.text import tr
from ui.last_time import last_time_notes
from ui.screen import CallScreen
from ui.screens.teeup_form import TeeUpForm
from ui.session import Session
from ui.theme import px
from ui.ways import usable_way
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.panel import Panel, PanelShape
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_notes import SideNotes
from ui.widgets.text import Text, Voice

V = TypeVar("V")


class TeeUpScreen(CallScreen):
    """Manager and rep agree what the call is for, who leads, how the manager is introduced, and what to watch for.

    Every keystroke is kept as a draft; leaving the screen makes it the plan of the call.

    :signal write_down_requested: write down the call with this UUID, which is over and was never started here.
    :signal call_sheet_requested: show what was agreed for the call with this UUID as it will be printed.
    """

    BARE = True

    write_down_requested = Signal(object)
    call_sheet_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._plan = TeeUp()
        # Focus skills as they were pressed: another rubric takes them away only as long as it does not have them.
        self._wanted: tuple[str, ...] = ()
        self._form = TeeUpForm()
        self._sit_in = named(PrimaryButton(tr("Sit in")), "teeup.sitin")
        self._call_sheet = named(SecondaryButton(tr("Call sheet")), "teeup.callsheet")
        self._is_over = named(LinkButton(tr("It is over already: write it down"), quiet=True), "teeup.over")
        self._no_show = named(LinkButton(tr("The customer did not come"), quiet=True), "teeup.noshow")
        self._cancel = named(LinkButton(tr("Cancel this call"), quiet=True), "teeup.cancel")
        self._missing = Text("", Voice.SMALL)
        self._notes = SideNotes()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(0)
        form.addWidget(self._form, 1)
        form.addWidget(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(form, 68)
        row.addWidget(self._side(), 32)

    def _foot(self) -> QWidget:
        """What leads on stays in sight however long the form is."""
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(px(34), px(12), px(34), px(16))
        column.setSpacing(px(4))
        column.addWidget(self._buttons())
        column.addWidget(self._missing)
        return foot

    def _buttons(self) -> QWidget:
        holder = QWidget()
        buttons = FlowLayout(holder, spacing=px(12))
        for button in (self._sit_in, self._call_sheet, self._is_over, self._no_show, self._cancel):
            buttons.addWidget(button)
        return holder

    def _side(self) -> Panel:
        side = Panel(PanelShape.PAGE)
        notes = ScrollPage()
        notes.column.setContentsMargins(px(24), px(26), px(24), px(26))
        notes.column.addWidget(self._notes)
        notes.column.addStretch(1)
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(notes)
        return side

    def _connect(self) -> None:
        form = self._form
        form.back.clicked.connect(self._on_back)
        form.edited.connect(self._on_edited)
        form.when.edited.connect(self._on_when)
        form.minutes.edited.connect(self._on_minutes)
        form.chooser.chosen.connect(self._on_chooser)
        form.type.chosen.connect(self._on_type)
        form.way.chosen.connect(self._on_way)
        form.reasons.chosen.connect(self._on_reason)
        form.rubric.chosen.connect(self._on_rubric)
        form.rubric.newest_chosen.connect(self._on_newest)
        form.focus.chosen.connect(self._on_focus)
        form.told.chosen.connect(self._on_told)
        self._sit_in.clicked.connect(self._on_sit_in)
        self._call_sheet.clicked.connect(self._on_call_sheet)
        self._is_over.clicked.connect(self._on_is_over)
        self._cancel.clicked.connect(self._on_cancel)
        self._no_show.clicked.connect(self._on_no_show)

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        rep = self.session.rep_of(subject)
        self._plan = self.session.draft(subject, TeeUp) or self.session.state(subject).tee_up
        self._form.offer(rep, self.session.manager)
        self._wanted = self._plan.focus_skills
        self._show_rubric()
        self._form.show_lines(self._plan, self.session.clock.now())
        self._show_choices()
        self._notes.show_notes(last_time_notes(self.session, rep, subject))
        (self._sit_in if is_teed_up(self._plan) else self._form.customer).setFocus()
        self._form.verticalScrollBar().setValue(0)

    def _show_rubric(self) -> None:
        rubric = self.session.rubric_planned(self._plan)
        offered = self.session.ask(rubrics_offered)
        self._form.offer_rubric(rubric, offered, self.session.newest_version(rubric))
        self._form.order_keys(self._sit_in)

    def _show_choices(self) -> None:
        plan = self._plan
        self._form.show_choices(plan)
        self._is_over.setVisible(usable_way(plan.way) == Way.NO_DEVICE)
        self._missing.setText(_what_is_missing(plan))
        self._missing.setVisible(not is_teed_up(plan))

    def _written(self) -> TeeUp:
        return self._form.written(self._plan)

    def _keep(self, plan: TeeUp) -> None:
        self._plan = plan
        self.session.keep_draft(self.subject, plan)
        self._show_choices()

    @override
    def leave(self) -> None:
        if self.session.state(self.subject).phase == Phase.PLANNED:
            self._plan = self._written()
            self.session.book(self.subject).plan(self._plan)
            self.session.drop_draft(self.subject, TeeUp)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _on_edited(self) -> None:
        self._keep(self._written())

    def _on_when(self) -> None:
        self._keep(replace(self._written(), planned_at=self._form.when.moment()))

    def _on_minutes(self) -> None:
        self._keep(replace(self._written(), planned_minutes=self._form.minutes.value()))

    def _on_chooser(self, value: str) -> None:
        """Nobody has to say it: the same answer again takes it back."""
        who = Chooser(value)
        self._keep(replace(self._written(), chosen_by=None if self._plan.chosen_by == who else who))

    def _on_type(self, value: str) -> None:
        """The rubric goes with the type, unless another one was chosen."""
        rep_id, before = self.session.rep_of(self.subject).id, self._plan
        plan = replace(self._written(), call_type=CallType(value))
        usual = self.session.rubric_for(rep_id, plan.call_type)
        is_usual = before.rubric_id == self.session.rubric_for(rep_id, before.call_type).id
        if is_usual and usual.id != before.rubric_id:
            self._watch_with(plan, usual)
        else:
            self._keep(plan)

    def _on_rubric(self, rubric_id: str) -> None:
        if rubric_id != self._plan.rubric_id:
            offered = self.session.ask(rubrics_offered)
            self._watch_with(self._written(), next(one for one in offered if one.id == rubric_id))

    def _on_newest(self) -> None:
        rubric = self.session.rubric_planned(self._plan)
        newest = self.session.rubric(rubric.id, self.session.newest_version(rubric))
        self._watch_with(self._written(), newest)
        self._form.focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _watch_with(self, plan: TeeUp, rubric: Rubric) -> None:
        self._plan = with_rubric(replace(plan, focus_skills=self._wanted), rubric)
        self._show_rubric()
        self._keep(self._plan)

    def _on_way(self, value: str) -> None:
        self._keep(replace(self._written(), way=Way(value)))

    def _on_reason(self, value: str) -> None:
        reasons = _toggled(self._plan.step_in_reasons, StepInReason(value))
        self._keep(replace(self._written(), step_in_reasons=reasons))

    def _on_focus(self, value: str) -> None:
        self._wanted = _toggled(self._plan.focus_skills, value)
        self._keep(replace(self._written(), focus_skills=self._wanted))

    def _on_told(self, value: str) -> None:
        self._keep(replace(self._written(), told=_toggled(self._plan.told, Told(value))))

    def _on_back(self) -> None:
        self.place_requested.emit("home")

    def _on_sit_in(self) -> None:
        self.leave()
        self.session.book(self.subject).start()
        self.call_requested.emit(self.subject)

    def _on_call_sheet(self) -> None:
        self.call_sheet_requested.emit(self.subject)

    def _on_is_over(self) -> None:
        self.write_down_requested.emit(self.subject)

    def _on_cancel(self) -> None:
        self._settle(self.session.book(self.subject).cancel, tr("The call is cancelled."))

    def _on_no_show(self) -> None:
        self._settle(self.session.book(self.subject).no_show, tr("Noted: the customer did not come."))

    def _settle(self, write: Callable[[], object], sentence: str) -> None:
        self.leave()
        write()
        self.place_requested.emit("home")
        self.undo_offered.emit(sentence, partial(self._bring_back, self.subject))

    def _bring_back(self, call_id: UUID) -> None:
        self.session.book(call_id).bring_back()
        self.call_requested.emit(call_id)


def _toggled(values: tuple[V, ...], value: V) -> tuple[V, ...]:
    """:returns: ``values`` without ``value`` if it was among them, otherwise with it at the end."""
    return tuple(kept for kept in values if kept != value) if value in values else (*values, value)


def _what_is_missing(plan: TeeUp) -> str:
    if not plan.purpose.strip() and not plan.introduction.strip():
        return tr("The purpose and the introduction are still open. You can sit in all the same.")
    if not plan.purpose.strip():
        return tr("The purpose is still open. You can sit in all the same.")
    return tr("The introduction is still open. You can sit in all the same.")
