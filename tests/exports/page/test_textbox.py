"""A text in its box: whole, or cut and counted, in its own direction."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from exports.page import Cut, Drawn, draw_page
from exports.page.style import MARGIN_SIDE, PAPERS
from exports.summary import Evidence, LabelledText, SummaryPage
from tests.exports.page import samples
from tests.exports.page.looking import drawn
from tests.exports.page.reading import words


def draw(page: SummaryPage) -> Drawn:
    return draw_page(page, paper="a4", created=samples.CREATED)


def test_a_cut_says_how_many_characters_are_left_out() -> None:
    text = " ".join(f"word{number}" for number in range(4_000))
    drawn = draw(samples.only(text))
    shown, left_out = cut_text(drawn, "Comment ")
    assert drawn.cuts == (Cut(part="Comment", count=left_out, unit="characters"),)
    assert text.startswith(shown)
    assert len(text[len(shown) :].lstrip()) == left_out


def test_a_text_without_a_single_blank_is_cut_and_counted_too() -> None:
    drawn = draw(samples.only("x" * 100_000))
    shown, left_out = cut_text(drawn, "Comment ")
    assert len(shown.replace(" ", "")) + left_out == 100_000


def cut_text(drawn: Drawn, heading: str) -> tuple[str, int]:
    found = re.search(
        re.escape(heading) + r"(.*?) … \[(\d+) more characters in the record\]", words(drawn.pdf)
    )
    assert found
    return found[1], int(found[2])


def test_notes_of_what_is_recalled_survive_a_cut() -> None:
    wordy = tuple(Evidence(time="", words="Many words. " * 300, note="recalled") for _ in range(3))
    assert words(draw(replace(samples.usual(), gaps=wordy)).pdf).count("recalled") == 3


def test_a_single_line_of_the_other_direction_stays_where_the_column_starts() -> None:
    facts = (LabelledText(label="Customer", text="קליניקה של דנה"), LabelledText(label="By", text="Dana"))
    page = drawn(replace(samples.usual(), facts=facts))
    name = [glyph for glyph in page if "\u0590" <= glyph.character <= "\u05ff"]
    assert min(glyph.left for glyph in name) == pytest.approx(MARGIN_SIDE, abs=1.5)


def test_a_paragraph_from_right_to_left_starts_at_the_right() -> None:
    text = "לתרגל שלוש שיחות מוקלטות עם דנה לפני סוף השנה " * 6
    page = drawn(replace(samples.usual(), closing=(LabelledText(label="Comment", text=text),)))
    hebrew = [glyph for glyph in page if "\u0590" <= glyph.character <= "\u05ff"]
    last_line = [glyph for glyph in hebrew if glyph.bottom < min(g.bottom for g in hebrew) + 5]
    assert max(glyph.right for glyph in last_line) == pytest.approx(PAPERS["a4"][0] - MARGIN_SIDE, abs=1.5)
