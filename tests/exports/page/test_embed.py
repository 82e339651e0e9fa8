"""Fonts inside the file are small and complete."""

from __future__ import annotations

from exports.page.embed import EmbeddedFont
from exports.page.fonts import font_stack
from exports.page.objects import Objects
from exports.page.shaping import shape
from tests.exports.page.reading import content


def test_a_glyph_that_stands_for_two_texts_has_two_codes() -> None:
    font = EmbeddedFont(font_stack(False).main, "F1")
    blank, other, again = font.codes[3, " "], font.codes[3, "\u00a0"], font.codes[3, " "]
    assert blank != other
    assert blank == again


def test_only_the_glyphs_that_are_drawn_are_in_the_file() -> None:
    (run,) = shape("Priya").runs
    font = EmbeddedFont(run.face, "F1")
    for glyph, letter in zip(run.glyphs, "Priya", strict=True):
        assert font.codes[glyph, letter]
    objects = Objects()
    font.write(objects)
    file = objects.file(catalog="<< >>", info="<< >>", identity="0" * 32)
    assert len(file) < 5_000
    assert b"<0001> <0050>" in content(file)
