"""Letters of every script join, stack and turn as they should, and what cannot be drawn is replaced."""

from __future__ import annotations

from itertools import pairwise

import pytest

from exports.page.shaping import Shaped, rough_width, shape


def glyph_count(shaped: Shaped) -> int:
    return sum(len(run.glyphs) for run in shaped.runs)


def test_arabic_letters_join_and_conjuncts_form() -> None:
    alone = {run.glyphs[0] for letter in "سلام" for run in shape(letter).runs}
    joined = set(shape("سلام").runs[0].glyphs)
    assert joined - alone
    assert glyph_count(shape("क्ष")) < 3


def test_the_language_of_the_page_decides_the_shape_of_a_letter() -> None:
    def glyphs(text: str, language: str) -> list[int]:
        return shape(text, language=language).runs[0].glyphs

    assert glyphs("ş", "ro") != glyphs("ş", "tr") == glyphs("ş", "en")
    assert glyphs("б", "sr") != glyphs("б", "ru")
    assert glyphs("۴", "ur") != glyphs("۴", "fa")


def test_a_name_in_arabic_does_not_turn_an_english_line() -> None:
    assert shape("محمد, date").level == 1
    assert shape("محمد, date", own_direction=False).level == 0


def test_an_endless_chain_is_still_breakable() -> None:
    shaped = shape("का" + "ा" * 500)
    steps = [b - a for a, b in pairwise(shaped.reach)]
    assert max(steps) < 4_500


@pytest.mark.parametrize(
    "text", ["Answered the price question with the discount.", "山田太郎さん", "Щербакова"]
)
def test_the_rough_width_is_close(text: str) -> None:
    assert rough_width(text, bold=False) == pytest.approx(shape(text).reach[-1], rel=0.05)
