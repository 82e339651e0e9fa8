"""The second click of a double click, where the first one has already led to another screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QMouseEvent, QWindow
from typing_extensions import override

# A window hears of a second click as a press, and then as a double click.
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class SecondClick(QObject):
    """Keeps it from the new screen: it was meant for the old one, and would press whatever now lies under the pointer.

    It listens only while a double click can still be going on, and only for presses where the pointer was.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._place = QPoint()
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self._stop)

    def forget(self, window: QWindow | None) -> None:
        """A new screen has come up in ``window`` (None before it is shown): a second click means nothing there."""
        self._stop()
        if window is not None:
            self._window = window
            self._place = QCursor.pos()
            window.installEventFilter(self)
            self._over.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or event.type() not in _PRESSES:
            return False
        way = event.globalPosition().toPoint() - self._place
        return way.manhattanLength() <= QGuiApplication.styleHints().startDragDistance()

    def _stop(self) -> None:
        self._over.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None
