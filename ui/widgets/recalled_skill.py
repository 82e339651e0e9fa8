"""One skill, as it is written down from memory: seen, missed, and what was said about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui import theme
from ui.theme import px
from ui.widgets.button import SecondaryButton
from ui.widgets.named import named
from ui.widgets.painting import text_size
from ui.widgets.recalled_lines import RecalledLine, RecalledLines
from ui.widgets.roving import RovingGroup
from ui.widgets.text import Text, Voice


class _SignButton(SecondaryButton):
    """Plus or minus."""

    PADDING = (18, 7)

    @override
    def letter_font(self) -> QFont:
        return theme.font(bold=True)


class RecalledSkill(QWidget):
    """Name, plus and minus with how often each was pressed; below it a line for each mark.

    :signal marked: seen (True) or missed (False) once more.
    """

    marked = Signal(bool)

    def __init__(self, skill: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.skill = skill
        self.lines = RecalledLines()
        self._name = name
        self._seen = named(_SignButton("+"), f"recall.{skill}.seen")
        self._missed = named(_SignButton("–"), f"recall.{skill}.missed")
        self._counts = (self._make_count(), self._make_count())
        self._group = RovingGroup(self)
        self._group.set_buttons([self._seen, self._missed])
        self._assemble()
        self._seen.clicked.connect(self._on_seen)
        self._missed.clicked.connect(self._on_missed)
        self.show_marks(0, 0, ())

    def _make_count(self) -> Text:
        count = Text("", Voice.STRONG)
        count.setWordWrap(False)
        count.setMinimumWidth(text_size("00", theme.font(bold=True)).width())
        return count

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Text(self._name), 1)
        for button, count in zip((self._seen, self._missed), self._counts, strict=True):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(count, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(row)
        column.addWidget(self.lines)

    def show_marks(self, seen: int, missed: int, lines: Sequence[RecalledLine]) -> None:
        """Show how often the skill was seen and missed, and a line for each of them."""
        for button, count, number, words in zip(
            (self._seen, self._missed), self._counts, (seen, missed), (tr("Seen"), tr("Missed")), strict=True
        ):
            count.setText(str(number) if number else "")
            button.setAccessibleName(tr("{what}: {skill}").format(what=words, skill=self._name))
            button.setAccessibleDescription(str(number))
        self.lines.set_lines(lines)

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in the order in which it is read."""
        return [self._seen, self._missed, *self.lines.stops()]

    def _on_seen(self) -> None:
        self.marked.emit(True)

    def _on_missed(self) -> None:
        self.marked.emit(False)
