"""Every script the app can meet has a font that comes with it."""

from __future__ import annotations

import pytest

from exports.page.fonts import FONTS, font_stack
from exports.page.shaping import Shaped, shape


def faces(shaped: Shaped) -> list[str]:
    return [run.face.name for run in shaped.runs]


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


def test_every_font_comes_with_its_licence() -> None:
    licences = " ".join(path.read_text(encoding="utf-8") for path in FONTS.glob("*.txt"))
    assert "SIL Open Font License" in licences
    assert "Apache License" in licences


def test_a_character_no_font_has_has_no_face() -> None:
    assert font_stack(False).choose("🚀") is None
