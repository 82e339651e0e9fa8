"""Which visits of a rep a chart draws, and how it is read out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from exports.wording import too_few
from scoring.text import tr, trn
from ui.widgets.chart import ChartPoint

P = TypeVar("P")

MOST_DRAWN: Final = 24
"""Visits in one chart: the latest ones, and the baseline before them."""


def drawn_words(visits: int) -> str:
    """:returns: that not all visits are drawn, or nothing."""
    if visits <= MOST_DRAWN + 1:
        return ""
    words = trn(
        "The latest {n} call is drawn, and the baseline.",
        "The latest {n} calls are drawn, and the baseline.",
        MOST_DRAWN,
    )
    return words.format(n=MOST_DRAWN)


def drawn(points: Sequence[P]) -> tuple[P | None, ...]:
    """:returns: the latest ones and the baseline. Between them a place is free: no line closes the gap."""
    if len(points) <= MOST_DRAWN + 1:
        return tuple(points)
    return (points[0], None, *points[-MOST_DRAWN:])


def changes_drawn(visits: int, changed: Iterable[int]) -> tuple[int, ...]:
    """:param changed: the visits (from 1) on which something changed, the first one never.
    :returns: the places of a chart of so many visits before which it changed; what changed on visits that are not drawn
        stands at the place that is free for them."""
    places = drawn(range(1, visits + 1))
    return tuple(sorted({places.index(one if one in places else None) for one in changed}))


def known(points: Sequence[ChartPoint | None]) -> list[ChartPoint]:
    """:returns: the points without the places where nothing is known."""
    return [point for point in points if point is not None]


def read_out(points: Sequence[ChartPoint | None]) -> str:
    """:returns: what all points say, one after the other."""
    return tr("; ").join(point.words for point in known(points)) or too_few()
