"""Tee-up: two minutes with the rep before the call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from exports.wording import call_type_words, chooser_words, step_in_rule_words
from scoring.call_type import CallType
from scoring.facts import is_teed_up
from scoring.people import Rep
from scoring.state import Phase
from scoring.teeup import MOST_FOCUS_SKILLS, Chooser, StepInReason, TeeUp, Told, Way
from scoring.text import tr
from ui.last_time import last_time_notes
from ui.layouts import tab_through
from ui.screen import CallScreen
from ui.session import Session
from ui.theme import px, text_scale
from ui.ways import offered_ways, usable_way, way_hint, way_words
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.panel import Panel, PanelShape
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_notes import SideNotes
from ui.widgets.spin_fields import MinutesField, WhenField
from ui.widgets.text import Text, Voice

LARGE_TEXT = 1.5

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
        self._back = named(LinkButton(tr("Home"), quiet=True), "back")
        self._with = Text("", Voice.MUTED)
        self._customer = named(LineEdit(), "teeup.customer")
        self._when = named(WhenField(), "teeup.when")
        self._minutes = named(MinutesField(tr(" minutes")), "teeup.minutes")
        self._purpose = named(LineEdit(), "teeup.purpose")
        self._people = named(LineEdit(), "teeup.people")
        self._best = named(LineEdit(), "teeup.best")
        self._least = named(LineEdit(), "teeup.least")
        self._chooser = named(ChoiceRow(), "teeup.chooser")
        self._type = named(ChoiceRow(), "teeup.type")
        self._way = named(ChoiceRow([(way, way_words(way)) for way in offered_ways()]), "teeup.way")
        self._parts = named(LineEdit(), "teeup.parts")
        self._introduction = named(LineEdit(), "teeup.introduction")
        self._reasons = named(ChoiceRow(most=len(StepInReason) + 1), "teeup.reasons")
        self._other = named(LineEdit(), "teeup.other")
        self._focus = named(ChoiceRow(most=MOST_FOCUS_SKILLS), "teeup.focus")
        self._told = named(ChoiceRow(_told_options(), most=len(Told) + 1), "teeup.told")
        self._sit_in = named(PrimaryButton(tr("Sit in")), "teeup.sitin")
        self._call_sheet = named(SecondaryButton(tr("Call sheet")), "teeup.callsheet")
        self._is_over = named(LinkButton(tr("It is over already: write it down"), quiet=True), "teeup.over")
        self._no_show = named(LinkButton(tr("The customer did not come"), quiet=True), "teeup.noshow")
        self._cancel = named(LinkButton(tr("Cancel this call"), quiet=True), "teeup.cancel")
        self._missing = Text("", Voice.SMALL)
        self._notes = SideNotes()
        self._page = ScrollPage()
        self._when.setAccessibleName(tr("Day and time"))
        self._minutes.setAccessibleName(tr("Length in minutes"))
        self._make_labels()
        self._assemble()
        self._connect()

    def _make_labels(self) -> None:
        self._way_field = LabelledField(tr("How do I sit in?"), self._way)
        self._parts_field = LabelledField(tr("Who takes which part?"), self._parts)
        self._other_field = LabelledField(tr("What else?"), self._other)
        self._introduction_field = LabelledField(
            "", self._introduction, tr("Not “my boss”. The introduction decides who the customer talks to.")
        )
        self._reasons_field = LabelledField(tr("I step in only if"), self._reasons)
        self._told_field = LabelledField("", self._told)

    def _assemble(self) -> None:
        column = self._page.column
        column.setContentsMargins(px(34), px(8), px(34), px(26))
        column.setSpacing(px(14))
        column.addLayout(self._head())
        column.addLayout(
            _pair(
                LabelledField(tr("Customer"), self._customer),
                _labelled_row(tr("Time"), self._when, self._minutes),
            )
        )
        column.addLayout(
            _pair(
                LabelledField(tr("Purpose of the call"), self._purpose),
                LabelledField(tr("People you will meet"), self._people),
            )
        )
        column.addLayout(
            _pair(
                LabelledField(tr("Best they could agree to"), self._best),
                LabelledField(tr("Least we would accept"), self._least),
            )
        )
        for field in (
            LabelledField(tr("Who chose this call?"), self._chooser),
            LabelledField(tr("Who leads?"), self._type),
            self._parts_field,
            self._way_field,
            self._introduction_field,
            self._reasons_field,
            self._other_field,
            LabelledField(tr("Watching for (two at most)"), self._focus),
            self._told_field,
        ):
            column.addWidget(field)
        column.addStretch(1)
        form = QVBoxLayout()
        form.setSpacing(0)
        form.addWidget(self._page, 1)
        form.addWidget(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(form, 68)
        row.addWidget(self._side(), 32)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(Text(tr("Tee up the call"), Voice.TITLE))
        head.addWidget(self._with)
        return head

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
        self._back.clicked.connect(self._on_back)
        for line in (self._customer, self._people, self._purpose, self._best, self._least):
            line.textEdited.connect(self._on_edited)
        for line in (self._parts, self._introduction, self._other):
            line.textEdited.connect(self._on_edited)
        self._when.edited.connect(self._on_when)
        self._minutes.edited.connect(self._on_minutes)
        self._chooser.chosen.connect(self._on_chooser)
        self._type.chosen.connect(self._on_type)
        self._way.chosen.connect(self._on_way)
        self._reasons.chosen.connect(self._on_reason)
        self._focus.chosen.connect(self._on_focus)
        self._told.chosen.connect(self._on_told)
        self._sit_in.clicked.connect(self._on_sit_in)
        self._call_sheet.clicked.connect(self._on_call_sheet)
        self._is_over.clicked.connect(self._on_is_over)
        self._cancel.clicked.connect(self._on_cancel)
        self._no_show.clicked.connect(self._on_no_show)

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        rep = self.session.rep_of(subject)
        rubric = self.session.rubric_of(subject)
        self._plan = self.session.draft(subject, TeeUp) or self.session.state(subject).tee_up
        self._chooser.set_options([(who, chooser_words(who, rep.first_name)) for who in Chooser])
        self._type.set_options([(kind, call_type_words(kind, rep.first_name)) for kind in CallType])
        self._reasons.set_options(
            [(reason, step_in_rule_words(reason, rep.first_name)) for reason in StepInReason]
        )
        self._focus.set_options([(skill.id, skill.name) for skill in rubric.skills])
        self._order_keys()
        self._show_names(rep)
        self._show_lines()
        self._show_choices()
        self._notes.show_notes(last_time_notes(self.session, rep, subject))
        (self._sit_in if is_teed_up(self._plan) else self._customer).setFocus()
        self._page.verticalScrollBar().setValue(0)

    def _order_keys(self) -> None:
        """Chips that were just made come last for Tab: put them where they are read."""
        rows = (self._chooser, self._type, self._way, self._reasons, self._focus, self._told)
        choosers, kinds, ways, reasons, skills, told = (row.chips() for row in rows)
        leading = [self._least, *choosers, *kinds, self._parts, *ways, self._introduction]
        tab_through([*leading, *reasons, self._other, *skills, *told, self._sit_in])

    def _show_names(self, rep: Rep) -> None:
        name = rep.first_name
        self._with.setText(tr("Do this with {rep}, two minutes, before you walk in.").format(rep=name))
        self._introduction_field.set_label(tr("How will {rep} introduce me?").format(rep=name))
        self._told_field.set_label(tr("What does {rep} know about this record?").format(rep=name))
        words = tr("{manager} works with me and is here to listen and learn about your business.")
        first_name = (self.session.manager.name.split() or [tr("My colleague")])[0]
        self._introduction.setPlaceholderText(
            tr("For example: {words}").format(words=words.format(manager=first_name))
        )

    def _show_lines(self) -> None:
        plan = self._plan
        self._customer.setText(plan.customer)
        self._people.setText(plan.people_met)
        self._purpose.setText(plan.purpose)
        self._best.setText(plan.best)
        self._least.setText(plan.least)
        self._parts.setText(plan.parts)
        self._introduction.setText(plan.introduction)
        self._other.setText(plan.step_in_other)
        self._minutes.set_minutes(plan.planned_minutes)
        self._when.set_moment(plan.planned_at or self.session.clock.now())

    def _show_choices(self) -> None:
        plan = self._plan
        self._chooser.set_chosen([plan.chosen_by] if plan.chosen_by else [])
        self._type.set_chosen([plan.call_type])
        self._show_way(usable_way(plan.way))
        self._reasons.set_chosen(plan.step_in_reasons)
        self._focus.set_chosen(plan.focus_skills)
        self._told.set_chosen(plan.told)
        self._parts_field.setVisible(plan.call_type == CallType.TOGETHER)
        self._other_field.setVisible(StepInReason.OTHER in plan.step_in_reasons)
        self._reasons_field.set_hint("" if plan.step_in_reasons else tr("None of these: I do not step in."))
        self._missing.setText(_what_is_missing(plan))
        self._missing.setVisible(not is_teed_up(plan))

    def _show_way(self, way: Way) -> None:
        self._way.set_chosen([way])
        self._way_field.set_hint(way_hint(way))
        self._is_over.setVisible(way == Way.NO_DEVICE)

    def _written(self) -> TeeUp:
        """:returns: the plan with the words that are written on the screen now. Day, time and length are in it already:
        the fields show them rounded."""
        return replace(
            self._plan,
            customer=self._customer.text(),
            people_met=self._people.text(),
            purpose=self._purpose.text(),
            best=self._best.text(),
            least=self._least.text(),
            parts=self._parts.text(),
            introduction=self._introduction.text(),
            step_in_other=self._other.text(),
        )

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
        self._keep(replace(self._written(), planned_at=self._when.moment()))

    def _on_minutes(self) -> None:
        self._keep(replace(self._written(), planned_minutes=self._minutes.value()))

    def _on_chooser(self, value: str) -> None:
        """Nobody has to say it: the same answer again takes it back."""
        who = Chooser(value)
        self._keep(replace(self._written(), chosen_by=None if self._plan.chosen_by == who else who))

    def _on_type(self, value: str) -> None:
        self._keep(replace(self._written(), call_type=CallType(value)))

    def _on_way(self, value: str) -> None:
        self._keep(replace(self._written(), way=Way(value)))

    def _on_reason(self, value: str) -> None:
        reasons = _toggled(self._plan.step_in_reasons, StepInReason(value))
        self._keep(replace(self._written(), step_in_reasons=reasons))

    def _on_focus(self, value: str) -> None:
        self._keep(replace(self._written(), focus_skills=_toggled(self._plan.focus_skills, value)))

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


def _told_options() -> list[tuple[str, str]]:
    return [
        (Told.WHY, tr("Why we do this")),
        (Told.WHAT_IS_STORED, tr("What is stored")),
        (Told.WHO_SEES_IT, tr("Who sees it")),
        (Told.HOW_TO_CHALLENGE, tr("How to challenge it")),
    ]


def _pair(first: QWidget, second: QWidget) -> QBoxLayout:
    """Two fields side by side, or one above the other where large text leaves no room."""
    beside = text_scale() < LARGE_TEXT
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
    row.setSpacing(px(14))
    row.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(second, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _labelled_row(label: str, *fields: QWidget) -> LabelledField:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    for field, stretch in zip(fields, (3, 2), strict=True):
        row.addWidget(field, stretch)
    holder.setFocusProxy(fields[0])
    return LabelledField(label, holder)
