from __future__ import annotations

import pytest

from scoring.writeup.changes import holds_many, lacks_how, lacks_what, lacks_where
from scoring.writeup.reading import read
from scoring.writeup.wordlists import lists_for

ENGLISH = lists_for("en")


@pytest.mark.parametrize("words", ["Be more confident", "Work on my product knowledge", "Better attitude"])
def test_a_wish_names_nothing_one_could_be_seen_doing(words: str) -> None:
    assert lacks_what(read(words), ENGLISH)


@pytest.mark.parametrize("words", ["Listen better", "Ask more questions", "Pause"])
def test_an_act_and_a_degree_do_not_say_how(words: str) -> None:
    assert lacks_how(read(words), ENGLISH)
    assert not lacks_what(read(words), ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Stop talking after the yes",
        "Ask “what is missing?” first",
        "Do the demo last",
        "Erst fragen, dann zeigen",
    ],
)
def test_what_can_be_seen_is_enough(words: str) -> None:
    assert not lacks_what(read(words), ENGLISH)
    assert not lacks_how(read(words), ENGLISH)


@pytest.mark.parametrize("words", ["I ask first", "Write it down and read it back to her"])
def test_where_is_missing_until_it_is_said_somewhere(words: str) -> None:
    assert lacks_where(read(words), "", ENGLISH)
    assert not lacks_where(read(words), "Elm Street", ENGLISH)
    for place in ("on Tuesday", "with Ms. Lund", "at 10:30", "on the next visit"):
        assert not lacks_where(read(f"{words} {place}"), "", ENGLISH)


def test_where_is_not_asked_of_words_in_another_language() -> None:
    assert not lacks_where(read("vor dem preis frage ich nach den kosten"), "", ENGLISH)
    assert not lacks_where(read("I ask first"), "", None)


@pytest.mark.parametrize("language", ["en", "xx"])
@pytest.mark.parametrize("words", ["- eins\n- zwei\n- drei", "1. eins 2. zwei 3. drei", "eins\nzwei\ndrei"])
def test_more_than_two_lines_or_points_are_counted_in_any_language(words: str, language: str) -> None:
    assert holds_many(read(words), lists_for(language))


@pytest.mark.parametrize(
    "words",
    [
        "I'll ring ahead. I'll bring the sheet. I'll ask who signs.",
        "Ask first, stop after the yes, send the agenda, name the day and say the figure",
    ],
)
def test_acts_one_after_the_other_are_many(words: str) -> None:
    assert holds_many(read(words), ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        "Before the price I ask what it costs. Then I wait.",
        "Ask, pause, summarise. That order.",
        "Say the agenda, and ask if it suits\nThen wait",
    ],
)
def test_the_steps_of_one_thing_are_one(words: str) -> None:
    assert not holds_many(read(words), ENGLISH)
