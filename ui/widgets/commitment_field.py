"""One thing to do differently: the words, where it is tried first, and the day it is looked at together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.debrief import Commitment
from scoring.text import tr
from ui.theme import px
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.growing_text import GrowingText
from ui.widgets.hint_line import Check, HintLine
from ui.widgets.leaving import Leaving
from ui.widgets.named import named
from ui.widgets.spin_fields import DAY, WhenField

WEEKS = (1, 2, 4)


class CommitmentField(QWidget):
    """Shows a commitment and tells how it is changed.

    :param name: the first part of the object names.
    :signal edited: the commitment as it is now (Commitment).
    """

    edited = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commitment = Commitment(words="")
        self._today = date.min
        self.words = named(GrowingText(), f"{name}.words")
        self._question = LabelledField(
            "", self.words, tr("What, and how. One thing, tried three times before judging it.")
        )
        self._tried = named(LineEdit(), f"{name}.tried")
        self._tried.setPlaceholderText(tr("Which customer, which day"))
        self._trial = LabelledField(tr("First tried"), self._tried)
        self._day = named(WhenField(DAY), f"{name}.day")
        self._day.setAccessibleName(tr("The day you look at it together"))
        self._weeks = named(ChoiceRow(_week_options()), f"{name}.weeks")
        self._check: Check[Commitment] | None = None
        self._trial_check: Check[Commitment] | None = None
        self._line = HintLine(f"{name}.words")
        self._trial_line = HintLine(f"{name}.tried")
        self._assemble()
        self._watch()
        self.words.edited.connect(self._on_words)
        self._tried.textEdited.connect(self._on_tried)
        self._weeks.chosen.connect(self._on_weeks)
        self._day.dateChanged.connect(self._on_day)

    def _assemble(self) -> None:
        when = QWidget()
        row = FlowLayout(when, spacing=px(8))
        row.addWidget(self._weeks)
        row.addWidget(self._day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._question)
        column.addWidget(self._trial)
        column.addWidget(LabelledField(tr("Look at it together"), when))

    def _watch(self) -> None:
        self._question.set_line(self._line)
        self._trial.set_line(self._trial_line)
        self._line.left_alone.connect(self._on_words_left_alone)
        self._trial_line.left_alone.connect(self._on_trial_left_alone)
        Leaving(self.words, parent=self).left.connect(self._on_words_left)
        Leaving(self.words, self._tried, parent=self).left.connect(self._on_all_left)

    def set_checks(self, words: Check[Commitment], trial: Check[Commitment]) -> None:
        """Say how to learn what would help the words, and where it is tried first. Nothing is said before each is
        left."""
        self._check, self._trial_check = words, trial
        self._question.show_line("")
        self._trial.show_line("")

    def set_question(self, question: str) -> None:
        """Change what is asked for."""
        self._question.set_label(question)

    def show_commitment(self, commitment: Commitment, today: date) -> None:
        """Show a commitment; the weeks count from ``today``."""
        self._commitment, self._today = commitment, today
        self.words.set_text(commitment.words)
        if commitment.first_tried != self._tried.text():
            self._tried.setText(commitment.first_tried)
        self._show_what_still_holds()
        self._show_day(commitment.check_on or today + timedelta(weeks=2))
        self._weeks.set_chosen([str(weeks) for weeks in WEEKS if commitment.check_on == self._in(weeks)])

    def _show_what_still_holds(self) -> None:
        """A hint goes as soon as the words no longer deserve it; another one waits until they are left."""
        if self._line.hint and self._line.hint != _said(self._check, self._commitment):
            self._question.show_line("")
        if self._trial_line.hint and not _said(self._trial_check, self._commitment):
            self._trial.show_line("")

    def _on_words_left(self) -> None:
        self._question.show_line(_said(self._check, self._commitment))

    def _on_all_left(self) -> None:
        self._trial.show_line(_said(self._trial_check, self._commitment))

    def _on_words_left_alone(self) -> None:
        if self._check:
            self._check.leave(self._commitment)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._question.show_line("")

    def _on_trial_left_alone(self) -> None:
        if self._trial_check:
            self._trial_check.leave(self._commitment)
        self._tried.setFocus(Qt.FocusReason.OtherFocusReason)
        self._trial.show_line("")

    def _show_day(self, day: date) -> None:
        # Only what the person does may count as a change.
        with QSignalBlocker(self._day):
            self._day.setDate(QDate(day.year, day.month, day.day))

    def _in(self, weeks: int) -> date:
        return self._today + timedelta(weeks=weeks)

    def _on_words(self, words: str) -> None:
        self.edited.emit(replace(self._commitment, words=words))

    def _on_tried(self, words: str) -> None:
        self.edited.emit(replace(self._commitment, first_tried=words))

    def _on_weeks(self, value: str) -> None:
        self.edited.emit(replace(self._commitment, check_on=self._in(int(value))))

    def _on_day(self, day: QDate) -> None:
        self.edited.emit(replace(self._commitment, check_on=date(day.year(), day.month(), day.day())))


def _said(check: Check[Commitment] | None, commitment: Commitment) -> str:
    return check.hint(commitment) if check else ""


def _week_options() -> list[tuple[str, str]]:
    words = (tr("Next week"), tr("In two weeks"), tr("In a month"))
    return [(str(weeks), text) for weeks, text in zip(WEEKS, words, strict=True)]
