"""A layout that sets its items side by side and goes on in a new row when there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QStyle, QWidget
from typing_extensions import override

from ui.widgets.items_layout import ItemsLayout


class FlowLayout(ItemsLayout):
    """Rows of items from the leading edge, mirrored right-to-left. An item wider than a row gets the row for itself and
    grows in height, if it can.

    :param spacing: px between items and between rows.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent, spacing=spacing)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width - self._margins().width())
        heights = [max(size.height() for _, size in row) for row in rows]
        return sum(heights) + self.spacing() * max(len(rows) - 1, 0) + self._margins().height()

    @override
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self.shown_items()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0)) + self._margins()

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self.shown_items()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0)) + self._margins()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        top = room.top()
        for row in self._rows(room.width()):
            self._place_row(row, room, top)
            top += max(size.height() for _, size in row) + self.spacing()

    def _place_row(self, row: list[tuple[QLayoutItem, QSize]], room: QRect, top: int) -> None:
        left = room.left()
        for item, size in row:
            wanted = QRect(QPoint(left, top), size)
            item.setGeometry(QStyle.visualRect(self.direction(), room, wanted))
            left += size.width() + self.spacing()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        left = width + 1
        for item in self.shown_items():
            size = _fitted(item, width)
            if left + size.width() > width:
                rows.append([])
                left = 0
            rows[-1].append((item, size))
            left += size.width() + self.spacing()
        return rows

    def _margins(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())


def _fitted(item: QLayoutItem, width: int) -> QSize:
    hint = item.sizeHint()
    if hint.width() <= width:
        return hint
    narrowed = max(width, item.minimumSize().width())
    return QSize(narrowed, item.heightForWidth(narrowed) if item.hasHeightForWidth() else hint.height())
