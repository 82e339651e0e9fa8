"""The questions of a tee-up, in one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from exports.wording import call_type_words, chooser_words, step_in_rule_words
from scoring.call_type import CallType
from scoring.people import Manager, Rep
from scoring.rubric import Rubric
from scoring.teeup import MOST_FOCUS_SKILLS, Chooser, StepInReason, TeeUp, Told
from scoring.text import tr
from ui.layouts import tab_through
from ui.theme import px, text_scale
from ui.ways import offered_ways, usable_way, way_hint, way_words
from ui.widgets.button import LinkButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.named import named
from ui.widgets.rubric_field import RubricField
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.spin_fields import MinutesField, WhenField
from ui.widgets.text import Text, Voice

LARGE_TEXT = 1.5


class TeeUpForm(ScrollPage):
    """Shows a plan and tells what is written or pressed; what becomes of it is for the screen to say.

    :signal edited: words were written into one of the lines.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = named(LinkButton(tr("Home"), quiet=True), "back")
        self._with = Text("", Voice.MUTED)
        self.customer = named(LineEdit(), "teeup.customer")
        self.when = named(WhenField(), "teeup.when")
        self.minutes = named(MinutesField(tr(" minutes")), "teeup.minutes")
        self._purpose = named(LineEdit(), "teeup.purpose")
        self._people = named(LineEdit(), "teeup.people")
        self._best = named(LineEdit(), "teeup.best")
        self._least = named(LineEdit(), "teeup.least")
        self.chooser = named(ChoiceRow(), "teeup.chooser")
        self.type = named(ChoiceRow(), "teeup.type")
        self.way = named(ChoiceRow([(way, way_words(way)) for way in offered_ways()]), "teeup.way")
        self._parts = named(LineEdit(), "teeup.parts")
        self._introduction = named(LineEdit(), "teeup.introduction")
        self.reasons = named(ChoiceRow(most=len(StepInReason) + 1), "teeup.reasons")
        self._other = named(LineEdit(), "teeup.other")
        self.rubric = RubricField("teeup.rubric")
        self.focus = named(ChoiceRow(most=MOST_FOCUS_SKILLS), "teeup.focus")
        self.told = named(ChoiceRow(_told_options(), most=len(Told) + 1), "teeup.told")
        self.when.setAccessibleName(tr("Day and time"))
        self.minutes.setAccessibleName(tr("Length in minutes"))
        self._make_labels()
        self._assemble()
        for line in self._lines():
            line.textEdited.connect(self.edited)

    def _make_labels(self) -> None:
        self._way_field = LabelledField(tr("How do I sit in?"), self.way)
        self._parts_field = LabelledField(tr("Who takes which part?"), self._parts)
        self._other_field = LabelledField(tr("What else?"), self._other)
        self._introduction_field = LabelledField(
            "", self._introduction, tr("Not “my boss”. The introduction decides who the customer talks to.")
        )
        self._reasons_field = LabelledField(tr("I step in only if"), self.reasons)
        self._told_field = LabelledField("", self.told)

    def _assemble(self) -> None:
        column = self.column
        column.setContentsMargins(px(34), px(8), px(34), px(26))
        column.setSpacing(px(14))
        column.addLayout(self._head())
        column.addLayout(
            _pair(
                LabelledField(tr("Customer"), self.customer),
                _labelled_row(tr("Time"), self.when, self.minutes),
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
            LabelledField(tr("Who chose this call?"), self.chooser),
            LabelledField(tr("Who leads?"), self.type),
            self._parts_field,
            self._way_field,
            self._introduction_field,
            self._reasons_field,
            self._other_field,
            self.rubric,
            LabelledField(tr("Watching for (two at most)"), self.focus),
            self._told_field,
        ):
            column.addWidget(field)
        column.addStretch(1)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(Text(tr("Tee up the call"), Voice.TITLE))
        head.addWidget(self._with)
        return head

    def _lines(self) -> tuple[LineEdit, ...]:
        first = (self.customer, self._people, self._purpose, self._best, self._least)
        return *first, self._parts, self._introduction, self._other

    def offer(self, rep: Rep, manager: Manager) -> None:
        """Ask about a call with this rep: offer the answers, and call both by their names."""
        name = rep.first_name
        self.chooser.set_options([(who, chooser_words(who, name)) for who in Chooser])
        self.type.set_options([(kind, call_type_words(kind, name)) for kind in CallType])
        self.reasons.set_options([(reason, step_in_rule_words(reason, name)) for reason in StepInReason])
        self._with.setText(tr("Do this with {rep}, two minutes, before you walk in.").format(rep=name))
        self._introduction_field.set_label(tr("How will {rep} introduce me?").format(rep=name))
        self._told_field.set_label(tr("What does {rep} know about this record?").format(rep=name))
        words = tr("{manager} works with me and is here to listen and learn about your business.")
        first_name = (manager.name.split() or [tr("My colleague")])[0]
        self._introduction.setPlaceholderText(
            tr("For example: {words}").format(words=words.format(manager=first_name))
        )

    def offer_rubric(self, rubric: Rubric, offered: Sequence[Rubric], newest: int) -> None:
        """Show the rubric of the plan and offer its skills; ``newest`` is the version of it that is in use."""
        self.rubric.show_rubric(rubric, offered, newest)
        self.focus.set_options([(skill.id, skill.name) for skill in rubric.skills])

    def order_keys(self, following: QWidget) -> None:
        """Chips that were just made come last for Tab: put them where they are read, before ``following``."""
        rows = (self.chooser, self.type, self.way, self.reasons, self.focus, self.told)
        choosers, kinds, ways, reasons, skills, told = (row.chips() for row in rows)
        leading = [self._least, *choosers, *kinds, self._parts, *ways, self._introduction]
        tab_through([*leading, *reasons, self._other, *self.rubric.stops(), *skills, *told, following])

    def show_lines(self, plan: TeeUp, now: datetime) -> None:
        """Show what is written in a plan; one without a time is for ``now``."""
        self.customer.setText(plan.customer)
        self._people.setText(plan.people_met)
        self._purpose.setText(plan.purpose)
        self._best.setText(plan.best)
        self._least.setText(plan.least)
        self._parts.setText(plan.parts)
        self._introduction.setText(plan.introduction)
        self._other.setText(plan.step_in_other)
        self.minutes.set_minutes(plan.planned_minutes)
        self.when.set_moment(plan.planned_at or now)

    def show_choices(self, plan: TeeUp) -> None:
        """Show what is chosen in a plan."""
        way = usable_way(plan.way)
        self.chooser.set_chosen([plan.chosen_by] if plan.chosen_by else [])
        self.type.set_chosen([plan.call_type])
        self.way.set_chosen([way])
        self._way_field.set_hint(way_hint(way))
        self.reasons.set_chosen(plan.step_in_reasons)
        self.focus.set_chosen(plan.focus_skills)
        self.told.set_chosen(plan.told)
        self._parts_field.setVisible(plan.call_type == CallType.TOGETHER)
        self._other_field.setVisible(StepInReason.OTHER in plan.step_in_reasons)
        self._reasons_field.set_hint("" if plan.step_in_reasons else tr("None of these: I do not step in."))

    def written(self, plan: TeeUp) -> TeeUp:
        """:returns: ``plan`` with the words that are written here now. Day, time and length are in it already: the
        fields show them rounded."""
        return replace(
            plan,
            customer=self.customer.text(),
            people_met=self._people.text(),
            purpose=self._purpose.text(),
            best=self._best.text(),
            least=self._least.text(),
            parts=self._parts.text(),
            introduction=self._introduction.text(),
            step_in_other=self._other.text(),
        )


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
