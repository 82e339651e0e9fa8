"""The parts made of text: nothing empty leaves a trace, names find a size."""

from __future__ import annotations

from dataclasses import replace

from exports.page import draw_page
from tests.exports.page import samples
from tests.exports.page.looking import drawn, find, roles, tags
from tests.exports.page.reading import words


def test_an_empty_part_leaves_neither_heading_nor_gap_behind() -> None:
    page = samples.short()
    text = words(draw_page(page, paper="a4", created=samples.CREATED).pdf)
    for heading in (page.gaps_heading, page.change.label, "Skill", "Who had the floor"):
        assert heading not in text
    assert set(roles(tags(samples.empty()))) == set()


def test_long_names_take_a_smaller_size_before_a_third_line() -> None:
    usual, long = (
        drawn(samples.usual()),
        drawn(replace(samples.usual(), title="Coaching summary for " + "Ann " * 30)),
    )
    assert find(usual, "Coaching")[0].size > find(long, "Coaching")[0].size >= 8.5
