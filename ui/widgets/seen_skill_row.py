"""One skill in a debrief: the level that stands, the rep's own, what it stands on, and a way to change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.rating import Rating
from scoring.rubric import Skill
from scoring.text import tr
from ui.theme import px, tokens_of
from ui.widgets.button import LinkButton
from ui.widgets.evidence_list import EvidenceLine, EvidenceList
from ui.widgets.level_choice import LevelChoice
from ui.widgets.level_dots import LevelDots
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

NAME, WORD, OWN = 10, 9, 9  # shares of the width, so that the rows of a list stand in columns


class SeenSkillRow(QWidget):
    """A line with name, dots, words and "Change"; below it what was ticked and what the level stands on, and
    the levels with their anchors once asked for.

    :signal rated: another level stands after hearing the rep (Rating).
    """

    rated = Signal(object)

    def __init__(self, skill: Skill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skill = skill
        self._name, self._word, self._own = _Cell(skill.name), _Cell(), _Cell()
        self._own.set_voice(Voice.MUTED)
        self._dots = LevelDots()
        self._change = named(LinkButton(tr("Change"), quiet=True), f"seen.{skill.id}.change")
        self._change.setAccessibleName(tr("Change {skill} after hearing the rep").format(skill=skill.name))
        self._choice = named(LevelChoice(skill), f"seen.{skill.id}.levels")
        self._stands_on = Text("", Voice.SMALL)
        self._lines = EvidenceList()
        self._ticked = EvidenceList()
        self._choice.hide()
        self._assemble()
        self._change.clicked.connect(self._on_change)
        self._choice.rated.connect(self._on_rated)

    def _assemble(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self._name, NAME)
        line.addWidget(self._dots)
        line.addWidget(self._word, WORD)
        line.addWidget(self._own, OWN)
        line.addWidget(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(2), 0, px(8))
        column.setSpacing(px(4))
        column.addLayout(line)
        for part in (self._choice, self._ticked, self._stands_on, self._lines):
            column.addWidget(part)

    def show_levels(self, standing: Rating | None, word: str, own: str) -> None:
        """Show the rating that stands, in dots and with its ``word``, and the rep's own view in words."""
        level = standing.level if standing else None
        self._dots.set_level(level or 0, word)
        policy = self._dots.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the words stay in their column
        self._dots.setSizePolicy(policy)
        self._dots.setVisible(level is not None)
        self._word.setText(word)
        self._own.setText(own)
        self._choice.show_rating(standing)

    def show_evidence(self, stands_on: str, lines: Sequence[EvidenceLine], *, is_focus: bool) -> None:
        """Show what the level stands on: in short, and line by line where there are ``lines``."""
        self._name.set_voice(Voice.STRONG if is_focus else Voice.BODY)
        self._stands_on.setText(stands_on)
        self._stands_on.setVisible(bool(stands_on) and not lines)
        self._lines.set_lines(lines)
        self._lines.setVisible(bool(lines))

    def show_ticked(self, items: Sequence[str]) -> None:
        """Show what was ticked of the checklist; it stays what it is when the level changes."""
        self._ticked.set_lines([EvidenceLine("", "✓", item) for item in items])
        self._ticked.setVisible(bool(items))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens_of(self).hairline))
        painter.end()

    def _on_change(self) -> None:
        self._choice.setVisible(self._choice.isHidden())
        if not self._choice.isHidden():
            self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rated(self, rating: Rating) -> None:
        self._choice.hide()
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rated.emit(rating)


class _Cell(Text):
    """A text that asks for no more width than its longest word, so that shares of the width make the columns."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())
