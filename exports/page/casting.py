"""Which face draws which character of a text, and what is drawn instead of those no face has."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from exports.page.clean import REPLACEMENT
from exports.page.fonts import Face, FontStack, font_stack

MOST_MARKS = 3
"""Marks drawn above and below one letter; more would grow into the neighbouring lines."""

WIDEST = 4000
"""A glyph wider than this, in thousandths of its size, does not fit a column and is replaced."""

_NOTHING = "\u034f"
"""Stands for a character that is not drawn but belongs to the one before it."""

_JOINER = "\u200d"
_HANGUL_FILLERS = "\u115f\u1160\u3164\uffa0"

IGNORABLE = frozenset(
    "\u00ad\u034f\u061c\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f"
).union(_HANGUL_FILLERS, map(chr, (*range(0xFE00, 0xFE10), *range(0xE0000, 0xE1000))))
"""What Unicode calls default ignorable: without a glyph of its own in any font."""


class Cast(NamedTuple):
    """The face of each character (None if the main one draws them all), the text to draw, and what no face has."""

    main: Face
    faces: list[Face] | None
    drawn: str
    missing: tuple[str, ...]


def cast_text(text: str, stack: FontStack) -> Cast:
    """:returns: a face for each character of ``text``; what is drawn is as long as the text."""
    if text.isascii() or all(map(_is_everyday, set(text))):
        return Cast(stack.main, None, text, ())
    casting = _Casting(stack)
    for character in text:
        casting.add(character)
    return Cast(stack.main, casting.faces, "".join(casting.drawn), tuple(dict.fromkeys(casting.missing)))


class _Casting:
    """Finds the face of one character after the other."""

    def __init__(self, stack: FontStack) -> None:
        self._stack = stack
        self.faces: list[Face] = []
        self.drawn: list[str] = []
        self.missing: list[str] = []
        self._marks = 0
        self._carries_marks = False
        self._in_missing_picture = False

    def add(self, character: str) -> None:
        """Cast the next character of the text."""
        face = _own_face(self._stack, character)
        if face is not None:
            self._put(face, character)
            self._marks, self._carries_marks, self._in_missing_picture = 0, True, False
        else:
            self._look_twice(character, _traits(character))

    def _look_twice(self, character: str, traits: _Traits) -> None:
        if character == "\n":  # in no font, and yet not missing
            self._put(self._previous(), character)
            self._marks, self._carries_marks = 0, False
            return
        if traits.is_ignorable:
            self._put(self._previous(), _NOTHING if character in _HANGUL_FILLERS else character)
            return
        self._marks = self._marks + 1 if traits.is_mark else 0
        if self._marks and not self._carries_marks:
            self._put(self._stack.main, REPLACEMENT)  # a mark on nothing would hang over the margin
        elif self._marks > MOST_MARKS or (self._in_missing_picture and self._continues_missing(character)):
            self._put(self._previous(), _NOTHING)
            return
        elif traits.stays and self._previous().covers(character):
            self._put(self._previous(), character)
            self._in_missing_picture = False
        else:
            self._find(character)
        self._carries_marks = not traits.is_blank

    def _previous(self) -> Face:
        return self.faces[-1] if self.faces else self._stack.main

    def _find(self, character: str) -> None:
        face = self._stack.choose(character)
        self._in_missing_picture = face is None
        if face is None or _is_too_wide(face, character):
            self.missing.append(character)
            self._put(self._stack.main, REPLACEMENT)
        else:
            self._put(face, character)

    def _put(self, face: Face, character: str) -> None:
        self.faces.append(face)
        self.drawn.append(character)

    def _continues_missing(self, character: str) -> bool:
        """Whether it is a later part of the picture of several characters whose first one was replaced."""
        if self._stack.choose(character) is not None:
            return False
        return self.drawn[-1] == _JOINER or 0x1F3FB <= ord(character) <= 0x1F3FF


@lru_cache(8192)
def _is_everyday(character: str) -> bool:
    """Whether the main face draws it and nothing about it needs a second look."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or character in IGNORABLE:
        return False
    return font_stack(False).main.covers(character) or character == "\n"


class _Traits(NamedTuple):
    """What casting asks of a character; one that ``stays`` is drawn by the face of the one before it, if that can."""

    is_ignorable: bool
    is_mark: bool
    is_blank: bool
    stays: bool


@lru_cache(8192)
def _traits(character: str) -> _Traits:
    return _Traits(
        is_ignorable=character in IGNORABLE,
        is_mark=unicodedata.category(character) in ("Mn", "Me"),
        is_blank=character.isspace(),
        stays=not character.isalnum(),
    )


@lru_cache(8192)
def _own_face(stack: FontStack, character: str) -> Face | None:
    """The face of a letter or digit that is drawn whatever stands before it."""
    traits, face = _traits(character), stack.choose(character)
    if traits.is_ignorable or traits.is_mark or traits.stays or face is None or _is_too_wide(face, character):
        return None
    return face


@lru_cache(8192)
def _is_too_wide(face: Face, character: str) -> bool:
    return face.width(character) > WIDEST
