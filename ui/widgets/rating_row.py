"""One skill as it was rated: name, dots with their word, what it stands on, the rep's own view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import px, tokens_of
from ui.widgets.level_dots import LevelDots
from ui.widgets.text import Text, Voice


class RatingRow(QWidget):
    """To read only. Without a level there are no dots, and the word stands alone.

    :param level: 1 to 4, or None.
    :param word: the level in a word.
    :param stands_on: in short; nothing where it is empty.
    :param own: the rep's own view in words; nothing where it is empty.
    """

    def __init__(
        self,
        name: str,
        level: int | None,
        word: str,
        stands_on: str = "",
        own: str = "",
        *,
        is_focus: bool = False,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(2), 0, px(8))
        column.setSpacing(px(2))
        column.addWidget(Text(name, Voice.STRONG if is_focus else Voice.BODY))
        column.addLayout(_level_line(level, word))
        for words in filter(None, (stands_on, own)):
            column.addWidget(Text(words, Voice.SMALL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens_of(self).hairline))
        painter.end()


def _level_line(level: int | None, word: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(px(12))
    if level is not None:
        line.addWidget(LevelDots(level, word), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(Text(word, Voice.BODY if level is not None else Voice.MUTED), 1)
    return line
