"""The part of My view for how the call ended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.wording import outcome_word
from scoring.debrief import Outcome
from scoring.teeup import TeeUp
from scoring.text import tr
from ui.theme import px
from ui.widgets.field import LabelledField
from ui.widgets.growing_text import GrowingText
from ui.widgets.level_picker import LevelPicker, LevelText
from ui.widgets.named import named

OUTCOMES = (Outcome.BEST, Outcome.BETWEEN, Outcome.LEAST, Outcome.LESS)


class OutcomePart(QWidget):
    """The manager says how the call ended, against what was declared beforehand and not against a mood.

    :signal chosen: how it ended (Outcome).
    :signal words_edited: what the customer agreed to, in words (str).
    """

    chosen = Signal(object)
    words_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picker = named(LevelPicker(), "myview.outcome")
        self._words = named(GrowingText(), "myview.outcome.words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self._picker)
        column.addWidget(LabelledField(tr("What did the customer agree to?"), self._words))
        self._picker.chosen.connect(self._on_chosen)
        self._words.edited.connect(self.words_edited)

    def show_declared(self, tee_up: TeeUp) -> None:
        """Show what was declared at tee-up beside each possible end."""
        sentences = {
            Outcome.BEST: tee_up.best.strip() or tr("The best was not agreed beforehand."),
            Outcome.BETWEEN: tr("More than the least, not yet the best."),
            Outcome.LEAST: tee_up.least.strip() or tr("The least was not agreed beforehand."),
            Outcome.LESS: tr("The customer did not go that far this time."),
        }
        levels = enumerate(OUTCOMES, start=1)
        self._picker.set_levels([LevelText(n, outcome_word(item), sentences[item]) for n, item in levels])

    def show_outcome(self, outcome: Outcome | None, words: str) -> None:
        """Show what was chosen and written."""
        self._picker.set_level(OUTCOMES.index(outcome) + 1 if outcome else None)
        self._words.set_text(words)

    def _on_chosen(self, number: int) -> None:
        self.chosen.emit(OUTCOMES[number - 1])
