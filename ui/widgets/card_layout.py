"""A layout of cards of one width, as many side by side as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QStyle, QWidget
from typing_extensions import override

from ui.widgets.items_layout import ItemsLayout

_Rows = list[tuple[list[QLayoutItem], int, int]]
"""The cards of each row, how high those are that keep to the row, and how high the highest is, in px."""


class CardLayout(ItemsLayout):
    """Rows of cards from the leading edge, mirrored right-to-left. All cards share the width evenly, and those of a row
    are as high as the highest of them. A card that was opened can be ``set_apart``: it grows alone, and those beside it
    stay as they are.

    :param most: cards side by side at most.
    :param least_width: px below which a card is not made narrower while there is more than one in a row.
    :param spacing: px between cards and between rows.
    """

    def __init__(
        self, parent: QWidget | None = None, *, most: int = 3, least_width: int = 240, spacing: int = 12
    ) -> None:
        self._measured: dict[int, _Rows] = {}  # by width: a page asks many times over
        super().__init__(parent, spacing=spacing)  # which asks for new measures
        self._apart: set[QWidget] = set()
        self._most = most
        self._least_width = least_width

    def columns(self, width: int) -> int:
        """:returns: how many cards stand side by side in ``width`` px."""
        least = max([self._least_width, *(item.minimumSize().width() for item in self.shown_items())])
        return min(max((width + self.spacing()) // (least + self.spacing()), 1), self._most)

    def set_apart(self, card: QWidget, *, is_apart: bool) -> None:
        """Let a card be as high as it needs, whatever stands beside it, or no longer."""
        if is_apart:
            self._apart.add(card)
        else:
            self._apart.discard(card)
        self.invalidate()

    @override
    def invalidate(self) -> None:
        self._measured.clear()
        super().invalidate()

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(highest for _, _, highest in rows) + self.spacing() * max(len(rows) - 1, 0)

    @override
    def sizeHint(self) -> QSize:
        width = self._least_width * self._most + self.spacing() * (self._most - 1)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self.shown_items()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top, columns = rect.top(), self.columns(rect.width())
        edges = [round(column * (rect.width() + self.spacing()) / columns) for column in range(columns + 1)]
        for row, even, highest in self._rows(rect.width()):
            for column, item in enumerate(row):
                width = edges[column + 1] - edges[column] - self.spacing()
                height = max(_height(item, width), even) if item.widget() in self._apart else even
                wanted = QRect(rect.left() + edges[column], top, width, height)
                item.setGeometry(QStyle.visualRect(self.direction(), rect, wanted))
            top += highest + self.spacing()

    def _rows(self, width: int) -> _Rows:
        if width not in self._measured:
            shown, columns = self.shown_items(), self.columns(width)
            card = max(
                (width - (columns - 1) * self.spacing()) // columns, 1
            )  # the narrowest: none is too low
            rows = [shown[start : start + columns] for start in range(0, len(shown), columns)]
            self._measured[width] = [(row, *self._heights(row, card)) for row in rows]
        return self._measured[width]

    def _heights(self, row: list[QLayoutItem], width: int) -> tuple[int, int]:
        heights = [(item.widget() in self._apart, _height(item, width)) for item in row]
        even = max((height for is_apart, height in heights if not is_apart), default=0)
        return even, max(height for _, height in heights)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
