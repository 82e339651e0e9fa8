"""What stands where on the page, and in what order it is read aloud."""

from __future__ import annotations

from dataclasses import replace

from exports.page.arrangement import call_sheet_layout, summary_layout
from exports.page.drawing import Fit
from exports.page.style import PAPERS
from exports.page.textbox import Setting
from exports.summary import Evidence
from tests.exports.page import samples
from tests.exports.page.looking import drawn, find


def test_the_parts_stand_in_their_order_from_top_to_bottom() -> None:
    page = replace(samples.usual(), notices=("Debriefed without the rep.",))
    order = (
        page.title,
        page.subtitle,
        "Purpose of the call",
        "Debriefed without the rep.",
        "What I will do differently",
        "What worked",
        "Who had the floor",
        "What was seen",
        "Since last time",
        "Priya’s comment",
        "Dana Whitfield, date",
        page.footer_left,
    )
    tops = [find(drawn(page), text)[0].top for text in order]
    assert tops == sorted(tops, reverse=True)


def test_a_page_in_arabic_is_mirrored() -> None:
    page = replace(samples.usual(), language="ar", gaps=(Evidence(time="18:42", words="Second column"),))
    both = drawn(page)
    assert find(both, "Second")[0].left < find(both, "Asked")[0].left


def test_the_call_sheet_has_half_of_the_room_and_is_as_wide_as_the_page() -> None:
    for paper in PAPERS.values():
        sheet = call_sheet_layout(samples.call_sheet(), Setting("en", 0, samples.CUT), paper)
        page = summary_layout(samples.usual(), Setting("en", 0, samples.CUT), paper)
        assert (sheet.width, sheet.paper) == (page.width, page.paper)
        assert page.room - sheet.room == paper[1] / 2


def test_what_is_not_on_a_call_sheet_takes_no_room() -> None:
    usual, bare = (
        call_sheet_layout(sheet, Setting("en", 0, samples.CUT), PAPERS["a4"])
        for sheet in (samples.call_sheet(), samples.bare_call_sheet())
    )
    assert bare.height(Fit(10.0)) < usual.height(Fit(10.0)) / 2
