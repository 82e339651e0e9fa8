"""Every part of the page keeps to the height it asks for."""

from __future__ import annotations

import pytest

from exports.page.arrangement import summary_layout
from exports.page.drawing import Drawing, Fit
from exports.page.pdfa import write_file
from exports.page.sheet import Sheet
from exports.page.style import PAPERS
from exports.page.textbox import Setting
from exports.page.xmp import Properties
from tests.exports.page import samples
from tests.exports.page.reading import glyphs

TOP = 100.0
PROPERTIES = Properties(title="T", author="", subject="", language="en", tool="", created=samples.CREATED)


@pytest.mark.parametrize("fit", [Fit(10.0), Fit(8.5, air=0.6), Fit(8.5, lines=1, items=1)])
@pytest.mark.parametrize("name", ["usual", "scripts", "long"])
def test_each_part_stays_within_the_height_it_says(name: str, fit: Fit) -> None:
    page = samples.ALL[name]()
    layout = summary_layout(page, Setting(page.language, 0, page.cut), (PAPERS["a4"][0], 2_000.0))
    for block in (*layout._body, *layout._foot):
        sheet = Sheet(*layout.paper)
        block.draw(Drawing(sheet), TOP, fit)
        found = glyphs(write_file(sheet, PROPERTIES, ()))
        assert all(glyph.top <= 2_000 - TOP + 2 for glyph in found)
        assert all(glyph.bottom >= 2_000 - TOP - block.height(fit) - 2 for glyph in found)


def test_a_crowded_page_has_less_space_but_letters_of_the_same_size() -> None:
    assert Fit(8.5, air=0.6).space < Fit(8.5).space
    assert Fit(8.5, air=0.6).size == Fit(8.5).size
