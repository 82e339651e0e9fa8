"""Draws a page and looks at what stands where."""

from __future__ import annotations

from collections.abc import Iterator

from exports.page import draw_page
from exports.page.arrangement import summary_layout
from exports.page.drawing import Drawing, Fit
from exports.page.sheet import Sheet
from exports.page.style import PAPERS
from exports.page.tags import Tag
from exports.page.textbox import Setting
from exports.summary import SummaryPage
from tests.exports.page import samples
from tests.exports.page.reading import Glyph, glyphs


def drawn(page: SummaryPage) -> list[Glyph]:
    """The glyphs of a page on A4."""
    return glyphs(draw_page(page, paper="a4", created=samples.CREATED).pdf)


def find(page: list[Glyph], text: str) -> list[Glyph]:
    """The glyphs of a text without its blanks."""
    letters = text.replace(" ", "")
    at = "".join(glyph.character for glyph in page).index(letters)
    return page[at : at + len(letters)]


def tags(page: SummaryPage) -> Tag:
    """The structure of a page at full size."""
    layout = summary_layout(page, Setting(page.language, 0, page.cut), PAPERS["a4"])
    sheet = Sheet(*layout.paper)
    layout.draw(Drawing(sheet), Fit(10.0))
    return sheet.tags.root


def roles(tag: Tag) -> Iterator[str]:
    """The roles of everything inside an element, in reading order."""
    for kid in tag.kids:
        yield kid.role
        yield from roles(kid)
