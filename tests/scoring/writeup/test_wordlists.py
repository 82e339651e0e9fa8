from __future__ import annotations

import pytest

from scoring.writeup.wordlists import FOLDER, PersonWords, lists_for


@pytest.mark.parametrize("language", [path.stem for path in FOLDER.glob("*.json")])
def test_every_shipped_list_is_complete_and_can_be_used(language: str) -> None:
    lists = lists_for(language)
    assert lists
    assert all((lists.praise, lists.acts, lists.places, lists.person.phrases))
    assert lists.person.pattern(("priya",)).search("") is None
    for words in (lists.praise, lists.filler, lists.acts, lists.places):
        assert all(word == word.casefold().strip() for word in words)


def test_a_region_has_the_lists_of_its_language_and_an_unknown_language_has_none() -> None:
    assert lists_for("en-GB") == lists_for("en")
    assert lists_for("xx") is None


def _words(*phrases: str) -> PersonWords:
    lists = {"who": ("you", "{rep}"), "soft": ("so", "very"), "trait": ("lazy",)}
    return PersonWords(
        lists=lists,
        traits=frozenset(),
        bare=frozenset(),
        phrases=phrases,
        who=("you",),
        adverbs=("never",),
        past=frozenset({"said"}),
    )


def test_a_phrase_stands_for_all_its_words() -> None:
    found = _words("{who} are {soft*}{any?}{trait}").pattern(("priya",))
    for text in ("you are lazy", "priya are so very lazy", "you are terribly lazy today"):
        assert found.search(text)
    for text in ("anna are lazy", "you are lazybones", "you are not so lazy"):
        assert found.search(text) is None


def test_the_end_of_a_phrase_may_have_to_be_the_end_of_the_sentence() -> None:
    found = _words("so {trait}{end}").pattern(())
    assert found.search("so lazy")
    assert found.search("so lazy an answer") is None
