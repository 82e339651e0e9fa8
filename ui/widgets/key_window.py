"""A small window that may have the keyboard, over a strip that never has it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import LIVE, wear

FLAGS = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class KeyWindow(QWidget):
    """Holds one part. When it goes away the system gives the keyboard back to the window that had it before.

    :param part: what it holds.
    :param title: what a screen reader calls the window.
    :signal abandoned: the person went to another window.
    """

    abandoned = Signal()

    def __init__(self, part: QWidget, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, FLAGS)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(part)
        self.setFocusProxy(part)
        wear(self, LIVE)

    def open_over(self, place: QRect, *, with_keys: bool) -> None:
        """Show it over a part of the screen (px).

        :param with_keys: whether it takes the keyboard at once, or only when it is clicked.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not with_keys)
        self.setGeometry(place)
        self.show()
        self.raise_()
        if with_keys:
            self.activateWindow()
            self.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.abandoned.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed from outside it is only abandoned: what is written in it stays."""
        self.abandoned.emit()
        event.accept()
