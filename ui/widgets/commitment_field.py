"""One thing to do differently: the words, where it is tried first, and the day it is looked at together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.debrief import Commitment
from scoring.text import tr
from ui.theme import px
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.growing_text import GrowingText
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
        self._day = named(WhenField(DAY), f"{name}.day")
        self._day.setAccessibleName(tr("The day you look at it together"))
        self._weeks = named(ChoiceRow(_week_options()), f"{name}.weeks")
        self._assemble()
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
        column.addWidget(LabelledField(tr("First tried"), self._tried))
        column.addWidget(LabelledField(tr("Looked at together"), when))

    def set_question(self, question: str) -> None:
        """Change what is asked for."""
        self._question.set_label(question)

    def show_commitment(self, commitment: Commitment, today: date) -> None:
        """Show a commitment; the weeks count from ``today``."""
        self._commitment, self._today = commitment, today
        self.words.set_text(commitment.words)
        if commitment.first_tried != self._tried.text():
            self._tried.setText(commitment.first_tried)
        self._show_day(commitment.check_on or today + timedelta(weeks=2))
        self._weeks.set_chosen([str(weeks) for weeks in WEEKS if commitment.check_on == self._in(weeks)])

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


def _week_options() -> list[tuple[str, str]]:
    words = (tr("Next week"), tr("In two weeks"), tr("In a month"))
    return [(str(weeks), text) for weeks, text in zip(WEEKS, words, strict=True)]
