"""Marks land where they are put, letters are never mirrored."""

from __future__ import annotations

import pypdfium2
import pytest

from exports.page.lines import Line
from exports.page.pdfa import write_file
from exports.page.shaping import shape
from exports.page.sheet import Sheet
from exports.page.style import ACCENT, INK, Margins
from exports.page.xmp import Properties
from tests.exports.page import samples
from tests.exports.page.reading import glyphs

PROPERTIES = Properties(title="T", author="", subject="", language="en", tool="", created=samples.CREATED)


def pixels(sheet: Sheet) -> list[bytes]:
    """The sheet's rows in grey, a pixel for each point."""
    with pypdfium2.PdfDocument(write_file(sheet, PROPERTIES, ())) as document:
        picture = document[0].render(scale=1, grayscale=True)
        data, stride = bytes(picture.buffer), picture.stride
        return [data[start : start + picture.width] for start in range(0, picture.height * stride, stride)]


@pytest.mark.parametrize(("mirrored", "inside", "outside"), [(False, 15, 85), (True, 85, 15)])
def test_a_box_is_where_it_is_put_and_mirrored_if_the_page_is(
    mirrored: bool, inside: int, outside: int
) -> None:
    sheet = Sheet(100, 50, mirrored=mirrored)
    with sheet.decoration():
        sheet.fill_box(10, 5, 10, 10, INK)
    rows = pixels(sheet)
    assert rows[10][inside] < 60
    assert rows[10][outside] == rows[30][inside] == 255


def test_a_filled_and_a_hollow_dot_have_one_outer_size_and_differ_inside() -> None:
    sheet = Sheet(100, 50)
    with sheet.decoration():
        sheet.dot(20, 25, 10, ACCENT, filled=True)
        sheet.dot(70, 25, 10, ACCENT, filled=False)
    row = pixels(sheet)[25]
    assert row[20] < 150 < row[70]
    assert [x < 200 for x in (row[10], row[29])] == [x < 240 for x in (row[60], row[79])]


@pytest.mark.parametrize("x", [20, 60, 100])
@pytest.mark.parametrize("text", ["Joint", "\u035cf", "j"])
def test_tails_and_marks_that_reach_out_of_a_line_stay_inside_the_margins(text: str, x: float) -> None:
    shaped = shape(text)
    sheet = Sheet(100, 50, margins=Margins(20, 0, 0))
    with sheet.tags.element("P"), sheet.marks():
        sheet.text(shaped, Line(0, len(text)), x, 30, 10, INK)
    found = glyphs(write_file(sheet, PROPERTIES, ()))
    assert min(glyph.left for glyph in found) >= 19.98
    assert max(glyph.right for glyph in found) <= 80.02


@pytest.mark.parametrize("baseline", [5, 50])
def test_marks_above_and_below_stay_inside_the_margins_too(baseline: float) -> None:
    text = "Ẫg\u0323"
    shaped = shape(text)
    sheet = Sheet(100, 60, margins=Margins(10, 12, 15))
    with sheet.tags.element("P"), sheet.marks():
        sheet.text(shaped, Line(0, len(text)), 20, baseline, 10, INK)
    found = glyphs(write_file(sheet, PROPERTIES, ()))
    assert min(glyph.bottom for glyph in found) >= 14.98
    assert max(glyph.top for glyph in found) <= 48.02


def test_a_line_whose_ink_is_wider_than_the_sheet_is_made_narrower() -> None:
    shaped = shape("J" * 20)
    sheet = Sheet(60, 50, margins=Margins(10, 0, 0))
    with sheet.tags.element("P"), sheet.marks():
        sheet.text(shaped, Line(0, 20), 10, 30, 10, INK)
    found = glyphs(write_file(sheet, PROPERTIES, ()))
    assert (found[0].left, found[-1].right) == (pytest.approx(10, abs=0.1), pytest.approx(50, abs=0.1))


@pytest.mark.parametrize("mirrored", [False, True])
def test_letters_are_never_mirrored(mirrored: bool) -> None:
    sheet = Sheet(200, 50, mirrored=mirrored, margins=Margins(0, 0, 0))
    shaped = shape("abc")
    with sheet.tags.element("P"), sheet.marks():
        sheet.text(shaped, Line(0, 3), 10, 30, 10, INK)
    found = glyphs(write_file(sheet, PROPERTIES, ()))
    assert "".join(glyph.character for glyph in found) == "abc"
    assert [glyph.left for glyph in found] == sorted(glyph.left for glyph in found)
    edge = found[0].left if not mirrored else 200 - found[-1].right
    assert edge == pytest.approx(10, abs=1)
