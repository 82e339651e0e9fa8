"""Letters of every script join, stack and turn as they should, and what cannot be drawn is replaced."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest

from exports.page.casting import MOST_MARKS
from exports.page.shaping import Shaped, rough_width, shape


def faces(shaped: Shaped) -> list[str]:
    return [run.face.name for run in shaped.runs]


def glyph_count(shaped: Shaped) -> int:
    return sum(len(run.glyphs) for run in shaped.runs)


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("Priya Zoë Łukasz", "NotoSans-Regular"),
        ("Ελευθερία", "NotoSans-Regular"),
        ("Щербакова", "NotoSans-Regular"),
        ("محمد", "NotoSansArabic-Regular"),
        ("יוסף", "NotoSansHebrew-Regular"),
        ("क्षितिजा", "NotoSansDevanagari-Regular"),
        ("กรุงเทพ", "NotoSansThai-Regular"),
        ("山田さん", "DroidSansFallback"),
        ("김민준", "DroidSansFallback"),
    ],
)
def test_each_script_has_its_font(text: str, face: str) -> None:
    assert faces(shape(text)) == [face]
    assert shape(text).missing == ()


def test_bold_has_fonts_of_its_own() -> None:
    assert faces(shape("Priya محمد", bold=True)) == ["NotoSans-Bold", "NotoSansArabic-Bold"]


def test_blanks_and_points_do_not_change_the_font() -> None:
    assert faces(shape("محمد عبد الله.")) == ["NotoSansArabic-Regular"]


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


def test_what_no_font_has_is_replaced_and_named() -> None:
    shaped = shape("ok 🚀 ok")
    assert shaped.missing == ("🚀",)
    assert shaped.drawn == "ok \ufffd ok"
    assert shaped.text == "ok 🚀 ok"


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


def test_an_endless_chain_is_still_breakable() -> None:
    shaped = shape("का" + "ा" * 500)
    steps = [b - a for a, b in pairwise(shaped.reach)]
    assert max(steps) < 4_500


@pytest.mark.parametrize(
    "text", ["Answered the price question with the discount.", "山田太郎さん", "Щербакова"]
)
def test_the_rough_width_is_close(text: str) -> None:
    assert rough_width(text, bold=False) == pytest.approx(shape(text).reach[-1], rel=0.05)
