"""What stands where on the page, and in what order it is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from exports.page import draw_page
from exports.page.drawing import Drawing, Fit
from exports.page.layout import Layout
from exports.page.sheet import Sheet
from exports.page.style import MARGIN_SIDE, PAPERS
from exports.page.tags import Tag
from exports.page.textbox import Setting
from exports.summary import Evidence, LabelledText, SummaryPage
from tests.exports.page import samples
from tests.exports.page.reading import Glyph, glyphs, words


def drawn(page: SummaryPage) -> list[Glyph]:
    return glyphs(draw_page(page, paper="a4", created=samples.CREATED).pdf)


def find(page: list[Glyph], text: str) -> list[Glyph]:
    """The glyphs of a text without its blanks."""
    letters = text.replace(" ", "")
    at = "".join(glyph.character for glyph in page).index(letters)
    return page[at : at + len(letters)]


def tags(page: SummaryPage) -> Tag:
    layout = Layout(page, Setting(page.language, 0, page.cut), PAPERS["a4"])
    sheet = Sheet(*layout.paper)
    layout.draw(Drawing(sheet), Fit(10.0))
    return sheet.tags.root


def roles(tag: Tag) -> Iterator[str]:
    for kid in tag.kids:
        yield kid.role
        yield from roles(kid)


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


def test_it_is_read_aloud_in_the_order_it_stands() -> None:
    assert [kid.role for kid in tags(samples.usual()).kids] == [
        *("H1", "P", "L"),
        *("H2", "P", "P"),
        *("H2", "L", "H2", "L"),
        *("H2", "Figure", "P"),
        "Table",
        *("H2", "P", "H2", "P"),
        *("P", "P", "P", "P"),
    ]


def test_the_picture_of_the_floor_is_said_in_words() -> None:
    (figure,) = (kid for kid in tags(samples.usual()).kids if kid.role == "Figure")
    assert figure.alternative == samples.floor().alternative


def test_every_row_of_the_table_has_a_cell_for_every_heading() -> None:
    (table,) = (kid for kid in tags(samples.usual()).kids if kid.role == "Table")
    assert {tuple(cell.role for cell in row.kids) for row in table.kids} == {
        ("TH", "TH", "TH", "TH"),
        ("TH", "TD", "TD", "TD"),
    }


def test_without_earlier_calls_their_column_is_left_out() -> None:
    table = samples.skills()
    first_call = replace(table, rows=tuple(replace(row, last="") for row in table.rows))
    text = words(
        draw_page(replace(samples.usual(), skills=first_call), paper="a4", created=samples.CREATED).pdf
    )
    assert "Last four" not in text
    assert "Skill Today What was seen" in text


def test_an_empty_part_leaves_neither_heading_nor_gap_behind() -> None:
    page = samples.short()
    text = words(draw_page(page, paper="a4", created=samples.CREATED).pdf)
    for heading in (page.gaps_heading, page.change.label, "Skill", "Who had the floor"):
        assert heading not in text
    assert set(roles(tags(samples.empty()))) == set()


def test_times_and_words_stand_on_one_baseline_and_words_on_one_edge() -> None:
    page = drawn(samples.usual())
    time, first, second = find(page, "04:10")[-2], find(page, "Asked")[0], find(page, "Closed")[0]
    assert time.bottom == pytest.approx(first.bottom, abs=0.2)
    assert first.left == pytest.approx(second.left, abs=1.0)


def test_cells_of_a_row_stand_on_one_baseline_even_beside_a_taller_script() -> None:
    table = samples.skills()
    tall = replace(table, rows=(replace(table.rows[2], seen="محمد Quux"), *table.rows))
    page = drawn(replace(samples.usual(), skills=tall))
    name, seen = find(page, "Listens it out")[0], find(page, "Quux")[-1]
    assert name.bottom == pytest.approx(seen.bottom, abs=0.2)


def test_a_single_line_of_the_other_direction_stays_where_the_column_starts() -> None:
    facts = (LabelledText(label="Customer", text="קליניקה של דנה"), LabelledText(label="By", text="Dana"))
    page = drawn(replace(samples.usual(), facts=facts))
    name = [glyph for glyph in page if "\u0590" <= glyph.character <= "\u05ff"]
    assert min(glyph.left for glyph in name) == pytest.approx(MARGIN_SIDE, abs=1.5)


def test_a_line_in_the_language_of_the_page_may_begin_with_a_name_of_the_other_direction() -> None:
    page = drawn(replace(samples.usual(), signatures=("דנה כהן, date. Signing is not agreeing.", "")))
    name = [glyph for glyph in page if "\u0590" <= glyph.character <= "\u05ff"]
    assert min(glyph.left for glyph in find(page, "agreeing.")) > max(glyph.right for glyph in name)


def test_a_paragraph_from_right_to_left_starts_at_the_right() -> None:
    text = "לתרגל שלוש שיחות מוקלטות עם דנה לפני סוף השנה " * 6
    page = drawn(replace(samples.usual(), closing=(LabelledText(label="Comment", text=text),)))
    hebrew = [glyph for glyph in page if "\u0590" <= glyph.character <= "\u05ff"]
    last_line = [glyph for glyph in hebrew if glyph.bottom < min(g.bottom for g in hebrew) + 5]
    assert max(glyph.right for glyph in last_line) == pytest.approx(PAPERS["a4"][0] - MARGIN_SIDE, abs=1.5)


def test_a_page_in_arabic_is_mirrored() -> None:
    page = replace(samples.usual(), language="ar", gaps=(Evidence(time="18:42", words="Second column"),))
    both = drawn(page)
    assert find(both, "Second")[0].left < find(both, "Asked")[0].left


def test_long_names_take_a_smaller_size_before_a_third_line() -> None:
    usual, long = (
        drawn(samples.usual()),
        drawn(replace(samples.usual(), title="Coaching summary for " + "Ann " * 30)),
    )
    assert find(usual, "Coaching")[0].size > find(long, "Coaching")[0].size >= 8.5
