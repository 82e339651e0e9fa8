"""A sheet of paper to look at: fitted to the window, or as near as one likes."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from ui.theme import px, tokens_of
from ui.widgets.painting import ring

STEP: Final = 1.25  # between one zoom and the next
LEAST: Final = 0.25  # of the real size
MOST: Final = 4.0
SHARPEST: Final = 6.0  # pixels a point; beyond that a picture only costs memory
POINTS_AN_INCH: Final = 72
_MARGIN: Final = 24  # px around the sheet at 100 %
_NEARER: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FARTHER: Final = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class Fit(Enum):
    """What the sheet is fitted to."""

    PAGE = "page"
    WIDTH = "width"
    NONE = "none"


class PageView(QAbstractScrollArea):
    """Shows one sheet. It asks for a picture whenever it could show a sharper one, and meanwhile shows the one it has.

    Ctrl with the wheel, and the keys + and -, come nearer and go farther; 0 fits the whole sheet, 1 its width. Arrow
    and page keys move.

    :signal picture_wanted: a picture of the sheet at so many pixels of the screen a point.
    :signal zoomed: the size of the sheet on the screen has changed.
    """

    picture_wanted = Signal(float)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: QSizeF | None = None
        self._fit = Fit.PAGE
        self._scale = 1.0  # px a point
        self._picture: QImage | None = None
        self._wanted = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_sheet(self, points: QSizeF) -> None:
        """Show a sheet of a size in points; its picture is asked for at once."""
        self._points = points
        self._picture, self._wanted = None, 0.0
        self._lay_out()

    def show_picture(self, picture: QImage) -> None:
        """Show the picture that was asked for, in place of the one before."""
        self._picture = picture
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing."""
        self._points = self._picture = None
        self._lay_out()

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to see."""
        return self._picture is not None

    @property
    def fit(self) -> Fit:
        """What the sheet is fitted to at present."""
        return self._fit

    @property
    def percent(self) -> int:
        """The size of the sheet on the screen, in per cent of the real one."""
        return round(100 * self._scale / self._real_scale())

    def fit_to(self, fit: Fit) -> None:
        """Fit the sheet, also when the window changes."""
        self._fit = fit
        self._lay_out()

    def zoom(self, steps: int, around: QPoint | None = None) -> None:
        """Come nearer by so many steps, or go farther.

        :param around: the place of the viewport that stays where it is; its middle by default.
        """
        place = around or self.viewport().rect().center()
        before = self._place_on_sheet(place)
        real = self._real_scale()
        self._fit = Fit.NONE
        self._scale = min(max(self._scale * STEP**steps, LEAST * real), MOST * real)
        self._lay_out()
        self._put_under(place, before)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(560), px(640))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            up = event.angleDelta().y()
            self.zoom((up > 0) - (up < 0), event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _NEARER or key in _FARTHER:
            self.zoom(1 if key in _NEARER else -1)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_1):
            self.fit_to(Fit.PAGE if key == Qt.Key.Key_0 else Fit.WIDTH)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens.side))
        if self._points is not None:
            self._paint_sheet(painter, self._sheet())
        if self.hasFocus():
            ring(painter, self.viewport().rect(), tokens.ring, gap=px(2))
        painter.end()

    def _paint_sheet(self, painter: QPainter, sheet: QRect) -> None:
        painter.fillRect(sheet.adjusted(-1, -1, 1, 1), QColor(tokens_of(self).hairline))
        painter.fillRect(sheet, QColor("#ffffff"))
        if self._picture is None:
            return
        ratio = self.devicePixelRatioF()
        if abs(self._picture.width() - sheet.width() * ratio) <= ratio:
            # It was drawn for this size: pixel for pixel.
            self._picture.setDevicePixelRatio(ratio)
            painter.drawImage(sheet.topLeft(), self._picture)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, self._picture)

    def _lay_out(self) -> None:
        """Give the sheet its size, the scroll bars their range, and ask for a sharp picture."""
        if self._points is not None:
            self._scale = self._fitted()
            self._ask_for_picture()
        whole, room = self._whole(), self.viewport().size()
        for bar, length, shown in (
            (self.horizontalScrollBar(), whole.width(), room.width()),
            (self.verticalScrollBar(), whole.height(), room.height()),
        ):
            bar.setRange(0, max(length - shown, 0))
            bar.setPageStep(shown)
            bar.setSingleStep(px(40))
        self.viewport().update()
        self.zoomed.emit()

    def _fitted(self) -> float:
        """:returns: px a point that fit the sheet as wished. Scroll bars that come do not change it."""
        assert self._points is not None
        margin = 2 * px(_MARGIN)
        # One pixel is kept for what is rounded up, so that no scroll bar comes for it.
        room = self.maximumViewportSize() - QSize(margin + 1, margin + 1)
        across = room.width() / self._points.width()
        down = room.height() / self._points.height()
        if self._fit is Fit.PAGE:
            return max(min(across, down), 0.1)
        if self._fit is Fit.WIDTH:
            return max((room.width() - self._bar_width(across)) / self._points.width(), 0.1)
        return self._scale

    def _bar_width(self, across: float) -> int:
        assert self._points is not None
        too_high = self._points.height() * across + 2 * px(_MARGIN) > self.maximumViewportSize().height()
        return self.verticalScrollBar().sizeHint().width() if too_high else 0

    def _ask_for_picture(self) -> None:
        wanted = min(self._scale * self.devicePixelRatioF(), SHARPEST)
        if wanted != self._wanted:
            self._wanted = wanted
            self.picture_wanted.emit(wanted)

    def _sheet(self) -> QRect:
        """:returns: where the sheet lies in the viewport."""
        whole, room = self._whole(), self.viewport().size()
        left = max((room.width() - whole.width()) // 2, 0) - self.horizontalScrollBar().value()
        top = max((room.height() - whole.height()) // 2, 0) - self.verticalScrollBar().value()
        margin = px(_MARGIN)
        return QRect(QPoint(left, top), whole).adjusted(margin, margin, -margin, -margin)

    def _whole(self) -> QSize:
        """:returns: the size of the sheet with its margins, in px."""
        if self._points is None:
            return QSize()
        margin = 2 * px(_MARGIN)
        # As many pixels as the picture has, which is rounded up.
        width, height = (-int(-points * self._scale // 1) for points in self._points.toTuple())
        return QSize(width + margin, height + margin)

    def _real_scale(self) -> float:
        """:returns: px a point at which the sheet is as large as in the hand, as far as the screen knows."""
        return self.logicalDpiY() / POINTS_AN_INCH

    def _place_on_sheet(self, place: QPoint) -> tuple[float, float]:
        """:returns: where a place of the viewport lies on the sheet, in points from its corner."""
        offset = place - self._sheet().topLeft()
        return offset.x() / self._scale, offset.y() / self._scale

    def _put_under(self, place: QPoint, points: tuple[float, float]) -> None:
        """Scroll so that a point of the sheet lies under a place of the viewport."""
        now = self._place_on_sheet(place)
        for bar, wanted, present in zip(
            (self.horizontalScrollBar(), self.verticalScrollBar()), points, now, strict=True
        ):
            bar.setValue(bar.value() + round((wanted - present) * self._scale))
