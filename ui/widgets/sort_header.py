"""The headings of a table that can be put in another order."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.painting import LEADING, Lettering, ring, text_size

_SIGN: Final = 7  # px at 100 %, the width of the triangle that shows the order
_GAP: Final = 7  # px at 100 % between a heading and its triangle
_PRESS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def sign_room() -> int:
    """:returns: px that a heading needs beside its words, so that the sign of order fits in."""
    return px(_SIGN) + px(_GAP)


class SortHeader(QHeaderView):
    """Headings with a small triangle where the rows are in order: point up from small to large, down from large to
    small.

    A click on a heading, or Return on it, asks for the order of its column. Tab leads to the headings, arrow keys from
    one to the next. The header only shows what ``show_order`` says; the model's ``AccessibleTextRole`` says it in
    words.

    :signal order_chosen: the column whose order is wanted.
    """

    order_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sortable: Collection[int] = ()
        self._column = -1
        self._descending = False
        self._at = 0
        self._pressed = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def offer(self, sortable: Collection[int]) -> None:
        """Say which columns the rows can be put in order by."""
        self._sortable = sortable

    def offers(self, column: int) -> bool:
        """:returns: whether the rows can be put in order by ``column``."""
        return column in self._sortable

    def show_order(self, column: int, *, descending: bool) -> None:
        """Show that the rows are in the order of ``column``."""
        self._column, self._descending = column, descending
        self.viewport().update()

    def lettering_of(self, column: int, rect: QRect) -> Lettering:
        """:returns: the words of a heading, and where they stand in the ``rect`` of their section."""
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        room = rect.adjusted(px(14), 0, -px(14), -1)
        return Lettering(words, room, theme.font(theme.SMALL), tokens_of(self).muted, LEADING)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        tokens = tokens_of(self)
        painter.save()
        painter.fillRect(rect, QColor(tokens.card))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.hairline))
        letters = self.lettering_of(logicalIndex, rect)
        letters.paint(painter)
        if logicalIndex == self._column:
            self._paint_sign(painter, letters)
        painter.restore()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            ring(painter, self._section(self._at), tokens_of(self).ring, gap=2)
            painter.end()

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        super().mousePressEvent(e)
        self._pressed = self.logicalIndexAt(e.position().toPoint())

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        released = self.logicalIndexAt(e.position().toPoint())
        if e.button() == Qt.MouseButton.LeftButton and released == self._pressed:
            self._choose(released)
        self._pressed = -1

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _STEPS.get(Qt.Key(event.key()), 0):
            self._move(-step if self.isRightToLeft() else step)
        elif event.key() in _PRESS:
            self._choose(self._at)
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._at = max(self._column, 0)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _choose(self, column: int) -> None:
        if self.offers(column):
            self.order_chosen.emit(column)

    def _move(self, step: int) -> None:
        wanted = self._at + step
        if self.offers(wanted):
            self._at = wanted
            self.viewport().update()

    def _section(self, column: int) -> QRect:
        return QRect(self.sectionViewportPosition(column), 0, self.sectionSize(column), self.height())

    def _paint_sign(self, painter: QPainter, letters: Lettering) -> None:
        words = text_size(letters.text, letters.font).width()
        place = QRect(letters.rect.left() + words + px(_GAP), 0, px(_SIGN), letters.rect.height())
        place = QStyle.visualRect(self.layoutDirection(), letters.rect, place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(letters.colour))
        painter.drawPolygon(_triangle(place, points_down=self._descending))


def _triangle(place: QRect, *, points_down: bool) -> QPolygonF:
    left, width = place.left(), place.width()
    middle, half = place.center().y() + 0.5, width / 3
    base, tip = (middle - half, middle + half) if points_down else (middle + half, middle - half)
    return QPolygonF([QPointF(left, base), QPointF(left + width, base), QPointF(left + width / 2, tip)])
