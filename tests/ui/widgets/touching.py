"""A finger on a widget."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


class Finger:
    """One finger of a touch screen, which it is made with: a screen is known to Qt as long as the program runs."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._device: QPointingDevice = QTest.createTouchDevice()

    def press(self, x: int, y: int) -> None:
        """Come down at a place of the widget."""
        QTest.touchEvent(self._widget.window(), self._device).press(
            0, self._at(x, y), self._widget.window()
        ).commit()

    def move(self, x: int, y: int) -> None:
        """Move to a place of the widget."""
        QTest.touchEvent(self._widget.window(), self._device).move(
            0, self._at(x, y), self._widget.window()
        ).commit()

    def release(self, x: int, y: int) -> None:
        """Leave at a place of the widget."""
        QTest.touchEvent(self._widget.window(), self._device).release(
            0, self._at(x, y), self._widget.window()
        ).commit()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Come down, move in steps, leave."""
        self.press(start.x(), start.y())
        for step in range(1, 5):
            self.move(start.x() + (end.x() - start.x()) * step // 4, end.y())
        self.release(end.x(), end.y())

    def _at(self, x: int, y: int) -> QPoint:
        return self._widget.mapTo(self._widget.window(), QPoint(x, y))
