"""What a small chart shows, and where each thing of it stands."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle

from ui import theme
from ui.theme import px
from ui.widgets.painting import LEADING, WRAPPED_TOP, Lettering, longest_word, shown, text_size

LEAST_PLACES: Final = 5  # so that one or two points do not stand as far apart as a year
_TRAILING_TOP: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One point, and what it says.

    ``words`` are what is read of it, such as "12 Oct, Mostly". ``key`` is what is told when it is chosen; None leads
    nowhere. ``hollow`` is a first point that the others are compared with; ``light`` one that stands on less than the
    others (it has corners); ``second`` one of another kind (it has another colour). ``apart``: no line leads to it from
    the point before.
    """

    value: float
    words: str
    key: Hashable = None
    hollow: bool = False
    light: bool = False
    second: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a chart shows.

    ``points`` stand side by side in their order; None keeps a place where nothing is known. ``lowest`` and ``highest``
    end the scale; ``rungs`` are the values with a hairline, ``rung_words`` what stands before each of them (none, or
    as many). ``joined`` draws a line through neighbours, never over a place where nothing is known. ``changes`` are
    the places (from 1) before which it changed what the points mean: an upright line each. ``band`` is from where to
    where the values lie from the place ``band_from`` on, ``goal`` a value that is aimed at. ``first_words`` and
    ``last_words`` stand below the ends. ``whole`` says in one sentence what is seen here.
    """

    points: tuple[ChartPoint | None, ...]
    lowest: float
    highest: float
    rungs: tuple[float, ...] = ()
    rung_words: tuple[str, ...] = ()
    joined: bool = False
    changes: tuple[int, ...] = ()
    band: tuple[float, float] | None = None
    band_from: int = 0
    goal: float | None = None
    first_words: str = ""
    last_words: str = ""
    whole: str = ""

    def __post_init__(self) -> None:
        if self.lowest >= self.highest:
            raise ValueError("a scale goes from a lower to a higher value")
        if self.rung_words and len(self.rung_words) != len(self.rungs):
            raise ValueError("either every rung has words or none")


class ChartPlaces:
    """Where things stand in a chart, in px. Measured once and asked often: a page draws hundreds of points.

    :param size: of the whole.
    :param mirrored: for right-to-left.
    """

    def __init__(self, chart: Chart, size: QSize, *, mirrored: bool = False) -> None:
        self.chart = chart
        self.size = size
        self.mirrored = mirrored
        self.margin = _margin(chart)  # the room before the plot for the words at the rungs
        self.least_height = _plot_height(chart)
        # Where there is more room the rungs stand further apart, up to a point: a small chart stays one.
        self.plot_height = min(max(self.least_height, size.height() - self._foot()), 2 * self.least_height)
        self._inset = _inset()
        places = max(len(chart.points), LEAST_PLACES)
        self.pitch = (size.width() - self.margin - 2 * self._inset) / (places - 1)
        self._step = (self.plot_height - 2 * self._inset) / (chart.highest - chart.lowest)

    def x(self, number: int) -> float:
        """:returns: how far from the left the place ``number`` stands, in px."""
        along = self.margin + self._inset + number * self.pitch
        return self.size.width() - along if self.mirrored else along

    def y(self, value: float) -> float:
        """:returns: how far from the top ``value`` stands, in px; outside the scale it is at its end."""
        bounded = min(max(value, self.chart.lowest), self.chart.highest)
        return self._inset + (self.chart.highest - bounded) * self._step

    def point(self, number: int) -> QPointF | None:
        """:returns: where the point at place ``number`` stands, or None where nothing is known."""
        point = self.chart.points[number]
        return None if point is None else QPointF(self.x(number), self.y(point.value))

    def before(self, number: int) -> float:
        """:returns: how far from the left the middle between the place ``number`` and the one before is, in px."""
        return (self.x(number - 1) + self.x(number)) / 2

    def nearest(self, at: QPointF) -> int | None:
        """:returns: the place of the point that a pointer at ``at`` means, or None where there is none beside it."""
        reach = max(self.pitch / 2, px(6))
        beside = [number for number in self.known() if abs(self.x(number) - at.x()) <= reach]
        within = at.y() <= self.plot_height
        return min(beside, key=lambda number: abs(self.x(number) - at.x()), default=None) if within else None

    def known(self) -> list[int]:
        """:returns: the places with a point, in their order."""
        return [number for number, point in enumerate(self.chart.points) if point is not None]

    def across(self, top: float, height: int, first: int = 0) -> QRect:
        """:returns: a stripe over the plot, in px: all of it, or from before the place ``first`` on."""
        start = round(self.margin + self._inset + (first - 0.5) * self.pitch) if first else self.margin
        rect = QRect(start, round(top), self.size.width() - start, height)
        return self._visual(rect)

    def height(self) -> int:
        """:returns: how high the whole has to be in this width, in px."""
        return self.least_height + self._foot()

    def least_width(self) -> int:
        """:returns: the width below which words would be cut, in px."""
        font = theme.font(theme.SMALL)
        ends = (self.chart.first_words, self.chart.last_words)
        widest = max(longest_word(shown(words), font) for words in ends)
        return max(self.margin + px(96), 2 * widest + px(8))

    def lettering(self, colour: str) -> list[Lettering]:
        """:returns: the words at the rungs and below the ends."""
        font = theme.font(theme.SMALL)
        named = [*self._rungs(), *self._ends()]
        return [
            Lettering(shown(words), self._visual(rect), font, colour, flags) for words, rect, flags in named
        ]

    def _rungs(self) -> list[tuple[str, QRect, int]]:
        height, width = _line_height(), self.margin - px(8)
        tops = (round(self.y(value)) - height // 2 for value in self.chart.rungs)
        rungs = zip(self.chart.rung_words, tops, strict=False)
        return [(words, QRect(0, top, width, height), LEADING) for words, top in rungs]

    def _ends(self) -> list[tuple[str, QRect, int]]:
        top, half, width = self.plot_height + _above_foot(), self._half(), self.size.width()
        height = self.size.height() - top
        ends = (
            (self.chart.first_words, QRect(0, top, half, height), WRAPPED_TOP),
            (self.chart.last_words, QRect(width - half, top, half, height), _TRAILING_TOP),
        )
        return [end for end in ends if end[0]]

    def _foot(self) -> int:
        """:returns: how high the words below the ends are with the room above them, in px."""
        ends = (self.chart.first_words, self.chart.last_words)
        return _foot_height(ends, self._half(), theme.text_scale()) if any(ends) else 0

    def _half(self) -> int:
        return (self.size.width() - px(8)) // 2

    def _visual(self, rect: QRect) -> QRect:
        direction = Qt.LayoutDirection.RightToLeft if self.mirrored else Qt.LayoutDirection.LeftToRight
        return QStyle.visualRect(direction, QRect(0, 0, self.size.width(), self.size.height()), rect)


def _margin(chart: Chart) -> int:
    if not chart.rung_words:
        return 0
    font = theme.font(theme.SMALL)
    return max(text_size(shown(one), font).width() for one in chart.rung_words) + px(8)


def _plot_height(chart: Chart) -> int:
    """As high as its rungs need: 12 px from one to the next, or a line where they have words."""
    step = max(px(12), _line_height() + px(2)) if chart.rung_words else px(12)
    return 2 * _inset() + max(len(chart.rungs) - 1, 3) * step


@lru_cache(maxsize=256)  # all charts of a page name the same few days, and each is asked many times over
def _foot_height(ends: tuple[str, str], width: int, _scale: float) -> int:
    font = theme.font(theme.SMALL)
    return max(text_size(shown(words), font, width).height() for words in ends if words) + _above_foot()


def _above_foot() -> int:
    return px(2)


def _line_height() -> int:
    return text_size("Å", theme.font(theme.SMALL)).height()


def _inset() -> int:
    return px(9)
