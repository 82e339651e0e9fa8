"""How many words a page has: ``scoring.writeup.check`` says how many are too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exports.summary import Evidence, LabelledText, SummaryPage

# letters of scripts that put no blanks between words, and about how many of them one word has
_UNSPACED = (
    (
        re.compile(
            "[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff]"
        ),
        2,
    ),
    (
        re.compile(
            "[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0ec0-\u0ec6\u1000-\u102a\u1780-\u17b3]"
        ),
        4,
    ),
)


_SIGNS_ALONE = re.compile(r"(?<!\S)[^\w\s]+(?!\S)")
"""Between blanks and without any letter or digit, such as a dash."""


def count_words(text: str) -> int:
    """Count as a person would who reads it aloud.

    A word is what stands between blanks and holds a letter or a digit ("04:10" is one). Where a script has no blanks,
    two Chinese or Japanese characters count as a word, and four letters of Thai, Lao, Burmese or Khmer: the usual
    length of their words.

    :returns: the number of words, rounded up.
    """
    count = 0
    if not text.isascii():
        for letters, length in _UNSPACED:
            text, found = letters.subn(" ", text)
            count += -(-found // length)
    return count + len(text.split()) - len(_SIGNS_ALONE.findall(text))


def words_by_part(page: SummaryPage) -> dict[str, int]:
    """:returns: the number of words in each part of a page, by the names of parts that cuts have too."""
    counts: dict[str, int] = {}
    for part, texts in _texts(page):
        counts[part] = counts.get(part, 0) + sum(map(count_words, texts))
    return counts


def _texts(page: SummaryPage) -> Iterator[tuple[str, list[str]]]:
    yield "title", [page.title]
    yield "subtitle", [page.subtitle]
    yield "facts", _labelled(page.facts)
    yield "notices", [*page.notices]
    yield "change", [*_labelled((page.change,)), page.change_note]
    yield "strengths", _evidence(page.strengths_heading, page.strengths)
    yield "gaps", _evidence(page.gaps_heading, page.gaps)
    yield "floor", _floor(page)
    yield "skills", _skills(page)
    yield from ((closing.label, _labelled((closing,))) for closing in page.closing)
    yield "statement", _labelled((page.statement,))
    yield "signatures", [page.signatures.terms, *(page.signatures.said or page.signatures.names)]
    yield "footer", [page.footer_left, page.footer_right]


def _labelled(items: tuple[LabelledText, ...]) -> list[str]:
    return [text for item in items if item.text.strip() for text in (item.label, item.text)]


def _evidence(heading: str, items: tuple[Evidence, ...]) -> list[str]:
    shown = [(item.time, item.words, item.note) for item in items if (item.time + item.words).strip()]
    return [heading, *(text for item in shown for text in item)] if shown else []


def _floor(page: SummaryPage) -> list[str]:
    if page.floor is None:
        return []
    return [
        page.floor.heading,
        *(label.text for label in page.floor.labels),
        page.floor.unlogged,
        page.floor.note,
    ]


def _skills(page: SummaryPage) -> list[str]:
    if page.skills is None:
        return []
    rows = ((row.name, row.level_word, row.last, row.seen, row.note) for row in page.skills.rows)
    return [*page.skills.headings, *(text for row in rows for text in row)]
