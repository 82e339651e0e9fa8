"""Dots instead of numbers: a glance tells the observer that a tap has arrived, and tells a customer nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme import px
from ui.widgets.painting import dot

MOST_DOTS: Final = 10  # from the eleventh mark on, full fives become bars
GROUP: Final = 5
MOST_BARS: Final = 16  # more fives than that look the same: it is a picture, not a count
MOST_ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class TallyMark:
    """A dot for one mark or a bar for five; hollow until all of it is saved."""

    stands_for: int
    saved: bool


def tally_marks(saved: int, pending: int) -> tuple[TallyMark, ...]:
    """:returns: what stands for ``saved`` marks and, after them, ``pending`` ones that are not yet saved."""
    total = saved + pending
    fives = 0 if total <= MOST_DOTS else (total - 1) // GROUP
    shown = range(max(fives - MOST_BARS, 0), fives)
    bars = [TallyMark(GROUP, (group + 1) * GROUP <= saved) for group in shown]
    dots = [TallyMark(1, number < saved) for number in range(fives * GROUP, total)]
    return (*bars, *dots)


def paint_tally(painter: QPainter, room: QRect, marks: tuple[TallyMark, ...], colour: str) -> None:
    """Paint ``marks`` in centred rows that stand on the lower edge of ``room``."""
    rows = _rows(marks, room.width())
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for number, row in enumerate(reversed(rows)):
        middle = room.bottom() + 1 - _dot_size() / 2 - number * (_dot_size() + _gap())
        left = room.left() + (room.width() - _row_width(row)) / 2
        for mark in reversed(row) if mirrored else row:
            _paint_mark(painter, mark, left, middle, colour)
            left += _width(mark) + _gap()


def _rows(marks: tuple[TallyMark, ...], width: int) -> list[list[TallyMark]]:
    rows: list[list[TallyMark]] = []
    room = 0
    for mark in marks:
        if not rows or len(rows[-1]) >= GROUP * 2 or _width(mark) > room:
            rows.append([])
            room = width
        rows[-1].append(mark)
        room -= _width(mark) + _gap()
    return rows[-MOST_ROWS:]


def _paint_mark(painter: QPainter, mark: TallyMark, left: float, middle: float, colour: str) -> None:
    if mark.stands_for == 1:
        dot(painter, QPointF(left + _dot_size() / 2, middle), _dot_size() / 2, colour, filled=mark.saved)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar = QRectF(left, middle - _dot_size() / 2, _width(mark), _dot_size())
    painter.setPen(QPen(QColor(colour), 1))
    painter.setBrush(QColor(colour) if mark.saved else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), _dot_size() / 2, _dot_size() / 2)


def _row_width(row: list[TallyMark]) -> int:
    return sum(_width(mark) for mark in row) + _gap() * (len(row) - 1)


def _width(mark: TallyMark) -> int:
    return _dot_size() if mark.stands_for == 1 else px(16)


def _dot_size() -> int:
    return px(6)


def _gap() -> int:
    return px(4)
