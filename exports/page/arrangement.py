"""Which blocks stand on the page, on the call sheet and on the sheet of a rubric, and in which order."""

from __future__ import annotations

from exports.page.blocks import (
    AgreedBlock,
    ChangeBlock,
    ClosingsBlock,
    FactsBlock,
    NoticesBlock,
    PlanBlock,
    StatementBlock,
    TitleBlock,
)
from exports.page.evidence import EvidenceBlock, EvidenceColumn
from exports.page.floor import FloorBlock
from exports.page.foot import AcknowledgedBlock, FooterBlock, SignaturesBlock
from exports.page.layout import Layout
from exports.page.rubric import AboutBlock, LeftOutBlock, RubricBlock
from exports.page.style import MARGIN_SIDE, TABLE_AIR, WALL_SIZES
from exports.page.table import SkillsBlock
from exports.page.textbox import Setting
from exports.summary import CallSheet, RubricSheet, SummaryPage


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
        StatementBlock(setting, page.statement, width),
    )
    signed = AcknowledgedBlock if page.signatures.said else SignaturesBlock
    foot = (
        signed(setting, page.signatures, width),
        FooterBlock(setting, page.footer_left, page.footer_right, width),
    )
    return Layout(setting, paper, body, foot, width=width, depth=paper[1])


def call_sheet_layout(sheet: CallSheet, setting: Setting, paper: tuple[float, float]) -> Layout:
    """:returns: the call sheet, which has the upper half of the paper; the rest is folded behind it or cut off."""
    width = paper[0] - 2 * MARGIN_SIDE
    body = (
        TitleBlock(setting, sheet.title, sheet.subtitle, width),
        PlanBlock(setting, sheet.facts, width),
        ChangeBlock(setting, sheet.introduction, "", width, "introduction"),
        AgreedBlock(setting, sheet.agreed, width),
    )
    foot = (FooterBlock(setting, sheet.footer_left, sheet.footer_right, width),)
    return Layout(setting, paper, body, foot, width=width, depth=paper[1] / 2)


def rubric_layout(sheet: RubricSheet, setting: Setting, paper: tuple[float, float]) -> Layout:
    """:returns: the sheet of a rubric, which has the whole paper."""
    width = paper[0] - 2 * MARGIN_SIDE
    body = (
        TitleBlock(setting, sheet.title, sheet.subtitle, width),
        AboutBlock(setting, sheet.about, width),
        RubricBlock(setting, sheet, width),
    )
    foot = (
        LeftOutBlock(setting, sheet.leavable, width),
        FooterBlock(setting, sheet.footer_left, sheet.footer_right, width),
    )
    leavable = tuple(part.part for part in sheet.leavable)
    return Layout(
        setting,
        paper,
        body,
        foot,
        width=width,
        depth=paper[1],
        sizes=WALL_SIZES,
        tightest=TABLE_AIR,
        leavable=leavable,
    )
