"""What all painted widgets share: lettering that can be checked for clipping, crisp boxes, and focus rings."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import theme

WRAPPED: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextWordWrap
)
WRAPPED_TOP: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)
CENTRED: Final = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
LEADING: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
TRAILING: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

RING: Final = 2  # px, the width of a focus ring at every text size
LONGEST_RUN: Final = 24  # characters without a place to break a line before one is offered
LONGEST_LABEL: Final = 240  # characters of a text that is only shown, such as a name on a button
_ALIGNMENT: Final = int(Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignVertical_Mask)
_UNLIMITED: Final = 1_000_000
_BREAK: Final = "\u200b"


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text and where it is painted. ``flags`` are Qt's alignment and text flags; "left" means leading. ``whole`` is
    the text in full where only a part of it is painted."""

    text: str
    rect: QRect
    font: QFont
    colour: str
    flags: int = LEADING
    whole: str = ""

    def paint(self, painter: QPainter) -> None:
        """Draw the text; it is never cut short."""
        painter.setFont(self.font)
        painter.setPen(QColor(self.colour))
        painter.drawText(self.rect, self.flags | int(Qt.TextFlag.TextDontClip), self.text)

    def clipped(self) -> bool:
        """:returns: whether the text needs more room than it has."""
        if self.whole:
            return True
        # From the corner: text that is centred at half a pixel would seem a pixel larger than it is.
        flags = self.flags & ~_ALIGNMENT | int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        endless = QRect(0, 0, self.rect.width(), _UNLIMITED)
        bounds = QFontMetrics(self.font).boundingRect(endless, flags, self.text)
        return bounds.width() > self.rect.width() or bounds.height() > self.rect.height()


@runtime_checkable
class Lettered(Protocol):
    """A painted widget that can say which texts it paints, and where."""

    def lettering(self) -> list[Lettering]:
        """:returns: every text the widget paints in its present size and state."""
        ...


def shown(text: str, limit: int = LONGEST_LABEL) -> str:
    """:returns: ``text`` fit for a label: one line, no control characters, at most ``limit`` characters with
    an ellipsis where more was left out, and places to break in very long runs."""
    head = text[: limit * 2]
    plain = "".join(
        " " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in head
    ).strip()
    if len(plain) > limit or len(text) > len(head):
        plain = plain[: limit - 1].rstrip() + "…"
    return breakable(plain)


def breakable(text: str) -> str:
    """:returns: ``text`` with invisible places to break a line in runs of more than 24 characters."""
    return " ".join(_breakable_run(run) for run in text.split(" ")) if len(text) > LONGEST_RUN else text


def broken_to_fit(text: str, font: QFont, width: int) -> str:
    """:returns: ``text`` with invisible places to break a line between all letters of each word wider than ``width``
    px."""
    words = text.split(" ")
    return " ".join(_BREAK.join(word) if longest_word(word, font) > width else word for word in words)


def shortened(text: str, font: QFont, room: QSize) -> str:
    """:returns: as much of ``text`` as its lines have room for, with an ellipsis where something is left out."""
    if text_size(text, font, room.width()).height() <= room.height():
        return text
    lengths = range(len(text) - 1, 0, -1)
    shorter = (text[:length].rstrip() + "…" for length in lengths)
    fitting = (one for one in shorter if text_size(one, font, room.width()).height() <= room.height())
    return next(fitting, "…")


def text_size(text: str, font: QFont, width: int | None = None) -> QSize:
    """:returns: the room ``text`` needs: on one line, or wrapped when a ``width`` in px is given."""
    metrics = QFontMetrics(font)
    if width is None:
        return metrics.boundingRect(QRect(0, 0, _UNLIMITED, _UNLIMITED), LEADING, text).size()
    return metrics.boundingRect(QRect(0, 0, max(width, 1), _UNLIMITED), WRAPPED_TOP, text).size()


def longest_word(text: str, font: QFont) -> int:
    """:returns: the width in px of the widest part of ``text`` that cannot be broken."""
    return max((text_size(word, font).width() for word in text.replace(_BREAK, " ").split()), default=0)


def painter_on(widget: QWidget) -> QPainter:
    """:returns: a painter for ``widget`` whose leading edge is that of the widget, not of the whole program."""
    painter = QPainter(widget)
    painter.setLayoutDirection(widget.layoutDirection())
    return painter


def box(
    painter: QPainter,
    rect: QRect,
    fill: str | None,
    edge: str | None,
    *,
    width: int = 1,
    dashed: bool = False,
    rounded: int = theme.RADIUS,
) -> None:
    """Draw a box whose edge lies wholly inside ``rect``, with corners of so many px at 100 %."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(_edge(edge, width, dashed))
    inset = width / 2 if edge else 0.0
    radius = theme.px(rounded) - inset
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def ring(painter: QPainter, rect: QRect, colour: str, gap: int = 0) -> None:
    """Draw a focus ring inside ``rect``, ``gap`` px away from its edge."""
    box(painter, rect.adjusted(gap, gap, -gap, -gap), None, colour, width=RING)


def dot(painter: QPainter, centre: QPointF, radius: float, colour: str, *, filled: bool) -> None:
    """Draw a dot, or a circle of the same outer size when it is not ``filled``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen_width = max(1.0, radius / 5)
    painter.setPen(QPen(QColor(colour), pen_width))
    painter.setBrush(QColor(colour) if filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius - pen_width / 2, radius - pen_width / 2)


def _edge(colour: str | None, width: int, dashed: bool) -> QPen:
    if not colour:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(colour), width)
    if dashed:
        pen.setDashPattern([3, 2])
    return pen


def _breakable_run(run: str) -> str:
    if len(run) <= LONGEST_RUN:
        return run
    return _BREAK.join(run[i : i + LONGEST_RUN] for i in range(0, len(run), LONGEST_RUN))
