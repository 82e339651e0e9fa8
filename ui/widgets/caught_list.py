"""What there was to mark in a practice call, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from scoring.text import tr
from ui.layouts import clear_layout
from ui.theme import px
from ui.widgets.painting import shown
from ui.widgets.text import Text, Voice

_SKILL = 2  # the column of the skill, where what was said begins too
_REST = 4  # the column that takes the room that is left


@dataclass(frozen=True, slots=True, kw_only=True)
class CaughtLine:
    """Something to mark: ``time`` as "00:10", whether it was ``seen`` or missed, its skill, the ``result`` in words
    and, if they help, the ``words`` that were said. ``open`` lines stand out."""

    time: str
    seen: bool
    skill: str
    result: str
    words: str = ""
    open: bool = False


class CaughtList(QWidget):
    """One line for each thing there was to mark, in columns; what was said stands below its line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(_REST, 1)

    def set_lines(self, lines: Sequence[CaughtLine]) -> None:
        """Show these lines in place of the old ones."""
        clear_layout(self._grid)
        for number, line in enumerate(lines):
            self._add_line(2 * number, line)

    def _add_line(self, row: int, line: CaughtLine) -> None:
        result_voice = Voice.STRONG if line.open else Voice.MUTED
        self._add(row, 0, Text(line.time, Voice.MUTED, self))
        self._add(row, 1, _sign(line, self))
        self._add(row, _SKILL, Text(shown(line.skill), Voice.BODY, self))
        self._add(row, _SKILL + 1, Text(line.result, result_voice, self))
        if line.words:
            words = Text(shown(line.words), Voice.MUTED, self)
            self._grid.addWidget(words, row + 1, _SKILL, 1, _REST - _SKILL + 1)
            words.show()  # at once, also in a list that is already on screen

    def _add(self, row: int, column: int, cell: Text) -> None:
        cell.setWordWrap(False)
        self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        cell.show()


def _sign(line: CaughtLine, parent: QWidget) -> Text:
    """:returns: plus or minus, which a screen reader says in a word."""
    sign = Text("+" if line.seen else "–", Voice.STRONG, parent)
    sign.setAccessibleName(tr("Seen") if line.seen else tr("Missed"))
    return sign
