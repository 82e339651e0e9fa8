"""How the strip of the floor editor is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from exports.floor_picture import PARTY
from exports.wording import clock_text
from scoring.floor import FloorSpan, Span
from ui import theme
from ui.theme import Tokens, px, tokens_of
from ui.widgets.floor_scale import TimeScale
from ui.widgets.floor_strip import paint_party
from ui.widgets.floor_tile import party_colour
from ui.widgets.painting import CENTRED, RING, Lettering, ring, text_size

_TRACK: Final = 30  # px, the height of the strip itself
_ABOVE: Final = 8  # px above and below everything, in which the rings stand
_BESIDE: Final = 5
_FRAME: Final = 4  # px between a chosen stretch and its frame, with the frame
_PATTERNED: Final = 4  # px of width from which a pattern can be told
_GRIP: Final = (6, 18)


@dataclass(frozen=True, slots=True)
class BarPicture:
    """What the strip shows: stretches, the number of the chosen one, its boundaries that can be moved, the time one is
    being moved to, and whether it has the keys."""

    spans: Sequence[FloorSpan]
    scale: TimeScale
    selected: int | None
    grips: Sequence[int]
    moving_ms: int | None
    has_ring: bool


def bar_height() -> int:
    """:returns: the height in px of the strip with its times; more than a finger needs."""
    return px(_TRACK) + _label_height() + px(4) + 2 * px(_ABOVE)


def bar_track(rect: QRect) -> QRect:
    """:returns: where the strip itself lies in the widget."""
    top = px(_ABOVE) + _label_height() + px(4)
    return QRect(px(_BESIDE), top, max(rect.width() - 2 * px(_BESIDE), 1), px(_TRACK))


def bar_labels(widget: QWidget, picture: BarPicture) -> list[Lettering]:
    """:returns: the times above the strip: at its ends, or in their place where a boundary is being moved to."""
    scale, tokens = picture.scale, tokens_of(widget)
    ends = [_label(scale, ms, tokens.muted) for ms in (scale.view.start_ms, scale.view.end_ms)]
    if picture.moving_ms is None:
        return ends
    moving = _label(scale, picture.moving_ms, tokens.text, bold=True)
    room = moving.rect.adjusted(-px(8), 0, px(8), 0)
    return [*(end for end in ends if not end.rect.intersects(room)), moving]


def _label(scale: TimeScale, ms: int, colour: str, *, bold: bool = False) -> Lettering:
    """:returns: a time above its place, moved inwards where it would stand out."""
    text, font = clock_text(ms), theme.font(theme.SMALL, bold=bold)
    width, track = text_size(text, font).width() + 1, scale.track
    left = min(max(round(scale.x_of(ms) - width / 2), track.left()), track.right() + 1 - width)
    return Lettering(text, QRect(left, px(_ABOVE), width, _label_height()), font, colour, CENTRED)


def paint_bar(painter: QPainter, widget: QWidget, picture: BarPicture) -> None:
    """Draw the strip: the stretches, and over them what is chosen, the times and the ring."""
    paint_stretches(painter, widget, picture)
    paint_over(painter, widget, picture)


def paint_stretches(painter: QPainter, widget: QWidget, picture: BarPicture) -> None:
    """Draw unlogged time as a thin line, and each stretch in its party's pattern."""
    tokens, scale = tokens_of(widget), picture.scale
    middle = scale.track.center().y()
    painter.fillRect(QRect(scale.track.left(), middle, scale.track.width(), 1), QColor(tokens.border))
    for span in _seen(picture.spans, scale.view):
        _paint_stretch(painter, scale.rect_of(span), span, tokens)


def paint_over(painter: QPainter, widget: QWidget, picture: BarPicture) -> None:
    """Draw what lies over the stretches: the chosen one in a frame, a time that is told, the ends, the ring."""
    tokens, scale = tokens_of(widget), picture.scale
    if picture.selected is not None:
        _paint_chosen(painter, picture, picture.spans[picture.selected], tokens)
    if picture.moving_ms is not None:
        _paint_moving(painter, scale, picture.moving_ms, tokens)
    for letters in bar_labels(widget, picture):
        letters.paint(painter)
    if picture.has_ring:
        ring(painter, widget.rect(), tokens.ring)


def _seen(spans: Sequence[FloorSpan], view: Span) -> Sequence[FloorSpan]:
    first = bisect_left(spans, view.start_ms + 1, key=_end_of)
    return spans[first : bisect_left(spans, view.end_ms, key=_start_of)]


def _start_of(span: Span) -> int:
    return span.start_ms


def _end_of(span: Span) -> int:
    return span.end_ms


def _paint_stretch(painter: QPainter, rect: QRect, span: FloorSpan, tokens: Tokens) -> None:
    party = PARTY[span.who]
    if rect.width() >= px(_PATTERNED):
        paint_party(painter, rect, party, tokens)
    elif rect.width() > 0:  # an outline would leave nothing of its colour
        painter.fillRect(rect, QColor(party_colour(tokens, party)))


def _paint_chosen(painter: QPainter, picture: BarPicture, span: FloorSpan, tokens: Tokens) -> None:
    scale = picture.scale
    if not scale.shows(span):
        return
    rect = scale.rect_of(span)
    spare = max(px(_PATTERNED) - rect.width(), 0)  # however short it is, it is seen
    rect.adjust(-(spare // 2), 0, spare - spare // 2, 0)
    _paint_frame(painter, rect.adjusted(-px(_FRAME), -px(_FRAME), px(_FRAME), px(_FRAME)), tokens)
    _paint_stretch(painter, rect, span, tokens)
    if rect.width() >= 3 * px(_GRIP[0]):  # in less they would hide what they belong to
        for ms in picture.grips:
            _paint_grip(painter, scale, ms, tokens)


def _paint_frame(painter: QPainter, frame: QRect, tokens: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.text), RING))
    painter.setBrush(QColor(tokens.card))
    painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), px(3), px(3))


def _paint_grip(painter: QPainter, scale: TimeScale, ms: int, tokens: Tokens) -> None:
    width, height = (px(size) for size in _GRIP)
    x = round(scale.x_of(ms))
    grip = QRect(x - width // 2, scale.track.center().y() - height // 2, width, height)
    painter.fillRect(grip, QColor(tokens.text))
    painter.fillRect(grip.adjusted(1, 1, -1, -1), QColor(tokens.card))


def _paint_moving(painter: QPainter, scale: TimeScale, ms: int, tokens: Tokens) -> None:
    line = QRect(round(scale.x_of(ms)) - 1, scale.track.top() - px(6), 2, scale.track.height() + px(12))
    painter.fillRect(line, QColor(tokens.text))


def _label_height() -> int:
    return text_size("0", theme.font(theme.SMALL)).height()
