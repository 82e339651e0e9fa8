"""The small charts of the mirror: where their scales end, and what stands at their rungs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exports.mirror_words import per_cent
from exports.wording import HOUR_MS, MINUTE_MS, SECOND_MS
from scoring.text import tr
from ui.widgets.chart import Chart, ChartPoint

DRAWN = 24
"""So many points are told apart in a small chart; the latest ones are drawn."""
_DAY_MS = 24 * HOUR_MS


@dataclass(frozen=True, slots=True)
class Scale:
    """Where scales of one kind may end, and what the values on them are called."""

    ends: tuple[float, ...]
    words: Callable[[float], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """What stands below the first and the last point, and the whole in one sentence."""

    first: str = ""
    last: str = ""
    whole: str = ""


def short_length(ms: float) -> str:
    """:returns: a round length as it stands at a rung: ``"30 s"``, ``"15 min"``, ``"2 h"``, ``"3 d"``."""
    if not ms:
        return "0"
    units = (
        (_DAY_MS, tr("{n} d")),
        (HOUR_MS, tr("{n} h")),
        (MINUTE_MS, tr("{n} min")),
        (SECOND_MS, tr("{n} s")),
    )
    size, words = next(((size, words) for size, words in units if ms >= size), units[-1])
    return words.format(n=round(ms / size))


def _count(value: float) -> str:
    return str(round(value))


SHARES = Scale((0.2, 0.4, 0.6, 0.8, 1.0), per_cent)
COUNTS = Scale((2, 4, 6, 10, 20, 50), _count)
LENGTHS = Scale(
    (
        30 * SECOND_MS,
        *(minutes * MINUTE_MS for minutes in (1, 2, 4, 10, 20, 30)),
        *(hours * HOUR_MS for hours in (1, 2, 4, 8, 12)),
        *(days * _DAY_MS for days in (1, 2, 4, 10, 20, 60)),
    ),
    short_length,
)


def chart_of_figures(
    points: Sequence[ChartPoint], scale: Scale, ends: Ends, goal: float | None, *, joined: bool
) -> Chart:
    """:returns: a chart from nought to the first end of ``scale`` that everything fits below, or to its last one."""
    most = max([point.value for point in points] + ([goal] if goal is not None else []), default=0)
    top = next((end for end in scale.ends if end >= most), scale.ends[-1])
    rungs = (0.0, top / 2, top)
    return Chart(
        points=tuple(points),
        lowest=0,
        highest=top,
        rungs=rungs,
        rung_words=tuple(scale.words(rung) for rung in rungs),
        joined=joined,
        goal=goal,
        first_words=ends.first,
        last_words=ends.last,
        whole=ends.whole,
    )


def chart_of_yes_and_no(points: Sequence[ChartPoint], yes: str, no: str, ends: Ends) -> Chart:
    """:returns: a chart of points that are 1 (``yes``) or 0 (``no``). No line joins them: there is nothing between."""
    return Chart(
        points=tuple(points),
        lowest=0,
        highest=1,
        rungs=(0, 1),
        rung_words=(no, yes),
        first_words=ends.first,
        last_words=ends.last,
        whole=ends.whole,
    )
