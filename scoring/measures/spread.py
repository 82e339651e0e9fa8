"""How far ordinal values reach, and where their middle is.

Definition: the lowest, the highest, and the median as its lower and upper middle value; the two are the same for an odd
number of values. There is no mean: from "Not yet" to "Sometimes" need not be as far as from "Mostly" to "Every time".
Source: S. S. Stevens, "On the theory of scales of measurement", Science 103 (1946): for ordinal scales the median and
percentiles are permissible, the mean is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

LEAST_TO_TELL: Final = 4
"""Calls below which nothing is told of them together: no line, no spread, no median."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """``low_middle`` and ``high_middle`` are the median; where they differ it lies between the two."""

    lowest: int
    highest: int
    low_middle: int
    high_middle: int


def spread_of(values: Iterable[int]) -> Spread | None:
    """:returns: the spread of ``values`` in any order, or None where there are none."""
    known = sorted(values)
    if not known:
        return None
    return Spread(
        lowest=known[0],
        highest=known[-1],
        low_middle=known[(len(known) - 1) // 2],
        high_middle=known[len(known) // 2],
    )
