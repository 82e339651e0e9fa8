"""Where a window without a frame is taken hold of: its upper edge moves it, its lower edge changes its height."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.theme import px, tokens_of
from ui.widgets.painting import painter_on

_HEIGHT = 12  # px at 100 %
_GRIP = (40, 4)


class Handle(QWidget):
    """A short bar on a low row; the pointer takes the window along.

    :param edge: the edge that follows the pointer; None moves the whole window.
    """

    def __init__(self, edge: Qt.Edge | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge = edge
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.SizeAllCursor)
        self.setAccessibleName(tr("Change the height") if edge else tr("Move"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_GRIP[0]), px(_HEIGHT))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        window = self.window().windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and window:
            window.startSystemResize(self._edge) if self._edge else window.startSystemMove()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = (px(size) for size in _GRIP)
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self).border))
        bar = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter.drawRoundedRect(bar, height / 2, height / 2)
        painter.end()
