"""Finds the largest page that fits the paper: first by size, then by cutting, never by a second page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from exports.page.drawing import Fit
from exports.page.items import MOST_ITEMS
from exports.page.layout import Layout
from exports.page.style import SIZES, SMALLEST_SIZE

_SLACK = 1.1
"""How many times the page's room is shaped before cutting: rough widths are a little wrong."""

_MOST_LINES = 120

_LEAST_AIR = 0.6
"""Before a word is cut, the parts move this close."""


def best_fit(layout: Layout) -> Fit:
    """:returns: the fit that shows the most of a page and stays on one sheet."""
    if not _limit_shaping(layout):
        size = _first_fitting(SIZES, lambda size: _fits(layout, Fit(size)))
        if size is not None:
            return Fit(size)
        crowded = Fit(SMALLEST_SIZE, air=_LEAST_AIR)
        if _fits(layout, crowded):
            return crowded
    return _cut(layout)


def _cut(layout: Layout) -> Fit:
    """Fewer lines for long texts; if that is not enough fewer items in the lists; names last."""
    fit = Fit(SMALLEST_SIZE, lines=1, air=_LEAST_AIR)
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


def _limit_shaping(layout: Layout) -> bool:
    """Spare shaping what no page can show.

    :returns: whether there is that much text.
    """
    size = SMALLEST_SIZE
    capacity = _SLACK * layout.room / (size * 1.36)
    boxes = [
        (box, box.rough_lines(size), box.terms.nominal_width / layout.width) for box in layout.setting.boxes
    ]
    if sum(lines * share for _, lines, share in boxes) <= capacity:
        return False
    level = _largest(
        1,
        _MOST_LINES,
        lambda n: (
            sum(min(lines, n * (box.terms.weight or 1)) * share for box, lines, share in boxes) <= capacity
        ),
    )
    for box, lines, _ in boxes:
        most = ((level or 1) + 2) * (box.terms.weight or 1)
        if lines > most:
            box.shape_at_most(most, size)
    return True
