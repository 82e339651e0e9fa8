"""The window itself: on the screen before anything else is loaded, an empty desk until there is something to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from ui.window_state import WindowState

# The two grounds of the desk face, said here again because the theme is loaded only after the first picture; a test
# holds them equal.
GROUND = "#f6f5f1"
SIDE = "#eceae4"
_SIDE_WIDTH = 186


class Frame(QWidget):
    """Holds one content at a time and remembers its own place.

    :signal painted: the first picture is on the screen.
    """

    painted = Signal()

    def __init__(self, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._was_painted = False
        self._content: QWidget | None = None
        self._place = QStackedLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        state.restore(self)

    def hold(self, content: QWidget) -> None:
        """Show ``content`` in place of what was shown before; its title becomes the window's."""
        before, self._content = self._content, content
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(content.windowTitle())
        self._place.addWidget(content)
        self._place.setCurrentWidget(content)
        if before:
            before.close()
            self._place.removeWidget(before)
            before.deleteLater()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(GROUND))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = round(_SIDE_WIDTH * self._state.text_percent / 100)
        painter.fillRect(self.width() - side if mirrored else 0, 0, side, self.height(), QColor(SIDE))
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._state.keep(self)
        event.setAccepted(self._content is None or self._content.close())
