from __future__ import annotations

import pytest

from scoring.writeup.reading import lines, marked, read, sentences, words_of


@pytest.mark.parametrize(
    "text", ['She said "you are lazy".', "She said “you are lazy”.", "Sie: „you are lazy“."]
)
def test_what_stands_in_quotation_marks_was_said_by_somebody(text: str) -> None:
    assert "lazy" not in read(text).words
    assert read(text).names_a_fact


def test_an_apostrophe_opens_no_quotation() -> None:
    assert read("Don't stop, it's good").words == ("do", "not", "stop", "it", "is", "good")


@pytest.mark.parametrize(("text", "fact"), [("at 10:20", True), ("two days", False), ("", False)])
def test_a_figure_is_a_fact(text: str, fact: bool) -> None:
    assert read(text).names_a_fact is fact


def test_sentences_end_at_stops_semicolons_and_lines() -> None:
    assert sentences("I ask. I wait; then\nI write 4.200 down!") == [
        "I ask.",
        "I wait",
        "then",
        "I write 4.200 down!",
    ]


def test_lines_and_points_of_a_list_are_counted() -> None:
    assert lines("one\n\n two \n") == 2
    assert marked("- one\n- two\n* three") == 3
    assert marked("1. one 2. two 3) three") == 3
    assert marked("We meet at 3 and leave at 4.") == 0


def test_a_curly_apostrophe_reads_like_a_straight_one() -> None:
    assert words_of("You’re") == words_of("you're") == ("you", "are")
