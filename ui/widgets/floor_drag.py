"""A press on the strip of the floor that goes on: a boundary in the hand, or the strip itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ui.widgets.floor_edges import Edge, edge_at
from ui.widgets.floor_scale import TimeScale

_SECOND_MS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Drag:
    """A boundary (``edge``) that is moved to ``to_ms`` once the drag ``has_begun``; without one, the strip moves under
    the pointer. ``held_ms`` is what lies between pointer and boundary, or the time the pointer holds; within ``still``
    px a press is no drag yet.
    """

    edge: Edge | None
    to_ms: int = 0
    pressed_x: float = 0.0
    held_ms: float = 0.0
    still: int = 0
    has_begun: bool = False

    @property
    def moving_ms(self) -> int | None:
        """Where a boundary is being moved to, or None."""
        return self.to_ms if self.edge is not None and self.has_begun else None

    @property
    def moved(self) -> tuple[Edge, int] | None:
        """The boundary and where it was moved to; None where that is nowhere else."""
        if self.edge is None or not self.has_begun or self.to_ms == self.edge.at_ms:
            return None
        return self.edge, self.to_ms

    def pulled(self, scale: TimeScale, x: float) -> Drag:
        """:returns: the drag with the pointer at ``x``. Boundaries stand at whole seconds, or where they were."""
        if not self.has_begun and abs(x - self.pressed_x) < self.still:
            return self
        if self.edge is None:
            return replace(self, has_begun=True)
        wanted = round((scale.ms_at(x) + self.held_ms) / _SECOND_MS) * _SECOND_MS
        to_ms = self.edge.at_ms if abs(x - self.pressed_x) < 1 else self.edge.bounded(wanted)
        return replace(self, has_begun=True, to_ms=to_ms)

    def panned_ms(self, scale: TimeScale, x: float) -> int:
        """:returns: how much later the strip has to begin, so that the time that was pressed stays at the pointer."""
        return round(self.held_ms - scale.ms_at(x)) if self.edge is None and self.has_begun else 0

    def stepped(self, step_ms: int) -> Drag:
        """:returns: the boundary moved on by a key."""
        to_ms = self.to_ms if self.edge is None else self.edge.bounded(self.to_ms + step_ms)
        return replace(self, to_ms=to_ms, has_begun=True)

    def taken_up(self, edges: Sequence[Edge]) -> Drag | None:
        """:returns: the drag of the same boundary among new ones, or None where it is gone."""
        if self.edge is None:
            return self
        same = edge_at(edges, self.edge.at_ms)
        if same is None or (same.before, same.after) != (self.edge.before, self.edge.after):
            return None
        return replace(self, edge=same, to_ms=same.bounded(self.to_ms))


def pressed(scale: TimeScale, x: float, edge: Edge | None, still: int) -> Drag:
    """:returns: a press on a boundary, or beside all of them, that may become a drag."""
    if edge is None:
        return Drag(edge=None, pressed_x=x, held_ms=scale.ms_at(x), still=still)
    return Drag(edge=edge, to_ms=edge.at_ms, pressed_x=x, held_ms=edge.at_ms - scale.ms_at(x), still=still)
