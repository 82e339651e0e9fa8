from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.writeup.person import is_about_person, names_person
from scoring.writeup.reading import read
from scoring.writeup.wordlists import lists_for

ENGLISH = lists_for("en")


def _about(words: str) -> bool:
    return is_about_person(read(words), ENGLISH, ("priya", "nair"))


@pytest.mark.parametrize(
    "words",
    [
        "You are lazy",
        "you’re just not a people person",
        "She is a natural.",
        "Bad attitude",
        "You never listen",
        "Priya always interrupts",
        "Careless",
    ],
)
def test_who_somebody_is_is_found(words: str) -> None:
    assert _about(words)


@pytest.mark.parametrize(
    "words",
    [
        "Never asked for a date",
        "You never asked who signs",
        "She held a natural pause",
        "“You are all lazy”, he said, and you let it pass",
        "Her always-open door",
        "You are on page two and he is on page one",
        "",
    ],
)
def test_what_was_done_is_left_alone(words: str) -> None:
    assert not _about(words)


def test_somebody_elses_habits_are_not_the_reps() -> None:
    assert _about("Priya never prepares")
    assert not is_about_person(read("Anna never prepares"), ENGLISH, ("priya",))


@pytest.mark.parametrize("words", ["Less pushy", "Careless"])
def test_a_bare_word_may_be_said_of_oneself(words: str) -> None:
    assert not names_person(read(words), ENGLISH)


@given(st.sampled_from(["You are lazy", "Bad attitude", "You never listen"]))
def test_what_the_customer_said_is_never_about_the_rep(words: str) -> None:
    assert not _about(f"He said “{words}”")


def test_nothing_is_found_in_a_language_without_lists() -> None:
    assert not is_about_person(read("You are lazy"), None)
