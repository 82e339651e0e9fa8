"""Buttons of the live screen: they act when the finger comes down, not when it leaves."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import SIGNAL, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QPainter, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.painting import box, ring

SAME_TAP_MS: Final = 180  # two presses of one button within this time are one bouncing finger
HOLD_MS: Final = 500

Clock = Callable[[], int]


def monotonic_ms() -> int:
    """:returns: ms on a clock that is never set back."""
    return time.monotonic_ns() // 1_000_000


class PressButton(PaintedButton):
    """Acts on the press of a mouse button, of any finger, of a screen reader, and of Return once Tab has been used.

    It takes no focus from a click and leaves all other keys to the screen around it. Listen to ``tapped``, not to
    ``clicked``. ``act_on_lift`` makes it one that can stand where fingers scroll.

    :param clock: the present time in ms; only differences count.
    :signal tapped: the button was pressed; a second press within 180 ms is not told.
    :signal held: the press has lasted 500 ms; ``tapped`` has been told before.
    """

    tapped = Signal()
    held = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None, *, clock: Clock = monotonic_ms) -> None:
        super().__init__(text, parent)
        self._clock = clock
        self._last_tap: int | None = None
        self._on_lift = False
        self._came_down = QPoint()
        self._hold = QTimer(self, interval=HOLD_MS, singleShot=True)
        self._hold.timeout.connect(self.held)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.pressed.connect(self.tap)  # from a screen reader: the handlers below never emit it

    def tap(self) -> None:
        """Act as on a press, for instance when the screen has got this button's key."""
        now = self._clock()
        bounce = self._last_tap is not None and now - self._last_tap < SAME_TAP_MS
        if self.isEnabled() and not bounce:
            self._last_tap = now
            self.tapped.emit()

    def act_on_lift(self) -> None:
        """Act when the finger leaves where it came down: one that moves on scrolls what the button stands on."""
        self._on_lift = True

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        box(painter, self.rect(), tokens.raised if self.isDown() else tokens.card, tokens.border)
        self.paint_ring(painter)

    def paint_ring(self, painter: QPainter) -> None:
        """Draw the focus ring, if there is one to draw."""
        if self.ring_visible:
            ring(painter, self.rect(), tokens_of(self).ring, gap=px(3))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        else:
            self._came_down = event.globalPosition().toPoint()
            self._finger_down()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._finger_up(stayed=not is_far(event.globalPosition().toPoint() - self._came_down))

    @override
    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate) and isinstance(event, QTouchEvent):
            if any(point.state() == QEventPoint.State.Pressed for point in event.points()):
                self._finger_down()
            return True
        if kind in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel) and isinstance(event, QTouchEvent):
            self._finger_up(stayed=kind == QEvent.Type.TouchEnd and not has_moved(event))
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressing = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.ring_visible
        if step := self.arrow_step(event):
            self._go(step)
        elif pressing and not event.isAutoRepeat():
            self.tap()
        else:
            event.ignore()

    def _go(self, step: int) -> None:
        """An arrow goes where whoever listens says, and otherwise to the next control, as Tab does."""
        if self.receivers(SIGNAL("arrowed(int)")):
            self.arrowed.emit(step)
        else:
            self.focusNextPrevChild(step > 0)

    def _finger_down(self) -> None:
        self.setDown(True)
        if not self._on_lift:
            self._hold.start()
            self.tap()

    def _finger_up(self, *, stayed: bool) -> None:
        lifted = self._on_lift and self.isDown() and stayed
        self.setDown(False)
        self._hold.stop()
        if lifted:
            self.tap()


def has_moved(event: QTouchEvent) -> bool:
    """:returns: whether a finger has moved on from where it came down: it scrolls then."""
    moves = (point.globalPosition() - point.globalPressPosition() for point in event.points())
    return any(is_far(move.toPoint()) for move in moves)


def is_far(move: QPoint) -> bool:
    """:returns: whether a way (px) is too long for a hand that means to press."""
    return move.manhattanLength() >= QApplication.startDragDistance()


def live_height() -> int:
    """:returns: the least height in px of anything that is tapped during a call."""
    return px(theme.TARGET)
