"""A small chart of points in their order: one look for the rep over time and for the mirror."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from ui.theme import Tokens, px, tokens_of
from ui.widgets.chart import Chart, ChartPlaces
from ui.widgets.painting import Lettering, box, painter_on, ring, shown

_CHOOSE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_NOTHING: Final = Chart(points=(), lowest=0, highest=1)


class PointChart(QWidget):
    """Draws a chart. What a point says appears when the pointer rests on it or the arrow keys lead to it.

    :signal point_chosen: (key) a point with a key was clicked, or Return pressed on it.
    """

    point_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = _NOTHING
        self._at: int | None = None  # the place of the point that is read now
        self._last: int | None = None  # and of the one that was led to or chosen last
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # until it is known; Qt orders nothing that takes no focus

    @property
    def chart(self) -> Chart:
        """What is shown."""
        return self._chart

    def show_chart(self, chart: Chart) -> None:
        """Show ``chart`` in place of the one before. The same one leaves everything as it is."""
        if chart == self._chart and chart.points:
            return
        self._chart = chart
        self._at = self._last = None
        known = self._places().known()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if known else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(chart.whole)
        self.setAccessibleDescription("")
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def place_of(self, number: int) -> QPointF | None:
        """:returns: where the point at place ``number`` stands (px), or None where nothing is known."""
        return self._places().point(number)

    def lettering(self) -> list[Lettering]:
        """:returns: the words at the rungs and below the ends, and where they are painted."""
        return self._places().lettering(tokens_of(self).muted)

    @override
    def sizeHint(self) -> QSize:
        width = max(px(200), self._places().least_width())
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        places = self._places()
        return QSize(places.least_width(), places.least_height)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return ChartPlaces(self._chart, QSize(width, 0)).height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        places, tokens = self._places(), tokens_of(self)
        self._paint_scale(painter, places, tokens)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chart.joined:
            self._paint_lines(painter, places, tokens)
        if self._at is not None and (at := places.point(self._at)):
            _paint_halo(painter, at, tokens)
        _paint_points(painter, places, tokens)
        for letters in places.lettering(tokens.muted):
            letters.paint(painter)
        if self.hasFocus() and self._at is None:
            ring(painter, self.rect(), tokens.ring)
        painter.end()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._read(self._places().nearest(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._read(None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._read(self._places().nearest(event.position()))
            self._choose()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self._step(-step if self._places().mirrored else step)
        elif event.key() in _CHOOSE and self._at is not None and not event.isAutoRepeat():
            self._choose()
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes back is where they were."""
        super().focusInEvent(event)
        self._read(self._last)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._read(None)
        self.update()

    def _places(self) -> ChartPlaces:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return ChartPlaces(self._chart, self.size(), mirrored=mirrored)

    def _step(self, step: int) -> None:
        known = self._places().known()
        at = known.index(self._at) if self._at in known else -1 if step > 0 else len(known)
        number = known[min(max(at + step, 0), len(known) - 1)]
        self._read(number)
        self._last = number
        place = self.place_of(number)
        if place is not None:
            QToolTip.showText(self.mapToGlobal(place.toPoint()), self.toolTip(), self)

    def _choose(self) -> None:
        point = self._chart.points[self._at] if self._at is not None else None
        if point is not None and point.key is not None:
            self._last = self._at
            self.point_chosen.emit(point.key)

    def _read(self, number: int | None) -> None:
        """Let the point at this place say what it says."""
        if number == self._at:
            return
        self._at = number
        point = self._chart.points[number] if number is not None else None
        words = shown(point.words) if point else ""
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        leads = point is not None and point.key is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        if words and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _paint_scale(self, painter: QPainter, places: ChartPlaces, tokens: Tokens) -> None:
        if self._chart.band is not None:
            low, high = (places.y(value) for value in self._chart.band)
            stripe = places.across(high - px(3), round(low - high) + 2 * px(3), self._chart.band_from)
            box(painter, stripe, tokens.chosen, None)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for value in self._chart.rungs:
            painter.fillRect(places.across(places.y(value), 1), QColor(tokens.hairline))
        painter.setPen(QPen(QColor(tokens.muted), 1, Qt.PenStyle.DotLine))
        for number in self._chart.changes:
            at = round(places.before(number))
            painter.drawLine(at, 0, at, places.plot_height)
        if self._chart.goal is not None:
            painter.setPen(QPen(QColor(tokens.border), 1, Qt.PenStyle.DashLine))
            line = places.across(places.y(self._chart.goal), 1)
            painter.drawLine(line.topLeft(), line.topRight())

    def _paint_lines(self, painter: QPainter, places: ChartPlaces, tokens: Tokens) -> None:
        pens = {second: QPen(_colour(tokens, second=second), px(2) * 0.9) for second in (False, True)}
        for number, (one, other) in enumerate(pairwise(self._chart.points)):
            start, end = places.point(number), places.point(number + 1)
            if one is not None and start and other is not None and end and not other.apart:
                painter.setPen(pens[other.second])
                painter.drawLine(start, end)


def _paint_halo(painter: QPainter, place: QPointF, tokens: Tokens) -> None:
    """A ring round the point that is read now."""
    painter.setPen(QPen(QColor(tokens.ring), px(2) * 0.75))
    painter.setBrush(QColor(tokens.card))
    painter.drawEllipse(place, px(8), px(8))


def _paint_points(painter: QPainter, places: ChartPlaces, tokens: Tokens) -> None:
    card = QColor(tokens.card)
    colours = {second: _colour(tokens, second=second) for second in (False, True)}
    for number, point in enumerate(places.chart.points):
        place = places.point(number)
        if point is not None and place is not None:
            painter.setPen(QPen(colours[point.second], px(2) * 0.75))
            painter.setBrush(card if point.hollow else colours[point.second])
            _paint_mark(painter, place, light=point.light)


def _colour(tokens: Tokens, *, second: bool) -> QColor:
    return QColor(tokens.me if second else tokens.accent)


def _paint_mark(painter: QPainter, place: QPointF, *, light: bool) -> None:
    if not light:
        painter.drawEllipse(place, px(3), px(3))
        return
    reach = px(4)
    corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    painter.drawPolygon(QPolygonF([place + QPointF(x, y) for x, y in corners]))
