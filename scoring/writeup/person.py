"""Words about the person rather than the behaviour.

Feedback that draws attention to the self, away from the task, makes performance worse more often than any other
(Kluger and DeNisi, 1996, over 607 comparisons).
"""

from __future__ import annotations

from scoring.writeup.reading import Reading, sentences, words_of
from scoring.writeup.wordlists import WordLists


def is_about_person(found: Reading, lists: WordLists | None, names: tuple[str, ...] = ()) -> bool:
    """Whether somebody writes about another who that is, not what was done.

    What stands in quotation marks is not counted: the customer may have said it.

    :param lists: None where the language has none; then nothing is found.
    :param names: the rep's, in small letters, for "Priya never asks".
    """
    return names_person(found, lists, names) or (lists is not None and _is_bare(found, lists))


def names_person(found: Reading, lists: WordLists | None, names: tuple[str, ...] = ()) -> bool:
    """Whether a text says of somebody who they are; unlike ``is_about_person`` it leaves alone what names nobody, such
    as "less pushy", which a rep may say of themselves."""
    if lists is None:
        return False
    parts = [" ".join(words_of(sentence)) for sentence in sentences(found.own)]
    phrases = lists.person.pattern(names)
    return any(phrases.search(part) or _is_habit(part, lists, names) for part in parts)


def _is_habit(part: str, lists: WordLists, names: tuple[str, ...]) -> bool:
    """Whether it says what somebody always or never does; what was never done in this call is a fact."""
    following = [match[1] for match in lists.person.habit(names).finditer(part)]
    return any(word not in lists.person.past and not word.endswith("ed") for word in following)


def _is_bare(found: Reading, lists: WordLists) -> bool:
    """Whether it is a trait and nothing that happened: "Careless", "Hopeless at closing"."""
    traits = lists.person.bare
    known = (traits, lists.qualities, lists.topics, lists.filler, lists.degrees)
    return not found.names_a_fact and found.has_any(traits) and found.consists_of(*known)
