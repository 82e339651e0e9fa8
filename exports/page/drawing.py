"""What everything that is drawn on the page shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from exports.page.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What the page left out: ``count`` characters of a text or whole items of a list of ``part``.

    A closing text is a part of its own, by its label.
    """

    part: str
    count: int
    unit: Literal["characters", "items"]


@dataclass(frozen=True, slots=True)
class Fit:
    """How the page is made to fit.

    ``size`` is that of the body in points. None means no limit to the rest: ``lines`` each text may have times its
    weight, ``bonus`` texts from the top may have one more, ``items`` in each list, lines of a name. ``air`` narrows
    the space between parts. ``left_out`` are the parts that are not shown at all.
    """

    size: float
    lines: int | None = None
    bonus: int = 0
    items: int | None = None
    names: int | None = None
    air: float = 1.0
    left_out: tuple[str, ...] = ()

    @property
    def space(self) -> float:
        """What the space between parts is measured in: the size of the body, less on a crowded page."""
        return self.size * self.air


@dataclass(slots=True)
class Drawing:
    """The sheet and what is learnt while drawing on it; ``heading`` is the tag of a part's heading."""

    sheet: Sheet
    heading: str = "H2"
    cuts: list[Cut] = field(default_factory=list)
    missing: dict[str, None] = field(default_factory=dict)


class Block(Protocol):
    """A part of the page over its whole width; ``gap`` is the space above it over the size of the body."""

    gap: float

    def height(self, fit: Fit) -> float:
        """:returns: its height in points, 0 if there is nothing to show."""
        ...

    def draw(self, drawing: Drawing, y: float, fit: Fit) -> None:
        """Draw it with its upper edge ``y`` points below the upper edge of the paper."""
        ...
