"""Folding text to find it by, and what of a call can be found."""

from __future__ import annotations

import pytest

from scoring.acknowledgement import Statement
from scoring.entry import Moment, SelfViewed, Stated, Viewed, WordsHeard
from scoring.seeking import as_words, plain, words_of
from tests.builders import a_debriefed_call, a_rep, a_self_view, a_view, an_ended_log


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("TOMAS", "Tomás"), ("tomás", "Toma\u0301s"), ("strasse", "Straße"), ("αθηνα", "ΑΘΉΝΑ"), ("ﬁn", "Fin")],
)
def test_case_and_accents_make_no_difference(typed: str, meant: str) -> None:
    assert plain(typed) == plain(meant)


@pytest.mark.parametrize(("one", "other"), [("Sam", "Pam"), ("שרה", "שרית"), ("李", "王")])
def test_other_letters_stay_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize("text", ["価格が高い", "ราคาแพง"])
def test_where_no_blanks_stand_between_words_each_letter_is_one(text: str) -> None:
    assert as_words(text).split() == list(plain(text))


def test_what_was_written_and_heard_can_be_found() -> None:
    _, log = a_debriefed_call(a_rep())
    log.at("04:00", WordsHeard(text="Too Dear"))
    log.at("05:00", Moment(words="Preis"))
    log.at("40:00", Stated(statement=Statement(text="I see it otherwise")))
    found = words_of(log.state).splitlines()
    for words in (
        "agree on a trial",
        "what happens if you change nothing?",
        "too dear",
        "preis",
        "i let them talk",
        "sealed strength",
        "i ask for the date before i stand up",
        "handling price",
        "i see it otherwise",
    ):
        assert words in found


def test_the_managers_view_is_not_found_before_it_is_open() -> None:
    log = an_ended_log()
    log.at("15:00", Viewed(view=a_view()))
    assert "sealed" not in words_of(log.state)
    log.at("22:00", SelfViewed(self_view=a_self_view()))
    assert "sealed outcome" in words_of(log.state)


def test_what_was_struck_is_not_found() -> None:
    log = an_ended_log()
    heard = log.at("04:00", WordsHeard(text="too dear"))
    log.amended("12:00", heard, None)
    assert "too dear" not in words_of(log.state)
