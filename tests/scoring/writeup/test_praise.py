from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.writeup.praise import lacks_example
from scoring.writeup.reading import read
from scoring.writeup.wordlists import lists_for

ENGLISH = lists_for("en")


def _lacks(words: str) -> bool:
    return lacks_example(read(words), ENGLISH, frozenset({"priya"}))


@pytest.mark.parametrize(
    "words", ["Great job!", "You were really good with her", "Well done, Priya", "GOOD LISTENING"]
)
def test_praise_alone_lacks_an_example(words: str) -> None:
    assert _lacks(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Held the pause after the complaint",
        "Good: “Steep compared with what?”",
        "Great question at 04:10",
        "Nice how you let him finish",
        "Sehr schöne Pause nach der Beschwerde",
    ],
)
def test_words_a_time_or_an_act_are_an_example(words: str) -> None:
    assert not _lacks(words)


@given(st.sampled_from(["Great job!", "Good", "Nice one", "很好"]), st.sampled_from(["en", "xx"]))
def test_a_linked_entry_is_an_example_whatever_the_words(words: str, language: str) -> None:
    assert not lacks_example(read(words), lists_for(language), linked=True)


@pytest.mark.parametrize(
    ("words", "lacks"),
    [("Muy bien", True), ("很好", True), ("Esperó la respuesta", False), ("他等客户说完", False)],
)
def test_without_word_lists_only_the_shortest_praise_is_found(words: str, lacks: bool) -> None:
    assert lacks_example(read(words), None) is lacks
