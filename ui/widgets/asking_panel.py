"""A panel that asks something, and can be put away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.widgets.panel import Panel


class AskingPanel(Panel):
    """Hidden until it asks; Esc puts it away.

    :signal left: the panel is hidden again, with or without an answer.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.hide()

    def put_away(self) -> None:
        """Ask no longer."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
