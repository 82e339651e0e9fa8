"""Praise without an example: a strength that could stand under any call.

Feedback works where it is about the task and says what was done (Kluger and DeNisi, 1996); praise alone tells nobody
what to do again.
"""

from __future__ import annotations

from scoring.writeup.reading import Reading
from scoring.writeup.wordlists import WordLists

FEW_WORDS = 2
FEW_LETTERS = 4


def lacks_example(
    found: Reading, lists: WordLists | None, names: frozenset[str] = frozenset(), *, linked: bool = False
) -> bool:
    """Whether a strength names nothing that was said or done.

    A linked entry is an example, and so are quoted words and any figure. Beyond that it lacks one if every word of it
    could stand under any call. One word that could not is taken for what happened: rather a hint too few.

    :param lists: None where the language has none; then only the shortest praise is found.
    :param names: the rep's, in small letters.
    :param linked: whether it points at a logged entry.
    """
    if linked or found.names_a_fact or not found.words:
        return False
    if lists is None:
        return _is_very_short(found)
    praise = (lists.praise, lists.qualities, lists.person.traits)
    topics = (lists.topics, lists.call_parts)
    tells = found.has_any(*praise) or (len(found.words) <= FEW_WORDS and found.has_any(*topics))
    return (
        tells and found.consists_of(*praise, *topics, lists.filler, names) and not found.holds(lists.clauses)
    )


def _is_very_short(found: Reading) -> bool:
    """Two words, or four letters where a script puts no blanks between words, are hardly ever an example."""
    letters = sum(len(word) for word in found.words)
    spaced = all(ord(letter) < 0x0E00 for letter in found.own)
    return len(found.words) <= FEW_WORDS if spaced else letters <= FEW_LETTERS
