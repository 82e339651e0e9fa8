"""What a change lacks: one thing, what and how, and where it is tried first.

A plan that says when, where and how is carried out far more often than the bare wish (Gollwitzer and Sheeran, 2006,
94 studies, d = 0.65).
"""

from __future__ import annotations

import re

from scoring.debrief import MOST_COMMITMENTS
from scoring.writeup.reading import Reading, lines, marked, sentences, words_of
from scoring.writeup.wordlists import WordLists

_DAY_OR_TIME = re.compile(r"\b\d{1,2}(?:[:.]\d{2}|st|nd|rd|th|\s?[ap]m|/\d{1,2})\b")
LISTED = 5
"""Parts between commas that each begin with an act; fewer are often the steps of one thing."""
SAME_LANGUAGE = 0.5
"""The least share of known words in a text of this language."""


def holds_many(found: Reading, lists: WordLists | None) -> bool:
    """Whether one field holds more than two changes: in lines or points of a list, or in sentences or parts between
    commas that each begin with an act of their own.

    :param lists: None where the language has none; then only lines and points are counted.
    """
    if max(lines(found.text), marked(found.text)) > MOST_COMMITMENTS:
        return True
    if lists is None:
        return False
    beginnings = [_begins_anew(part, lists) for part in sentences(found.own)]
    return sum(beginnings) > MOST_COMMITMENTS or any(
        _acts_between_commas(part, lists) >= LISTED for part in sentences(found.own)
    )


def _begins_anew(sentence: str, lists: WordLists) -> bool:
    words = words_of(sentence)
    if words and words[0] in lists.further:
        return True
    act = next((word for word in words if word not in lists.first_words), "")
    return act in lists.acts or act in lists.loose_acts


def _acts_between_commas(sentence: str, lists: WordLists) -> int:
    return sum(_begins_anew(part, lists) for part in sentence.replace(" and ", ",").split(","))


def lacks_what(found: Reading, lists: WordLists | None) -> bool:
    """Whether no word names an act, or anything it could be done with."""
    if lists is None or not found.words or found.names_a_fact:
        return False
    wished = found.has_any(lists.wishes) and found.consists_of(
        lists.loose_acts, lists.call_parts, *_general(lists)
    )
    return wished or (found.consists_of(*_general(lists)) and not found.has_any(lists.loose_acts))


def lacks_how(found: Reading, lists: WordLists | None) -> bool:
    """Whether there is an act that can be done in many ways, and at most how much of it: "listen better"."""
    if lists is None or not found.words or found.names_a_fact:
        return False
    measured = found.has_any(lists.degrees, lists.qualities) or len(found.words) == 1
    return (
        measured and found.consists_of(lists.loose_acts, *_general(lists)) and found.has_any(lists.loose_acts)
    )


def _general(lists: WordLists) -> tuple[frozenset[str], ...]:
    return (
        lists.vague,
        lists.wishes,
        lists.degrees,
        lists.praise,
        lists.qualities,
        lists.topics,
        lists.filler,
        lists.person.traits,
    )


def lacks_where(found: Reading, first_tried: str, lists: WordLists | None) -> bool:
    """Whether neither "first tried" nor the words say where or when. A name, a figure or a day is taken for it.

    :param lists: None where the language has none; then nothing is found, because the words cannot be read.
    """
    if lists is None or first_tried.strip() or not found.words:
        return False
    return _is_in_language(found, lists) and not _says_where(found, lists)


def _says_where(found: Reading, lists: WordLists) -> bool:
    return (
        found.has_any(lists.places)
        or found.holds(lists.place_phrases)
        or any(_has_name(sentence) for sentence in sentences(found.own))
    )


def _has_name(sentence: str) -> bool:
    """Whether a word other than the first has a capital letter, or a day or time of day stands in it."""
    named = any(len(word) > 1 and word[0].isupper() for word in sentence.split()[1:])
    return named or _DAY_OR_TIME.search(sentence) is not None


def _is_in_language(found: Reading, lists: WordLists) -> bool:
    """Somebody may write in another language than the program speaks."""
    groups = (lists.common, lists.acts, lists.loose_acts, lists.places, *_general(lists))
    known = sum(any(word in group for group in groups) for word in found.words)
    return known >= SAME_LANGUAGE * len(found.words)
