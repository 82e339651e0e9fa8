"""A text as the check reads it: its words without what somebody else said, its sentences, its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = re.compile(r"[\"“„«「][^\"“”„«»「」]*[\"”“»」]")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|[;\n]|[。！？；]")
_MARKED_LINE = re.compile(r"^\s*(?:[-–—*•·]|\(?\d{1,2}[.)])\s*(?=\S)", re.MULTILINE)
_NUMBERED = re.compile(r"(?:(?<=\s)|^)\(?\d{1,2}[.)]\s+(?=\S)")
_DIGIT = re.compile(r"\d")
_SHORT_FORMS = (
    ("won't", "will not"),
    ("can't", "can not"),
    ("n't", " not"),
    ("'re", " are"),
    ("'ll", " will"),
    ("'s", " is"),
    ("'m", " am"),
    ("'ve", " have"),
)


LONGEST = 2_000
"""Characters that are read; whoever writes more than a page into one field is told so elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """``own`` is the text without what stands in quotation marks, ``words`` those of ``own`` in small letters."""

    text: str
    own: str
    words: tuple[str, ...]

    @property
    def names_a_fact(self) -> bool:
        """Whether there is a figure, a time or something that was said."""
        return self.own != self.text or _DIGIT.search(self.text) is not None

    def consists_of(self, *lists: frozenset[str]) -> bool:
        """:returns: whether each word stands in one of the lists."""
        return all(_is_known(word, lists) for word in self.words)

    def has_any(self, *lists: frozenset[str]) -> bool:
        """:returns: whether any word stands in one of the lists."""
        return any(word in known for word in self.words for known in lists)

    def holds(self, phrases: tuple[str, ...]) -> bool:
        """:returns: whether any phrase of several words stands in it."""
        text = f" {' '.join(self.words)} "
        return any(f" {phrase} " in text for phrase in phrases)


def _is_known(word: str, lists: tuple[frozenset[str], ...]) -> bool:
    """What is joined by a hyphen is known if its parts are."""
    parts = (word, *word.split("-")) if "-" in word else (word,)
    known = [any(part in words for words in lists) for part in parts]
    return known[0] or (len(known) > 1 and all(known[1:]))


def read(text: str) -> Reading:
    """:returns: ``text`` as the check reads it, its first ``LONGEST`` characters."""
    straight = text[:LONGEST].replace("’", "'").strip()
    own = _QUOTED.sub(" ", straight)
    return Reading(text=straight, own=own, words=words_of(own))


def words_of(text: str) -> tuple[str, ...]:
    """:returns: the words of a text in small letters, without signs; short forms are written out: "you're" is two."""
    words = " ".join(_WORD.findall(text.casefold().replace("’", "'")))
    for short, long in _SHORT_FORMS:
        words = words.replace(short, long)
    return tuple(words.split())


def sentences(text: str) -> list[str]:
    """:returns: what stands between full stops, semicolons and line ends."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part and part.strip()]


def lines(text: str) -> int:
    """:returns: how many lines there are that say something."""
    return sum(bool(line.strip()) for line in text.splitlines())


def marked(text: str) -> int:
    """:returns: how many points of a list there are, on lines of their own or numbered in one line."""
    return max(len(_MARKED_LINE.findall(text)), len(_NUMBERED.findall(text)))
