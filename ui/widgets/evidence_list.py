"""What was logged: time, sign, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import px
from ui.widgets.painting import shown
from ui.widgets.text import Text, Voice

LONGEST_WORDS = 400  # characters of one line of evidence on screen


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """``time`` as "04:10" (empty if there is none), ``sign`` "+", "–" or empty, the words, and a quiet note such as
    "recalled"."""

    time: str
    sign: str
    words: str
    note: str = ""


class EvidenceList(QWidget):
    """Lines of evidence in columns; words wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(2, 1)

    def set_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """Show these lines in place of the old ones."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, line in enumerate(lines):
            self._add_line(row, line)

    def _add_line(self, row: int, line: EvidenceLine) -> None:
        words = " ".join(part for part in (shown(line.words, LONGEST_WORDS), line.note) if part)
        cells = ((line.time, Voice.MUTED), (line.sign, Voice.STRONG), (words, Voice.BODY))
        for column, (text, voice) in enumerate(cells):
            label = Text(text, voice, self)
            label.setWordWrap(column == 2)
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            label.show()  # at once, also in a list that is already on screen
