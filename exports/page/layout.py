"""Blocks that stand under each other in a room of the paper, and how high they are together."""

from __future__ import annotations

from collections.abc import Sequence

from exports.page.drawing import Block, Drawing, Fit
from exports.page.style import LEAST_AIR, MARGIN_BOTTOM, MARGIN_TOP, SIZES
from exports.page.textbox import Setting

_WIDEST_GAP = 0.7


class Layout:
    """Blocks in a room, ready to be measured and drawn at any fit.

    :param paper: width and height in points.
    :param body: blocks from the top of the room.
    :param foot: blocks at its bottom.
    :param width: how wide the blocks are, in points.
    :param depth: how much of the paper's height the room has, margins included, in points from the upper edge.
    :param sizes: of the body that are tried, from the largest.
    :param tightest: how close the parts move before a word is cut (``Fit.air``); whole parts are left out before that.
    :param leavable: the parts that are left out whole where not all has room, the first of them first.
    """

    def __init__(
        self,
        setting: Setting,
        paper: tuple[float, float],
        body: Sequence[Block],
        foot: Sequence[Block],
        *,
        width: float,
        depth: float,
        sizes: tuple[float, ...] = SIZES,
        tightest: float = LEAST_AIR,
        leavable: tuple[str, ...] = (),
    ) -> None:
        self.setting = setting
        self.paper = paper
        self.width = width
        self.sizes = sizes
        self.tightest = tightest
        self.leavable = leavable
        self._body = body
        self._foot = foot
        self._depth = depth

    @property
    def room(self) -> float:
        """The height between the margins, in points."""
        return self._depth - MARGIN_TOP - MARGIN_BOTTOM

    def height(self, fit: Fit) -> float:
        """:returns: the least height of everything, in points."""
        return _stacked(self._body, fit) + _stacked(self._foot, fit)

    def draw(self, drawing: Drawing, fit: Fit) -> None:
        """Draw the body from the top and the foot at the bottom; some of the room left goes between the blocks."""
        shown = [block for block in self._body if block.height(fit)]
        spare = max(0.0, self.room - self.height(fit))
        extra = min(spare / (len(shown) + 1), _WIDEST_GAP * fit.size)
        _draw(shown, drawing, MARGIN_TOP, extra, fit)
        foot = self._depth - MARGIN_BOTTOM - _stacked(self._foot, fit)
        _draw([block for block in self._foot if block.height(fit)], drawing, foot, 0.0, fit)


def _stacked(blocks: Sequence[Block], fit: Fit) -> float:
    heights = [(block.height(fit), block.gap * fit.space) for block in blocks]
    return sum(height + gap for height, gap in heights if height)


def _draw(blocks: Sequence[Block], drawing: Drawing, y: float, extra: float, fit: Fit) -> None:
    for i, block in enumerate(blocks):
        y += block.gap * fit.space + (extra if i else 0.0)
        block.draw(drawing, y, fit)
        y += block.height(fit)
