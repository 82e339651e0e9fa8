"""A level as dots: filled up to the level, hollow after it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import px, tokens_of
from ui.widgets.painting import dot, painter_on


def dots_size(levels: int) -> QSize:
    """:returns: the room for ``levels`` dots in px."""
    return QSize(levels * _diameter() + (levels - 1) * _gap(), _diameter())


def paint_dots(painter: QPainter, room: QRect, level: int, levels: int, colour: str) -> None:
    """Paint ``levels`` dots, ``level`` of them filled, from the leading edge of ``room``."""
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for number in range(levels):
        along = number * (_diameter() + _gap()) + _diameter() / 2
        x = room.right() + 1 - along if mirrored else room.left() + along
        dot(painter, QPointF(x, room.center().y() + 0.5), _diameter() / 2, colour, filled=number < level)


class LevelDots(QLabel):
    """Dots that a screen reader reads as words; a picture for the eye, never the only way to tell."""

    def __init__(
        self, level: int = 0, words: str = "", parent: QWidget | None = None, *, levels: int = 4
    ) -> None:
        super().__init__(parent)
        self._level = level
        self._levels = levels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(level, words)

    def set_level(self, level: int, words: str) -> None:
        """Show ``level`` filled dots; ``words`` say the same, such as "Mostly, 3 of 4"."""
        self._level = level
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return dots_size(self._levels)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_dots(painter, self.rect(), self._level, self._levels, tokens_of(self).accent)
        painter.end()


def _diameter() -> int:
    return px(11)


def _gap() -> int:
    return px(4)
