"""A screen's content that scrolls up and down when the window is low, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import px


class Scrolled(QScrollArea):
    """A column to put widgets into: ``column`` is its layout, with the margins of a desk screen."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 34) -> None:
        """:param margin: room around the column, in px at 100 %."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setAutoFillBackground(False)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(px(margin), px(26), px(margin), px(26))
        self.column.setSpacing(px(16))
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)
