"""The paper of a page is found in the page."""

from __future__ import annotations

import pytest

from exports.archive.sheet import drawn_on
from exports.page_file import draw_call
from scoring.preferences import Paper, Sheet
from tests.exports.archive.builders import a_page


@pytest.mark.parametrize(("sheet", "paper"), [("a4", Paper.A4), ("letter", Paper.LETTER)])
def test_it_is_the_paper_it_was_drawn_on(sheet: Sheet, paper: Paper) -> None:
    assert drawn_on(draw_call(a_page(), sheet).pdf) == paper


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"/MediaBox [ 0 0 99999 5 ]", b"/MediaBox [0 0 x"])
def test_otherwise_it_is_not_known(data: bytes) -> None:
    assert drawn_on(data) == Paper.AUTO
