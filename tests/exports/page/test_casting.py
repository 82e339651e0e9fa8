"""What cannot be drawn is replaced, and never an empty box."""

from __future__ import annotations

import unicodedata

import pytest

from exports.page.casting import MOST_MARKS
from exports.page.lines import Breaker
from exports.page.shaping import Shaped, shape


def glyph_count(shaped: Shaped) -> int:
    return sum(len(run.glyphs) for run in shaped.runs)


def test_what_no_font_has_is_replaced_and_named() -> None:
    shaped = shape("ok 🚀 ok")
    assert shaped.missing == ("🚀",)
    assert shaped.drawn == "ok \ufffd ok"
    assert shaped.text == "ok 🚀 ok"


@pytest.mark.parametrize("words", ["plain", "ค้า ราคา", "محمد", "प्रश्न", "山田", "ok 🚀"])
def test_a_line_end_is_one_in_every_script_and_nothing_is_missing_for_it(words: str) -> None:
    shaped = shape(f"{words}\n{words}")
    assert "\n" not in shaped.missing
    assert [line.end for line in Breaker(shaped).lines(60_000)] == [len(words), len(shaped.text)]


def test_no_glyph_is_ever_the_empty_box() -> None:
    blocks = ((0x20, 0x1200), (0x2000, 0x2070), (0xFB1D, 0xFE10), (0xFFF0, 0x10000), (0x1F3F0, 0x1F400))
    letters = [chr(code) for block in blocks for code in range(*block)]
    for letter in (letter for letter in letters if unicodedata.category(letter) != "Cc"):
        for text in (f"ب{letter}", f"क{letter}"):
            assert all(0 not in run.glyphs for run in shape(text).runs), ascii(text)


def test_marks_beyond_a_few_are_not_drawn() -> None:
    few, many = shape("z" + "\u0301" * MOST_MARKS), shape("z" + "\u0301" * 500)
    assert glyph_count(many) == glyph_count(few)


def test_a_mark_on_nothing_is_replaced() -> None:
    assert shape("\u0336 x").drawn == "\ufffd x"
