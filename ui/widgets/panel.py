"""A ground of its own inside a screen."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import tokens_of
from ui.widgets.painting import box, painter_on


class PanelShape(Enum):
    """A card has round corners and a hairline round it; a page fills its side of the screen up to the edge, with a
    hairline towards the start."""

    CARD = "card"
    PAGE = "page"


class Panel(QWidget):
    """White paper to put widgets on; give it any layout."""

    def __init__(self, shape: PanelShape = PanelShape.CARD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = shape

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self._shape is PanelShape.CARD:
            box(painter, self.rect(), tokens.card, tokens.hairline)
        else:
            painter.fillRect(self.rect(), QColor(tokens.card))
            edge = self.width() - 1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
            painter.fillRect(edge, 0, 1, self.height(), QColor(tokens.hairline))
        painter.end()
