"""Where the times of a call lie on a strip."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from scoring.floor import Span


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Where the times of ``view`` lie on ``track``; from the right where it is mirrored."""

    view: Span
    track: QRect
    mirrored: bool

    def x_of(self, ms: float) -> float:
        """:returns: the place of a time in px."""
        along = (ms - self.view.start_ms) / self.view.length_ms * self.track.width()
        return self.track.left() + (self.track.width() - along if self.mirrored else along)

    def ms_at(self, x: float) -> float:
        """:returns: the time at a place."""
        along = x - self.track.left()
        share = (self.track.width() - along if self.mirrored else along) / self.track.width()
        return self.view.start_ms + share * self.view.length_ms

    def rect_of(self, span: Span) -> QRect:
        """:returns: where a stretch is painted, as far as it is seen."""
        ends = sorted(self._within(round(self.x_of(ms))) for ms in (span.start_ms, span.end_ms))
        return QRect(ends[0], self.track.top(), ends[1] - ends[0], self.track.height())

    def _within(self, x: int) -> int:
        return min(max(x, self.track.left()), self.track.left() + self.track.width())

    def shows(self, span: Span) -> bool:
        """:returns: whether a part of a stretch is seen."""
        return span.start_ms < self.view.end_ms and span.end_ms > self.view.start_ms

    def distance(self, x: float, span: Span) -> float:
        """:returns: how far a place is from a stretch, in px."""
        low, high = sorted((self.x_of(span.start_ms), self.x_of(span.end_ms)))
        return max(low - x, x - high, 0.0)
