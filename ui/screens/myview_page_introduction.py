"""The part of My view for the introduction, where it was not logged in the call."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.wording import introduction_words
from scoring.entry import Introduction
from scoring.text import tr
from ui.theme import px
from ui.widgets.choice_row import Chip, ChoiceRow
from ui.widgets.field import LabelledField
from ui.widgets.named import named


class IntroductionPart(QWidget):
    """The manager says, from memory, how they were introduced.

    :signal chosen: how it was (Introduction).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._how = named(
            ChoiceRow([(how.value, introduction_words(how)) for how in Introduction]), "myview.introduced"
        )
        hint = tr("It is marked as recalled, because it was not logged in the call.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(LabelledField(tr("How were you introduced?"), self._how, hint))
        self._how.chosen.connect(self._on_chosen)

    def first_chip(self) -> Chip:
        """:returns: where the keys go when this part is opened."""
        return self._how.chips()[0]

    def show_introduction(self, how: Introduction | None) -> None:
        """Show what was said so far."""
        self._how.set_chosen([how.value] if how else [])

    def _on_chosen(self, value: str) -> None:
        self.chosen.emit(Introduction(value))
