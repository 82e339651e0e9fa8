"""The levels of a skill with their anchors, where two people talk, and one of them says a word."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.rating import Rating
from scoring.rubric import Skill
from scoring.text import tr
from ui.widgets.level_picker import NO_CHANCE, LevelPicker, LevelText


class LevelChoice(QWidget):
    """A skill's levels, each with the sentence it is told by, and "no chance".

    :signal rated: the rating that was chosen (Rating); what it stands on is for others to say.
    """

    rated = Signal(object)

    def __init__(self, skill: Skill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skill = skill
        self._picker = LevelPicker(levels_of(skill))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._picker)
        self.show_rating(None)
        self._picker.chosen.connect(self._on_chosen)

    def show_rating(self, rating: Rating | None) -> None:
        """Show which level is chosen; None for none yet."""
        self._picker.set_level(number_of(rating))
        rows = self._picker.rows()
        self.setFocusProxy(next((row for row in rows if row.isChecked()), rows[0]))

    def _on_chosen(self, number: int) -> None:
        self.rated.emit(Rating(skill=self._skill.id, level=None if number == NO_CHANCE else number))


def levels_of(skill: Skill) -> list[LevelText]:
    """:returns: the levels of a skill, and "no chance" below them."""
    levels = [LevelText(level.number, level.word, level.sentence) for level in skill.levels]
    return [*levels, LevelText(NO_CHANCE, tr("No chance"), skill.no_chance)]


def number_of(rating: Rating | None) -> int | None:
    """:returns: the number a picker shows for a rating; None where there is none yet."""
    if rating is None:
        return None
    return NO_CHANCE if rating.level is None else rating.level
