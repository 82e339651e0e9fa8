"""Finds the largest page that fits the paper: first by size, then by cutting, never by a second page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from exports.page.drawing import Fit
from exports.page.items import MOST_ITEMS
from exports.page.layout import Layout
from exports.page.style import LEAST_AIR, SMALLEST_SIZE
from exports.page.textbox import TextBox

_SLACK = 1.1
"""How many times the page's room is shaped before cutting: rough widths are a little wrong."""

_MOST_LINES = 120
_MOST_SHAPED = 1_000_000


def best_fit(layout: Layout) -> Fit:
    """:returns: the fit that shows the most of a page and stays on one sheet."""
    for air in dict.fromkeys((LEAST_AIR, layout.tightest)):
        for count in range(len(layout.leavable) + 1):
            fit = _whole(layout, layout.leavable[:count], air)
            if fit is not None:
                return fit
    _limit_shaping(layout)
    return _cut(layout)


def _whole(layout: Layout, left_out: tuple[str, ...], air: float) -> Fit | None:
    """:returns: the fit without a word less than ``left_out``, at the largest size; None if there is none."""
    if _rough_height(_rough_boxes(layout, left_out)) > _capacity(layout):
        return None
    size = _first_fitting(layout.sizes, lambda size: _fits(layout, Fit(size, left_out=left_out)))
    if size is not None:
        return Fit(size, left_out=left_out)
    crowded = Fit(SMALLEST_SIZE, air=air, left_out=left_out)
    return crowded if _fits(layout, crowded) else None


def _cut(layout: Layout) -> Fit:
    """Fewer lines for long texts; if that is not enough fewer items in the lists; names last."""
    fit = Fit(SMALLEST_SIZE, lines=1, air=layout.tightest, left_out=layout.leavable)
    items = _largest(0, MOST_ITEMS, lambda n: _fits(layout, replace(fit, items=n)))
    fit = replace(fit, items=items or 0)
    if items is None:
        names = _largest(1, _MOST_LINES, lambda n: _fits(layout, replace(fit, names=n)))
        return replace(fit, names=names or 1)
    return _fill(layout, fit)


def _fill(layout: Layout, fit: Fit) -> Fit:
    """Give the room that is left to the texts, first to all of them, then from the top."""
    lines = _largest(1, _MOST_LINES, lambda n: _fits(layout, replace(fit, lines=n)))
    fit = replace(fit, lines=lines)
    bonus = _largest(0, len(layout.setting.boxes), lambda n: _fits(layout, replace(fit, bonus=n)))
    return replace(fit, bonus=bonus or 0)


def _fits(layout: Layout, fit: Fit) -> bool:
    return layout.height(fit) <= layout.room


def _first_fitting(sizes: tuple[float, ...], fits: Callable[[float], bool]) -> float | None:
    """The largest size that fits; they go down."""
    if fits(sizes[0]):
        return sizes[0]
    index = _largest(1, len(sizes) - 1, lambda n: fits(sizes[-n]), step=len(sizes))
    return None if index is None else sizes[-index]


def _largest(low: int, high: int, fits: Callable[[int], bool], *, step: int = 1) -> int | None:
    """The largest number that fits, None if not even ``low`` does; what fits is assumed to fit with less.

    Looks from below with growing steps, because what is never tried is never shaped; a large first ``step`` halves
    the range from the start instead.
    """
    best: int | None = None
    while low <= high:
        middle = min(low + step - 1, (low + high) // 2)
        step *= 2
        if fits(middle):
            best, low = middle, middle + 1
        else:
            high = middle - 1
    return best


def _limit_shaping(layout: Layout) -> None:
    """Spare shaping what no page can show."""
    boxes, capacity = _rough_boxes(layout, layout.leavable), _capacity(layout)
    if _rough_height(boxes) <= capacity:
        return
    level = _largest(1, _MOST_LINES, lambda n: _rough_height(boxes, n) <= capacity)
    for rough in boxes:
        most = ((level or 1) + 2) * (rough.box.terms.weight or 1)
        if rough.lines > most:
            rough.box.shape_at_most(most, SMALLEST_SIZE)


class _RoughBox(NamedTuple):
    """A box, about how many lines it takes at the smallest size, and which share of the width."""

    box: TextBox
    lines: float
    share: float


def _rough_boxes(layout: Layout, left_out: tuple[str, ...]) -> list[_RoughBox]:
    return [
        _RoughBox(box, box.rough_lines(SMALLEST_SIZE), box.terms.nominal_width / layout.width)
        for box in layout.setting.boxes
        if box.part not in left_out
    ]


def _rough_height(boxes: list[_RoughBox], most: int = _MOST_SHAPED) -> float:
    """:returns: how many lines over the whole width they take with at most ``most`` lines each for their weight."""
    return sum(min(lines, most * (box.terms.weight or 1)) * share for box, lines, share in boxes)


def _capacity(layout: Layout) -> float:
    """:returns: how many lines at the smallest size are shaped at most."""
    return _SLACK * layout.room / (SMALLEST_SIZE * 1.36)
