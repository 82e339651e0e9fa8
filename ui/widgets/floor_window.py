"""Which part of a call is seen on the strip of its floor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from scoring.floor import Span

LEAST_SEEN_MS: Final = 30_000
"""Nobody looks at less of a call than this."""


@dataclass(frozen=True, slots=True)
class FloorWindow:
    """The call from ``start_ms`` up to ``end_ms``, of which ``part`` is seen; None is all of it."""

    start_ms: int = 0
    end_ms: int = 1
    part: Span | None = None

    @property
    def view(self) -> Span:
        """What is seen."""
        return self.part or Span(self.start_ms, self.end_ms)

    def moved_to(self, start_ms: int, end_ms: int) -> FloorWindow:
        """:returns: another window, seen from as near by; who looks at its end goes on looking at the end."""
        end_ms = max(end_ms, start_ms + 1)
        moved = FloorWindow(start_ms, end_ms)
        if self.part is None:
            return moved
        begin = end_ms - self.part.length_ms if self.part.end_ms == self.end_ms else self.part.start_ms
        return moved._seeing(begin, self.part.length_ms)

    def zoomed(self, steps: int, around_ms: int | None = None) -> FloorWindow:
        """:returns: half as much seen for each of ``steps``, or twice as much, around a time or the middle."""
        view = self.view
        middle = view.start_ms + view.length_ms // 2 if around_ms is None else around_ms
        length = max(round(view.length_ms / 2**steps), LEAST_SEEN_MS)
        return self._seeing(middle - length // 2, length)

    def panned(self, ms: int) -> FloorWindow:
        """:returns: what lies so many ms later, or earlier."""
        return self if self.part is None else self._seeing(self.part.start_ms + ms, self.part.length_ms)

    def showing(self, span: Span) -> FloorWindow:
        """:returns: moved as little as shows all of a stretch, or its beginning where it is longer than the view."""
        view = self.view
        late = max(span.end_ms - view.end_ms, 0)
        return self.panned(
            min(late, span.start_ms - view.start_ms) if late else min(span.start_ms - view.start_ms, 0)
        )

    def _seeing(self, begin_ms: int, length_ms: int) -> FloorWindow:
        if length_ms >= self.end_ms - self.start_ms:
            return replace(self, part=None)
        begin_ms = min(max(begin_ms, self.start_ms), self.end_ms - length_ms)
        return replace(self, part=Span(begin_ms, begin_ms + length_ms))
