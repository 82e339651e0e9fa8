"""What to look for in a skill, to be ticked: each of it somebody did or did not do."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.named import named
from ui.widgets.painting import WRAPPED_TOP, Lettering, box, longest_word, ring, text_size

_BOX = 16  # px at 100 %, the square before the words
_CORNER = 4  # a circle would promise that one excludes the others
_GAP = 10


class TickRow(PaintedButton):
    """One thing to look for: a square, ticked or not, and the words. Belongs to a ``Checklist``."""

    PADDING = (4, 5)

    def __init__(self, number: int, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.number = number
        self.setCheckable(True)

    @override
    def lettering(self) -> list[Lettering]:
        room = self._placed(self.inner().adjusted(_beside(), 0, 0, 0))
        return [Lettering(self.label, room, self.letter_font(), self.letter_colour(), WRAPPED_TOP)]

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens, square = tokens_of(self), self._square()
        if self.isChecked():
            box(painter, square, tokens.accent, None, rounded=_CORNER)
            _paint_tick(painter, square, tokens.on_accent)
        else:
            box(painter, square, tokens.card, tokens.border, rounded=_CORNER)
        if self.ring_visible:
            ring(painter, self.rect(), tokens.ring)

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_beside(), 0)

    @override
    def minimumSizeHint(self) -> QSize:
        least = longest_word(self.label, self.letter_font()) + _beside() + self._padding().width()
        return QSize(least, super().minimumSizeHint().height())

    @override
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width - _beside())

    def _square(self) -> QRect:
        """It stands in the middle of the first line."""
        inner, line = self.inner(), text_size("Å", theme.font()).height()
        top = inner.top() + (line - px(_BOX)) // 2
        return self._placed(QRect(inner.left(), top, px(_BOX), px(_BOX)))

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


class Checklist(QWidget):
    """Things to look for. Tab leads from one to the next, Space ticks; nothing follows from a tick.

    :signal ticked: the number of an item, from 1, that was pressed.
    """

    ticked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """:param name: the names of the items begin so."""
        super().__init__(parent)
        self._name = name
        self._rows: list[TickRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_items(self, items: Sequence[str]) -> None:
        """Replace the items; none is ticked afterwards."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._make_row(number, words) for number, words in enumerate(items, start=1)]

    def set_checked(self, checked: Collection[int]) -> None:
        """Show which items are ticked, by their number from 1."""
        for row in self._rows:
            row.setChecked(row.number in checked)

    def rows(self) -> list[TickRow]:
        """:returns: the items from the top."""
        return list(self._rows)

    def _make_row(self, number: int, words: str) -> TickRow:
        row = named(TickRow(number, words, self), f"{self._name}.{number}")
        row.clicked.connect(self._on_clicked)
        self._column.addWidget(row)
        row.show()  # at once, also in a list that is already on screen
        return row

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, TickRow):
            self.ticked.emit(sender.number)


def _beside() -> int:
    return px(_BOX) + px(_GAP)


def _paint_tick(painter: QPainter, square: QRect, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), max(1.5, square.width() / 8)))
    places = ((0.25, 0.55), (0.43, 0.72), (0.76, 0.3))
    corners = [
        QPointF(square.left() + x * square.width(), square.top() + y * square.height()) for x, y in places
    ]
    painter.drawPolyline(corners)
