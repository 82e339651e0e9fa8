"""Which blocks stand on the page, and in which order."""

from __future__ import annotations

from exports.page.blocks import ChangeBlock, ClosingsBlock, FactsBlock, NoticesBlock, TitleBlock
from exports.page.evidence import EvidenceBlock, EvidenceColumn
from exports.page.floor import FloorBlock
from exports.page.foot import FooterBlock, SignaturesBlock
from exports.page.layout import Layout
from exports.page.style import MARGIN_SIDE
from exports.page.table import SkillsBlock
from exports.page.textbox import Setting
from exports.summary import SummaryPage


def summary_layout(page: SummaryPage, setting: Setting, paper: tuple[float, float]) -> Layout:
    """:returns: the coaching summary, which has the whole paper."""
    width = paper[0] - 2 * MARGIN_SIDE
    column = (width - EvidenceBlock.GUTTER) / 2
    body = (
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
    )
    foot = (
        SignaturesBlock(setting, page.signatures, width),
        FooterBlock(setting, page.footer_left, page.footer_right, width),
    )
    return Layout(setting, paper, body, foot, width=width, depth=paper[1])
