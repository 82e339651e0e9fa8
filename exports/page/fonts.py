"""The bundled fonts and which of them draws a character.

Nothing of the system is asked, so a page looks the same everywhere.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz

hb: Any = uharfbuzz
"""HarfBuzz. The binding is compiled and brings no types, so they end here."""

FONTS = Path(__file__).parent / "fonts"

_PLAIN = (
    "NotoSans-Regular",
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansThai-Regular",
    "DroidSansFallback",
)
_BOLD = (
    "NotoSans-Bold",
    "NotoSansArabic-Bold",
    "NotoSansHebrew-Bold",
    "NotoSansDevanagari-Bold",
    "NotoSansThai-Bold",
    "DroidSansFallback",
)


class _Advances(dict[int, float]):
    """The widths of glyphs as the file has them, before kerning, filled as they are asked for."""

    def __init__(self, font: Any, scale: float) -> None:
        self._font = font
        self._scale = scale

    def __missing__(self, glyph: int) -> float:
        width = self[glyph] = self._font.get_glyph_h_advance(glyph) * self._scale
        return width


class Ink(NamedTuple):
    """The box around what is drawn, from where it stands on its baseline; ``bottom`` and ``top`` count upwards."""

    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0


class _Inks(dict[int, Ink]):
    """The ink of glyphs, filled as it is asked for."""

    def __init__(self, font: Any, scale: float) -> None:
        self._font = font
        self._scale = scale

    def __missing__(self, glyph: int) -> Ink:
        found = self._font.get_glyph_extents(glyph)
        left, top = found.x_bearing * self._scale, found.y_bearing * self._scale
        ink = Ink(left, top + found.height * self._scale, left + found.width * self._scale, top)
        self[glyph] = ink
        return ink


class Face:
    """One font file. Lengths are in thousandths of the size, whatever units the file uses."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.hb_face = hb.Face(hb.Blob.from_file_path(path))
        self.hb_font = hb.Font(self.hb_face)
        self.scale = 1000 / self.hb_face.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.scale
        self.descent = -extents.descender * self.scale
        self.advances: dict[int, float] = _Advances(self.hb_font, self.scale)
        self.inks: dict[int, Ink] = _Inks(self.hb_font, self.scale)

    @cached_property
    def postscript_name(self) -> str:
        """The name PDF knows the font by."""
        name = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.name
        return re.sub("[^A-Za-z0-9-]", "", name)

    @cached_property
    def blank(self) -> int:
        """The glyph of a blank."""
        return self.hb_font.get_nominal_glyph(ord(" ")) or 0

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points it can draw."""
        return frozenset(self.hb_face.unicodes)

    def covers(self, character: str) -> bool:
        """:returns: whether it can draw ``character``."""
        return ord(character) in self.characters

    def width(self, character: str) -> float:
        """:returns: the width of ``character`` standing alone."""
        return self.advances[self.hb_font.get_nominal_glyph(ord(character)) or 0]


@lru_cache
def _face(name: str) -> Face:
    return Face(FONTS / f"{name}.ttf")


class FontStack:
    """The faces of one weight in the order they are asked; a file is opened when those before it do not do."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._chosen: dict[str, Face | None] = {}

    @property
    def main(self) -> Face:
        """The face of Latin, Greek and Cyrillic, which also draws the replacement character."""
        return _face(self._names[0])

    def choose(self, character: str) -> Face | None:
        """:returns: the first face that can draw ``character``, None if there is none."""
        if character not in self._chosen:
            faces = map(_face, self._names)
            self._chosen[character] = next((face for face in faces if face.covers(character)), None)
        return self._chosen[character]


@lru_cache
def font_stack(bold: bool) -> FontStack:
    """:returns: the bundled faces of the plain or the bold weight."""
    return FontStack(_BOLD if bold else _PLAIN)
