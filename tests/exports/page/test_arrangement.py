"""What stands where on the page, and in what order it is read aloud."""

from __future__ import annotations

from dataclasses import replace

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
