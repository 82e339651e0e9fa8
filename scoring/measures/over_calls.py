"""What the measures of the mirror are made of: a value a call, or a yes or no a call.

The median is that of the values that were measured; it is of minutes, shares and counts, never of levels. Under four
calls there is none: two or three calls say nothing about a habit (practice.md, section 5: "no line under a minimum
number of calls").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from statistics import median
from typing import NamedTuple

from scoring.measures.spread import LEAST_TO_TELL
from scoring.mirror import MirrorCall

order = itemgetter(*(MirrorCall._fields.index(name) for name in ("at_ms", "call_id")))
"""What calls are ordered by: when they were, and where two began at once their ids. No function of ours: each of
thousands of calls is ordered by it a dozen times."""


class Point(NamedTuple):
    """What was measured on one call."""

    call: MirrorCall
    value: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure in figures: its ``points``, oldest first, and the calls ``left_out`` because it cannot be said of them,
    oldest first."""

    points: tuple[Point, ...]
    left_out: tuple[MirrorCall, ...] = ()

    @property
    def calls(self) -> int:
        """How many calls the points are of."""
        return len({point.call.call_id for point in self.points})

    @property
    def median(self) -> float | None:
        """The middle of the values, or None where they are of fewer than four calls."""
        return median(point.value for point in self.points) if self.tells else None

    @property
    def tells(self) -> bool:
        """Whether there are enough calls to speak of a habit."""
        calls: set[str] = set()
        for point in self.points:
            calls.add(point.call.call_id)
            if len(calls) == LEAST_TO_TELL:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Tally:
    """A measure in yes and no: the calls it was done on, those it was not, and those ``left_out`` because it cannot be
    said of them; each oldest first."""

    done: tuple[MirrorCall, ...]
    not_done: tuple[MirrorCall, ...]
    left_out: tuple[MirrorCall, ...] = ()

    @property
    def calls(self) -> int:
        """How many calls it can be said of."""
        return len(self.done) + len(self.not_done)

    @property
    def tells(self) -> bool:
        """Whether there are enough calls to speak of a habit."""
        return self.calls >= LEAST_TO_TELL


class InTime(tuple[MirrorCall, ...]):
    """Calls in order of time: a dozen measures of the same thousands need not each put them in order."""

    __slots__ = ()


def in_time(calls: Iterable[MirrorCall]) -> InTime:
    """:returns: ``calls``, oldest first."""
    return calls if isinstance(calls, InTime) else InTime(sorted(calls, key=order))
