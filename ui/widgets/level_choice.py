"""The levels of a skill as chips: for where two people talk, and one of them says a word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.rating import Rating
from scoring.rubric import Skill
from scoring.text import tr
from ui.widgets.choice_row import ChoiceRow

NO_CHANCE: Final = "none"


class LevelChoice(QWidget):
    """The words of a skill's levels, and "no chance".

    :signal rated: the rating that was chosen (Rating); what it stands on is for others to say.
    """

    rated = Signal(object)

    def __init__(self, skill: Skill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skill = skill
        self._chips = ChoiceRow(_options(skill))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._chips)
        self.show_rating(None)
        self._chips.chosen.connect(self._on_chosen)

    def show_rating(self, rating: Rating | None) -> None:
        """Show which level is chosen; None for none yet."""
        self._chips.set_chosen([_value_of(rating)] if rating else [])
        chips = self._chips.chips()
        self.setFocusProxy(next((chip for chip in chips if chip.isChecked()), chips[0]))

    def _on_chosen(self, value: str) -> None:
        self.rated.emit(Rating(skill=self._skill.id, level=None if value == NO_CHANCE else int(value)))


def _options(skill: Skill) -> list[tuple[str, str]]:
    return [*((str(level.number), level.word) for level in skill.levels), (NO_CHANCE, tr("No chance"))]


def _value_of(rating: Rating) -> str:
    return NO_CHANCE if rating.level is None else str(rating.level)
