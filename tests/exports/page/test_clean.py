"""What is typed or pasted is shown sanely."""

from __future__ import annotations

import pytest

from exports.page.clean import clean_line, clean_text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain", "plain"),
        ("  two   blanks\tand a tab ", "two blanks and a tab"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("paragraphs \n\n\n of a note\n", "paragraphs\nof a note"),
        ("nul\x00bell\x07escape\x1b[0m", "nul bell escape [0m"),
        ("c1\x9d control", "c1 control"),
        ("half a \ud83d pair", "half a \ufffd pair"),
        ("not a character \uffff", "not a character \ufffd"),
        ("a mark \ufeff between", "a mark between"),
        ("\ufeffa mark of byte order", "a mark of byte order"),
        ("e\u0301", "\u00e9"),
        ("한", "한"),
        ("no\u00a0break", "no\u00a0break"),
        ("", ""),
    ],
)
def test_text_is_shown_without_what_cannot_be_shown(typed: str, shown: str) -> None:
    assert clean_text(typed) == shown


def test_a_name_stands_on_one_line() -> None:
    assert clean_line("Priya\nNair\r\n") == "Priya Nair"
