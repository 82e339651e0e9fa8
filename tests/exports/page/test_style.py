"""The page's colours can be read, its sizes too."""

from __future__ import annotations

import pytest

from exports.page import style
from exports.page.style import SIZES, SMALLEST_SIZE, Colour, TextStyle

WHITE: Colour = (1.0, 1.0, 1.0)


def luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", [WHITE, style.PANEL])
@pytest.mark.parametrize("ink", [style.INK, style.MUTED])
def test_text_stands_out_from_its_ground(ink: Colour, ground: Colour) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("mark", [style.ACCENT, style.LATE, style.REP, style.MANAGER])
def test_marks_stand_out_from_the_paper(mark: Colour) -> None:
    assert contrast(mark, WHITE) >= 3


@pytest.mark.parametrize("size", SIZES)
def test_no_style_is_ever_smaller_than_the_smallest_size(size: float) -> None:
    styles = [value for value in vars(style).values() if isinstance(value, TextStyle)]
    assert len(styles) > 5
    assert all(text.size(size) >= SMALLEST_SIZE for text in (*styles, *style.TITLES))
