"""The strip of a call that is over, to choose a place on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from scoring.floor import FloorSpan, Span
from ui.theme import px, tokens_of
from ui.widgets.floor_editor_paint import (
    BarPicture,
    bar_height,
    bar_labels,
    bar_track,
    paint_over,
    paint_stretches,
)
from ui.widgets.floor_scale import TimeScale
from ui.widgets.painting import Lettering, painter_on

_MARK: Final = 3  # px, the height of the line below the strip where the manager had stepped in
_LEAST_MARK: Final = 4  # px of width, so that a short one is seen
_ARROWS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TimelineBar(QLabel):
    """Who had the floor, the place that is chosen, and a line below where the manager had stepped in.

    A press chooses a place, and so do Left and Right, from one stretch to the next; Home and End go to the ends. It
    shows what it is told, and a press only tells.

    :signal place_chosen: a time of the call (ms).
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: Sequence[FloorSpan] = ()
        self._steps: Sequence[Span] = ()
        self._whole = Span(0, 1)
        self._place_ms: int | None = None
        self._ring = False
        self._drawn: QPixmap | None = None
        self._drawn_for: object = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_floor(self, spans: Sequence[FloorSpan], end_ms: int, steps: Sequence[Span]) -> None:
        """Show a call of ``end_ms``; no place of it is chosen.

        :param steps: the stretches in which the manager had stepped in.
        """
        self._spans, self._steps, self._whole = spans, steps, Span(0, max(end_ms, 1))
        self._place_ms = None
        self._drawn = None
        self.update()

    def show_place(self, ms: int | None) -> None:
        """Show which place is chosen."""
        if ms != self._place_ms:
            self._place_ms = ms
            self.update()

    def lettering(self) -> list[Lettering]:
        """:returns: the times at the ends, and that of the chosen place."""
        return bar_labels(self, self._picture())

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(240), bar_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), bar_height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.drawPixmap(0, 0, self._drawn_floor())
        paint_over(painter, self, self._picture())
        painter.end()

    def _drawn_floor(self) -> QPixmap:
        """Once: three hours hold thousands of stretches, and the place moves with each key."""
        key = (self.size(), self.devicePixelRatioF(), self.layoutDirection())
        if self._drawn is None or self._drawn_for != key:
            self._drawn, self._drawn_for = self._draw_floor(), key
        return self._drawn

    def _draw_floor(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        paint_stretches(painter, self, self._picture())
        self._paint_steps(painter)
        painter.end()
        return drawn

    def _paint_steps(self, painter: QPainter) -> None:
        scale = self._scale()
        top = scale.track.bottom() + 1 + px(2)
        for step in self._steps:
            rect = scale.rect_of(step)
            left, width = rect.left(), max(rect.width(), px(_LEAST_MARK))
            painter.fillRect(QRect(left, top, width, px(_MARK)), QColor(tokens_of(self).text))

    def _picture(self) -> BarPicture:
        has_ring = self._ring and self.hasFocus()
        return BarPicture(self._spans, self._scale(), None, (), self._place_ms, has_ring)

    def _scale(self) -> TimeScale:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return TimeScale(self._whole, bar_track(self.rect()), mirrored)

    # Choosing a place

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._choose_at(event.position().x())
        else:
            event.ignore()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose_at(event.position().x())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
        step = _ARROWS.get(Qt.Key(event.key()), 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if step:
            self.place_chosen.emit(self._beside(-step if mirrored else step))
        elif event.key() == Qt.Key.Key_Home:
            self.place_chosen.emit(self._whole.start_ms)
        elif event.key() == Qt.Key.Key_End:
            self.place_chosen.emit(self._whole.end_ms)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def _choose_at(self, x: float) -> None:
        ms = round(self._scale().ms_at(x))
        self.place_chosen.emit(min(max(ms, self._whole.start_ms), self._whole.end_ms))

    def _beside(self, step: int) -> int:
        """:returns: where the stretch before or after the chosen place begins, or the end it lies at."""
        starts = [span.start_ms for span in self._spans]
        here = self._place_ms if self._place_ms is not None else self._whole.start_ms - 1
        number = bisect_right(starts, here) if step > 0 else bisect_left(starts, here) - 1
        if 0 <= number < len(starts):
            return starts[number]
        return self._whole.end_ms if step > 0 else self._whole.start_ms
