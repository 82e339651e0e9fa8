"""When a person has left a field, so that something may be said about what they wrote."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.field import LineEdit
from ui.widgets.growing_text import GrowingText

SETTLE_MS = 250


class Leaving(QObject):
    """Watches one field, or several that belong together.

    A line that comes in between moves what is below it. So it waits a moment, and as long as a button of the mouse is
    down: what is being pressed must still be there when it is let go.

    :signal left: none of the fields has the keys any more.
    """

    left = Signal()

    def __init__(self, *fields: GrowingText | LineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields = fields
        self._timer = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._timer.timeout.connect(self._on_settled)
        for field in fields:
            field.keys_left.connect(self._timer.start)

    def _on_settled(self) -> None:
        if any(field.hasFocus() for field in self._fields):
            return
        if QApplication.mouseButtons():
            self._timer.start()
        else:
            self.left.emit()
