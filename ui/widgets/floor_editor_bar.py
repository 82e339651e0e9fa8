"""The strip of a call's floor, to choose a stretch on and to move the boundaries of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from scoring.floor import FloorSpan, Span
from ui.theme import px
from ui.widgets.floor_drag import Drag, pressed
from ui.widgets.floor_edges import Edge, edge_at, with_moved
from ui.widgets.floor_editor_paint import BarPicture, bar_height, bar_labels, bar_track, paint_bar
from ui.widgets.floor_scale import TimeScale
from ui.widgets.painting import Lettering, painter_on

STEP_MS: Final = 1_000  # what one arrow key moves a boundary by
_BY_POINTER: Final = 10  # px on each side of a boundary in which a mouse grabs it
_BY_FINGER: Final = 22
_STILL: Final = {_BY_POINTER: 4, _BY_FINGER: 8}  # px within which a press is no drag yet
_NEARER: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FARTHER: Final = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_ARROWS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier


class FloorEditorBar(QLabel):
    """The strip, the time at its ends, and the stretch that is chosen.

    Left and Right choose a stretch, with Shift they move its beginning, with Ctrl and Shift its end; Home and End
    choose the first and the last. + and - come closer and go wider. A boundary that is dragged, or moved by a key that
    is held, moves once it is let go; Esc takes it back.

    :signal picked: the number of the stretch to choose, from 0.
    :signal moved: a boundary was moved (Edge, ms).
    :signal zoomed: come closer by so many steps, or go wider.
    :signal panned: show what lies so many ms later, or earlier.
    """

    picked = Signal(int)
    moved = Signal(object, object)
    zoomed = Signal(int)
    panned = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: Sequence[FloorSpan] = ()
        self._edges: Sequence[Edge] = ()
        self._view = Span(0, 1)
        self._selected: int | None = None
        self._drag: Drag | None = None
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stretches(
        self, spans: Sequence[FloorSpan], edges: Sequence[Edge], view: Span, selected: int | None
    ) -> None:
        """Show these stretches, as far as they lie in ``view``. A boundary that is being dragged stays in the hand, if
        it is still there."""
        self._spans, self._edges, self._view, self._selected = spans, edges, view, selected
        self._drag = self._drag.taken_up(edges) if self._drag else None
        self.update()

    @property
    def moving_ms(self) -> int | None:
        """Where a boundary is being moved to, or None."""
        return self._drag.moving_ms if self._drag else None

    def x_of(self, ms: int) -> int:
        """:returns: where a time of the call lies on the strip, in px."""
        return round(self._scale().x_of(ms))

    def pick_earlier(self) -> None:
        """Choose the stretch before the chosen one."""
        self._pick(self._beside(-1))

    def pick_later(self) -> None:
        """Choose the stretch after the chosen one."""
        self._pick(self._beside(1))

    def lettering(self) -> list[Lettering]:
        """:returns: the times at the ends, or the one a boundary is being moved to."""
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
        paint_bar(painter, self, self._picture())
        painter.end()

    def _picture(self) -> BarPicture:
        spans, grips = self._spans, self._chosen_edges()
        places = [edge.at_ms for edge in grips]
        if self._drag is not None and self._drag.edge is not None and self._drag.has_begun:
            spans = with_moved(spans, self._drag.edge, self._drag.to_ms)
            places = [self._drag.to_ms if edge == self._drag.edge else edge.at_ms for edge in grips]
        ring = self._ring and self.hasFocus()
        return BarPicture(spans, self._scale(), self._selected, places, self.moving_ms, ring)

    def _chosen_edges(self) -> list[Edge]:
        """:returns: the boundaries of the chosen stretch that can be moved."""
        if self._selected is None:
            return []
        span = self._spans[self._selected]
        found = (edge_at(self._edges, span.start_ms), edge_at(self._edges, span.end_ms))
        return [edge for edge in found if edge is not None]

    def _scale(self) -> TimeScale:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return TimeScale(self._view, bar_track(self.rect()), mirrored)

    # Pointer and fingers

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position(), _BY_POINTER)
        else:
            event.ignore()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        self._pull(x)
        near = self._drag.edge if self._drag else self._edge_near(x, px(_BY_POINTER))
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go(event.position().x())

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        """One finger drags; a second one is none of its business."""
        point: QEventPoint | None = next(iter(event.points()), None)
        if event.type() == QEvent.Type.TouchCancel or point is None:
            self._take_back()
        elif event.type() == QEvent.Type.TouchBegin:
            self._press(point.position(), _BY_FINGER)
        elif event.type() == QEvent.Type.TouchUpdate:
            self._pull(point.position().x())
        elif event.type() == QEvent.Type.TouchEnd:
            self._let_go(point.position().x())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if event.modifiers() & _CTRL:
            self.zoomed.emit((turn.y() > 0) - (turn.y() < 0))
        elif turn.x():
            scale = self._scale()
            self.panned.emit(round(scale.ms_at(0) - scale.ms_at(turn.x() / 2)))
        else:
            super().wheelEvent(event)

    def _press(self, place: QPointF, reach: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        x = place.x()
        self._drag = pressed(self._scale(), x, self._edge_near(x, px(reach)), px(_STILL[reach]))

    def _pull(self, x: float) -> None:
        if self._drag is None:
            return
        self._drag = self._drag.pulled(self._scale(), x)
        if later := self._drag.panned_ms(self._scale(), x):
            self.panned.emit(later)
        self.update()

    def _let_go(self, x: float) -> None:
        drag, self._drag = self._drag, None
        self.update()
        if drag is not None and not drag.has_begun:
            self._pick_at(x)
        elif drag is not None and drag.moved is not None:
            self.moved.emit(*drag.moved)

    def _take_back(self) -> None:
        self._drag = None
        self.update()

    def _edge_near(self, x: float, reach: int) -> Edge | None:
        """:returns: the boundary that is grabbed at ``x``: one of the chosen stretch before any other."""
        scale = self._scale()
        for edges in (self._chosen_edges(), self._edges):
            near = [edge for edge in edges if abs(scale.x_of(edge.at_ms) - x) <= reach]
            if near:
                return min(near, key=lambda edge: abs(scale.x_of(edge.at_ms) - x))
        return None

    def _pick_at(self, x: float) -> None:
        """Choose the stretch at ``x``, or one right beside it."""
        scale = self._scale()
        distances = [scale.distance(x, span) for span in self._spans]
        nearest = min(range(len(distances)), key=distances.__getitem__, default=None)
        if nearest is not None and distances[nearest] <= px(_BY_POINTER):
            self.picked.emit(nearest)

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(True)
        if not self._answer(event):
            super().keyPressEvent(event)

    def _answer(self, event: QKeyEvent) -> bool:
        """:returns: whether the key meant something here."""
        key, held = (
            Qt.Key(event.key()),
            event.modifiers() & (_SHIFT | _CTRL | Qt.KeyboardModifier.AltModifier),
        )
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._take_back()
        elif key in _ARROWS and held in (_SHIFT, _SHIFT | _CTRL):
            self._move_by_key(self._arrow(key), of_end=held != _SHIFT)
        elif held & ~_SHIFT:
            return False
        elif key in _ARROWS:
            self._pick(self._beside(self._arrow(key)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._pick(0 if key == Qt.Key.Key_Home else len(self._spans) - 1)
        elif key in _NEARER or key in _FARTHER:
            self.zoomed.emit(1 if key in _NEARER else -1)
        else:
            return False
        return True

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key that is held moves a boundary once, when it is let go."""
        if Qt.Key(event.key()) in _ARROWS and not event.isAutoRepeat() and self.moving_ms is not None:
            self._let_go(0)
        else:
            super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_ring(event.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._take_back()
        super().focusOutEvent(event)

    def _arrow(self, key: Qt.Key) -> int:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return -_ARROWS[key] if mirrored else _ARROWS[key]

    def _beside(self, step: int) -> int:
        """:returns: the stretch after the chosen one, or before it; without one, the first or last that is seen."""
        if self._selected is not None:
            return self._selected + step
        seen = [n for n, span in enumerate(self._spans) if self._scale().shows(span)]
        return (seen[0] if step > 0 else seen[-1]) if seen else -1

    def _pick(self, number: int) -> None:
        if 0 <= number < len(self._spans):
            self.picked.emit(number)

    def _move_by_key(self, step: int, *, of_end: bool) -> None:
        if self._selected is None:
            return
        span = self._spans[self._selected]
        edge = edge_at(self._edges, span.end_ms if of_end else span.start_ms)
        if edge is None:
            return
        in_hand = self._drag if self._drag is not None and self._drag.edge == edge else None
        self._drag = (in_hand or Drag(edge=edge, to_ms=edge.at_ms)).stepped(step * STEP_MS)
        self.update()

    def _show_ring(self, visible: bool) -> None:
        self._ring = visible
        self.update()
