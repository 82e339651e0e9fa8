"""A list that is too long says how much longer it is."""

from __future__ import annotations

import re
from dataclasses import replace

from exports.page import Drawn, draw_page
from exports.summary import Evidence, SummaryPage
from tests.exports.page import samples
from tests.exports.page.reading import words


def draw(page: SummaryPage) -> Drawn:
    return draw_page(page, paper="a4", created=samples.CREATED)


def test_a_list_that_is_too_long_says_how_many_items_are_left_out() -> None:
    seen = tuple(Evidence(time=f"{n:02}:00", words=f"Said thing number {n}.") for n in range(200))
    drawn = draw(replace(samples.usual(), strengths=seen))
    (cut,) = (cut for cut in drawn.cuts if cut.unit == "items")
    text = words(drawn.pdf)
    assert cut.part == "strengths"
    assert f"… {cut.count} more in the record" in text
    assert len(re.findall(r"Said thing number \d+\.", text)) == 200 - cut.count
