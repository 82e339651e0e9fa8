"""The part of My view for one skill."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.rating import Basis, Rating
from scoring.rubric import Skill
from scoring.text import tr
from ui.theme import px
from ui.widgets.evidence_list import EvidenceLine, EvidenceList
from ui.widgets.level_picker import NO_CHANCE, LevelPicker, LevelText
from ui.widgets.named import named
from ui.widgets.text import Text, Voice


class SkillPart(QWidget):
    """The manager chooses the level that fits what was seen; nothing is suggested.

    :signal rated: the level that was chosen, None for "no chance to see" (int | None).
    """

    rated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skill: Skill | None = None
        self._picker = named(LevelPicker(), "myview.level")
        self._basis = Text("", Voice.SMALL)
        self._logged_title = Text(tr("What was logged"), Voice.STRONG)
        self._logged = named(EvidenceList(), "myview.logged")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for part in (self._picker, self._basis, self._logged_title, self._logged):
            column.addWidget(part)
        self._picker.chosen.connect(self._on_chosen)

    def show_skill(self, skill: Skill, rating: Rating | None, lines: Sequence[EvidenceLine]) -> None:
        """Show the levels of a skill, the one that was chosen, and what was logged."""
        if skill != self._skill:
            self._skill = skill
            self._picker.set_levels(_levels_of(skill))
            self._picker.setAccessibleName(skill.name)
        self._picker.set_level(_number_of(rating))
        self._logged.set_lines(lines)
        for part in (self._logged_title, self._logged):
            part.setVisible(bool(lines))
        self._show_basis(rating, bool(lines))

    def forget(self) -> None:
        """Show nothing of what was chosen or logged any more."""
        self._picker.set_level(None)
        self._logged.set_lines(())
        self._basis.setText("")

    def _show_basis(self, rating: Rating | None, has_evidence: bool) -> None:
        words = (
            "" if has_evidence else tr("Nothing was logged for this. A level is marked as judgement only.")
        )
        if rating and rating.basis == Basis.JUDGEMENT:
            words = tr("Judgement only: nothing was logged for it.")
        self._basis.setText(words)
        self._basis.setVisible(bool(words))

    def _on_chosen(self, number: int) -> None:
        self.rated.emit(None if number == NO_CHANCE else number)


def _levels_of(skill: Skill) -> list[LevelText]:
    levels = [LevelText(level.number, level.word, level.sentence) for level in skill.levels]
    return [*levels, LevelText(NO_CHANCE, tr("No chance"), skill.no_chance)]


def _number_of(rating: Rating | None) -> int | None:
    if rating is None:
        return None
    return NO_CHANCE if rating.level is None else rating.level
