"""The page's blocks from top to bottom and how high they are together."""

from __future__ import annotations

from exports.page.blocks import (
    ChangeBlock,
    ClosingsBlock,
    FactsBlock,
    NoticesBlock,
    TitleBlock,
)
from exports.page.drawing import Block, Drawing, Fit
from exports.page.evidence import EvidenceBlock, EvidenceColumn
from exports.page.floor import FloorBlock
from exports.page.foot import FooterBlock, SignaturesBlock
from exports.page.style import MARGIN_BOTTOM, MARGIN_SIDE, MARGIN_TOP
from exports.page.table import SkillsBlock
from exports.page.textbox import Setting
from exports.summary import SummaryPage

_WIDEST_GAP = 0.7


class Layout:
    """A page on a paper, ready to be measured and drawn at any fit."""

    def __init__(self, page: SummaryPage, setting: Setting, paper: tuple[float, float]) -> None:
        self.paper = paper
        self.setting = setting
        width = paper[0] - 2 * MARGIN_SIDE
        self.width = width
        column = (width - EvidenceBlock.GUTTER) / 2
        self._body: list[Block] = [
            TitleBlock(setting, page.title, page.subtitle, width),
            FactsBlock(setting, page.facts, width),
            NoticesBlock(setting, page.notices, width),
            ChangeBlock(setting, page.change, page.change_note, width),
            EvidenceBlock(
                (
                    EvidenceColumn(setting, page.strengths_heading, page.strengths, "strengths", column),
                    EvidenceColumn(setting, page.gaps_heading, page.gaps, "gaps", column),
                ),
                width,
            ),
            FloorBlock(setting, page.floor, width),
            SkillsBlock(setting, page.skills, width),
            ClosingsBlock(setting, page.closing, width),
        ]
        self._foot: list[Block] = [
            SignaturesBlock(setting, page.signatures, width),
            FooterBlock(setting, page.footer_left, page.footer_right, width),
        ]

    @property
    def room(self) -> float:
        """The height between the margins, in points."""
        return self.paper[1] - MARGIN_TOP - MARGIN_BOTTOM

    def height(self, fit: Fit) -> float:
        """:returns: the least height of everything, in points."""
        return _stacked(self._body, fit) + _stacked(self._foot, fit)

    def draw(self, drawing: Drawing, fit: Fit) -> None:
        """Draw the body from the top and the foot at the bottom; some of the room left goes between the blocks."""
        shown = [block for block in self._body if block.height(fit)]
        spare = max(0.0, self.room - self.height(fit))
        extra = min(spare / (len(shown) + 1), _WIDEST_GAP * fit.size)
        _draw(shown, drawing, MARGIN_TOP, extra, fit)
        foot = self.paper[1] - MARGIN_BOTTOM - _stacked(self._foot, fit)
        _draw([block for block in self._foot if block.height(fit)], drawing, foot, 0.0, fit)


def _stacked(blocks: list[Block], fit: Fit) -> float:
    heights = [(block.height(fit), block.gap * fit.space) for block in blocks]
    return sum(height + gap for height, gap in heights if height)


def _draw(blocks: list[Block], drawing: Drawing, y: float, extra: float, fit: Fit) -> None:
    for i, block in enumerate(blocks):
        y += block.gap * fit.space + (extra if i else 0.0)
        block.draw(drawing, y, fit)
        y += block.height(fit)
