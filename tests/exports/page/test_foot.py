"""The foot of the page: who signs, and where the record is."""

from __future__ import annotations

from dataclasses import replace

from exports.page import draw_page
from tests.exports.page import samples
from tests.exports.page.looking import drawn, find
from tests.exports.page.reading import words


def test_a_line_in_the_language_of_the_page_may_begin_with_a_name_of_the_other_direction() -> None:
    page = drawn(replace(samples.usual(), signatures=samples.sign("דנה כהן", "")))
    name = [glyph for glyph in page if "\u0590" <= glyph.character <= "\u05ff"]
    assert min(glyph.left for glyph in find(page, ", date")) > max(glyph.right for glyph in name)


def test_rep_manager_and_witness_sign_side_by_side_under_what_signing_means() -> None:
    page = drawn(samples.usual())
    first, second, third = (find(page, name) for name in samples.usual().signatures.names)
    assert first[0].left < first[-1].right < second[0].left < second[-1].right < third[0].left
    assert {glyph.bottom for glyph in (first[0], third[0])} == {first[0].bottom}
    assert find(page, samples.usual().signatures.terms)[0].bottom > first[0].top + 25


def test_what_became_of_the_sheet_stands_where_it_was_signed() -> None:
    page = drawn(samples.acknowledged())
    signed, terms = find(page, "Signed on paper"), find(page, "Received and discussed")
    assert find(page, "agreed.")[0].bottom > signed[0].top
    assert signed[0].bottom > terms[0].top > terms[0].bottom > find(page, "Second Chair record")[0].top
    assert "Witness if declined" not in words(
        draw_page(samples.acknowledged(), paper="a4", created=samples.CREATED).pdf
    )


def test_whatever_is_cut_the_page_says_who_declined_and_all_of_the_statement() -> None:
    page = draw_page(samples.declined(), paper="letter", created=samples.CREATED)
    assert page.cuts
    assert "statement" not in {cut.part for cut in page.cuts}
    for said in (*samples.declined().signatures.said, samples.declined().statement.text.strip()):
        assert said in words(page.pdf)


def test_names_in_different_scripts_stand_on_one_line() -> None:
    signatures = samples.sign("محمد عبد الله", "Dana Whitfield")
    page = drawn(replace(samples.usual(), signatures=signatures, footer_left=""))
    commas = [glyph for glyph in page if glyph.character == "," and glyph.bottom < 80]
    assert [round(comma.bottom, 1) for comma in commas] == [round(commas[0].bottom, 1)] * 3


def test_which_page_of_which_call_it_is_stays_whole_on_a_page_that_is_cut() -> None:
    page = draw_page(samples.long(12), paper="letter", created=samples.CREATED)
    assert page.cuts
    assert samples.usual().footer_left in words(page.pdf)


def test_there_is_room_to_sign_above_the_line() -> None:
    page = drawn(samples.usual())
    comment, signature = find(page, "hear the reason first.")[-1], find(page, "Dana Whitfield, date")[0]
    assert comment.bottom - signature.top > 25


def test_the_foot_stands_at_the_bottom_however_little_is_above() -> None:
    full, short = drawn(samples.usual()), drawn(samples.short())
    assert find(full, "Keep until")[0].bottom == find(short, "Keep until")[0].bottom
