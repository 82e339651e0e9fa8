"""The write-up check: what weakens a write-up before the page is made. It points, and decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.debrief import Commitment, Observation
from scoring.writeup.changes import holds_many, lacks_how, lacks_what, lacks_where
from scoring.writeup.hints import Hint, Kind, Part
from scoring.writeup.person import is_about_person, names_person
from scoring.writeup.praise import lacks_example
from scoring.writeup.reading import read, words_of
from scoring.writeup.wordlists import lists_for

MOST_PAGE_WORDS = 450
"""A page of so many words is read in three minutes, at 150 words a minute: carefully, not skimmed."""


def weaknesses(
    *,
    strengths: Sequence[Observation] = (),
    gaps: Sequence[Observation] = (),
    changes: Sequence[Commitment] = (),
    page_words: int | None = None,
    rep: str = "",
    language: str = "en",
) -> tuple[Hint, ...]:
    """Look for what weakens a write-up. The same words give the same hints; nothing is remembered.

    :param page_words: how many words the page has, or None while there is none.
    :param rep: the rep's name: "Priya never asks" is about the rep, "Anna never asks" may be about the customer.
    :param language: a BCP 47 tag; where no words are known of it, only what needs none is looked for.
    :returns: the hints field by field; in each, what matters most comes first.
    """
    found = [
        *_of_each(Part.STRENGTHS, [strength_kinds(item, rep, language) for item in strengths]),
        *_of_each(Part.GAPS, [gap_kinds(item, rep, language) for item in gaps]),
        *_of_each(Part.CHANGES, [change_kinds(item, rep, language) for item in changes]),
    ]
    return (*found, Hint(kind=Kind.LENGTH, part=Part.WHOLE)) if is_long(page_words) else tuple(found)


def is_long(page_words: int | None) -> bool:
    """:returns: whether a page has more words than are read in three minutes."""
    return page_words is not None and page_words > MOST_PAGE_WORDS


def strength_kinds(strength: Observation, rep: str = "", language: str = "en") -> tuple[Kind, ...]:
    """:returns: what weakens one strength, what matters most first."""
    text, lists, names = read(strength.words), lists_for(language), words_of(rep)
    found = {
        Kind.PERSON: is_about_person(text, lists, names),
        Kind.EXAMPLE: lacks_example(text, lists, frozenset(names), linked=strength.entry is not None),
    }
    return _those(found)


def gap_kinds(gap: Observation, rep: str = "", language: str = "en") -> tuple[Kind, ...]:
    """:returns: what weakens one thing that got in the way."""
    return _those({Kind.PERSON: is_about_person(read(gap.words), lists_for(language), words_of(rep))})


def change_kinds(change: Commitment, rep: str = "", language: str = "en") -> tuple[Kind, ...]:
    """:returns: what weakens one change, what matters most first."""
    text, lists = read(change.words), lists_for(language)
    many, what = holds_many(text, lists), lacks_what(text, lists)
    found = {
        Kind.PERSON: names_person(text, lists, words_of(rep)),
        Kind.MANY: many,
        Kind.WHAT: what and not many,
        Kind.HOW: lacks_how(text, lists) and not (many or what),
        Kind.WHERE: lacks_where(text, change.first_tried, lists),
    }
    return _those(found)


def _those(found: dict[Kind, bool]) -> tuple[Kind, ...]:
    return tuple(kind for kind, holds in found.items() if holds)


def _of_each(part: Part, kinds: Sequence[tuple[Kind, ...]]) -> Iterator[Hint]:
    for number, found in enumerate(kinds):
        yield from (Hint(kind=kind, part=part, number=number) for kind in found)
