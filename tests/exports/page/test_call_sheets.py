"""The call sheet keeps what the page promises, on half of the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import page as page_validation
import pytest

from exports.page import Drawn, Paper, draw_call_sheet
from exports.page.style import MARGIN_SIDE, PAPERS, SMALLEST_SIZE
from exports.summary import CallSheet, LabelledText
from tests.exports.page import samples
from tests.exports.page.looking import find
from tests.exports.page.random_pages import RandomPages
from tests.exports.page.reading import attachments, glyphs, metadata, page_sizes, words

BOTH: tuple[Paper, ...] = ("a4", "letter")
OVERHANG = 6.0
"""Accents and slanting marks may reach this far, in points, beyond the letters that carry them."""
STANDARDS = (page_validation.ValidationProfile.PDF_A_3A, page_validation.ValidationProfile.PDF_UA_1)


def draw(sheet: CallSheet, paper: Paper = "a4") -> Drawn:
    return draw_call_sheet(sheet, paper=paper, created=samples.CREATED)


def assert_upper_half(pdf: bytes, paper: Paper) -> None:
    width, height = PAPERS[paper]
    assert page_sizes(pdf) == [pytest.approx((width, height), abs=0.1)]
    for glyph in glyphs(pdf):
        assert glyph.size >= SMALLEST_SIZE - 0.01
        assert glyph.left >= MARGIN_SIDE - OVERHANG, glyph
        assert glyph.right <= width - MARGIN_SIDE + OVERHANG, glyph
        assert glyph.bottom >= height / 2 + 20, glyph
        assert glyph.top <= height - 28, glyph


def failures(pdf: bytes) -> list[str]:
    """The rules of both standards that a file breaks."""
    reports = (page_validation.validate_pdf_bytes(pdf, profile=standard) for standard in STANDARDS)
    return [str(failure.rule_id) for report in reports for failure in report.failures]


@pytest.mark.parametrize("paper", BOTH)
@pytest.mark.parametrize("name", samples.CALL_SHEETS)
def test_every_sample_stands_in_the_upper_half_of_one_sheet(name: str, paper: Paper) -> None:
    pdf = draw(samples.CALL_SHEETS[name](), paper).pdf
    assert_upper_half(pdf, paper)
    assert failures(pdf) == []


@pytest.mark.parametrize("paper", BOTH)
def test_whatever_is_written_stands_in_the_upper_half_of_one_sheet(paper: Paper) -> None:
    sheets = RandomPages(seed=20261124)
    for _ in range(20):
        pdf = draw(sheets.call_sheet(), paper).pdf
        assert_upper_half(pdf, paper)
        assert failures(pdf) == []


@pytest.mark.parametrize("paper", BOTH)
def test_a_usual_sheet_is_set_at_full_size_and_whole(paper: Paper) -> None:
    drawn = draw(samples.call_sheet(), paper)
    assert (drawn.size_pt, drawn.cuts, drawn.missing) == (10.0, (), ())


def test_every_word_of_a_latin_sheet_can_be_read_back_in_its_order() -> None:
    sheet = samples.call_sheet()
    texts = [
        text for item in (*sheet.facts, sheet.introduction, *sheet.agreed) for text in (item.label, item.text)
    ]
    text = words(draw(sheet).pdf)
    places = [text.index(part) for part in (sheet.title, sheet.subtitle, *texts, sheet.footer_left)]
    assert places == sorted(places)


def test_what_does_not_fit_is_counted_by_its_part() -> None:
    drawn = draw(samples.long_call_sheet(30))
    assert {cut.part for cut in drawn.cuts} == {"plan", "introduction", "agreed"}
    assert {cut.unit for cut in drawn.cuts} == {"characters", "items"}
    for cut in drawn.cuts:
        assert f"{cut.count} more" in words(drawn.pdf)


@pytest.mark.parametrize("paper", BOTH)
def test_names_are_whole_however_full_the_sheet(paper: Paper) -> None:
    sheet = samples.call_sheet_with_long_names()
    drawn = draw(sheet, paper)
    text = letters(words(drawn.pdf))
    assert letters(sheet.title) in text
    assert letters(sheet.subtitle) in text
    assert drawn.cuts
    assert not {cut.part for cut in drawn.cuts} & {"title", "subtitle"}


def letters(text: str) -> str:
    """Without what a reader may drop or add where a line ends."""
    return "".join(filter(str.isalnum, text))


def test_a_sheet_in_a_language_that_runs_from_the_right_is_mirrored() -> None:
    labels = (LabelledText(label="First", text="One"), LabelledText(label="Second", text="Two"))
    found = glyphs(draw(replace(samples.call_sheet(), language="ar", facts=labels)).pdf)
    assert find(found, "Second")[0].left < find(found, "First")[0].left


def test_a_sheet_says_what_it_is_and_carries_no_record() -> None:
    drawn = draw(samples.call_sheet())
    assert metadata(drawn.pdf)["Title"] == samples.call_sheet().document_title
    assert metadata(drawn.pdf)["CreationDate"] == "D:20261123105500Z"
    assert attachments(drawn.pdf) == {}


def test_a_time_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 23, 10, 55)  # noqa: DTZ001 - this is what is refused
    with pytest.raises(ValueError, match="time zone"):
        draw_call_sheet(samples.call_sheet(), paper="a4", created=naive)
