"""What the page says of the commitments the rep came with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from exports.closing_words import MOST_TIMES, seen_words, since_last_time
from scoring.debrief import Closing, Debrief, Kept
from scoring.entry import Marked, WordsHeard
from scoring.handing_over import Before
from tests.builders import Log, a_running_log, an_id

ASK, WAIT = "I ask what it costs first.", "I wait for the answer"
BEFORE = Before(committed_on=date(2026, 11, 4), commitments=(ASK, WAIT))
TODAY = date(2026, 11, 23)


@pytest.fixture
def log() -> Log:
    return a_running_log()


def _closing(words: str, kept: Kept, *evidence: UUID) -> Closing:
    return Closing(agreed_in=UUID(int=1), number=0, words=words, kept=kept, evidence=evidence)


def _said(log: Log, *closings: Closing, before: Before = BEFORE) -> str:
    return since_last_time(before, Debrief(closings=closings), log.state, TODAY)


def test_each_is_said_with_how_it_was_kept_and_when_it_was_seen(log: Log) -> None:
    first, then, missed = log.seen("04:10"), log.seen("05:00"), log.missed("18:42")
    ask = _closing(ASK, Kept.PARTLY, missed.id, then.id, first.id)
    assert _said(log, ask, _closing(WAIT, Kept.NOT_YET)) == (
        f"4 November: “{ASK}” Partly kept: seen at 04:10, 05:00, missed at 18:42."
        f" “{WAIT}”. Not yet: without anything seen on this ride."
    )


def test_what_nobody_spoke_about_is_said_to_be_so(log: Log) -> None:
    assert _said(log) == f"4 November: “{ASK}” “{WAIT}”. Not talked about this time."
    half = _said(log, _closing(WAIT, Kept.KEPT))
    assert half == (
        f"4 November: “{WAIT}”. Kept: without anything seen on this ride. “{ASK}” Not talked about this time."
    )


@pytest.mark.parametrize("kept", Kept)
def test_older_records_say_it_of_all_at_once_as_they_did(log: Log, kept: Kept) -> None:
    word = {Kept.KEPT: "Kept", Kept.PARTLY: "Partly kept", Kept.NOT_YET: "Not yet"}[kept]
    said = since_last_time(BEFORE, Debrief(last_commitment=kept), log.state, TODAY)
    assert said == f"4 November: “{ASK}” “{WAIT}”. {word}."


def test_where_nothing_was_open_nothing_is_said(log: Log) -> None:
    assert _said(log, before=Before()) == ""


def test_what_was_closed_is_said_where_the_call_before_is_not_here_any_more(log: Log) -> None:
    assert _said(log, _closing(ASK, Kept.KEPT), before=Before()) == (
        f"“{ASK}” Kept: without anything seen on this ride."
    )


def test_what_was_put_into_other_words_since_is_told_by_those_it_was_closed_by(log: Log) -> None:
    before = replace(BEFORE, commitments=("I ask what it costs them", WAIT))
    assert _said(log, _closing(ASK, Kept.KEPT), before=before) == (
        f"4 November: “{ASK}” Kept: without anything seen on this ride. “{WAIT}”. Not talked about this time."
    )


def test_what_is_from_memory_says_so_and_has_no_time(log: Log) -> None:
    mark = Marked(skill="questions", seen=True)
    recalled = log.at("12:00", mark, recalled=True)
    assert seen_words(log.state, [recalled.id]) == "recalled after the call"
    heard = log.at("04:10", WordsHeard(text="It is steep"))
    assert seen_words(log.state, [recalled.id, heard.id]) == "seen at 04:10, also recalled after the call"


def test_what_was_struck_or_is_not_here_is_nothing_seen(log: Log) -> None:
    seen = log.seen("04:10")
    log.amended("05:00", seen, None)
    assert seen_words(log.state, [seen.id, an_id()]) == "without anything seen on this ride"


def test_many_times_are_counted(log: Log) -> None:
    marks = [log.seen(f"0{minute}:00") for minute in range(1, 8)]
    said = seen_words(log.state, [mark.id for mark in marks])
    assert said == "seen at 01:00, 02:00, 03:00, 04:00 and 3 more"
    assert MOST_TIMES == 4


def test_a_year_that_is_another_one_is_said(log: Log) -> None:
    before = replace(BEFORE, committed_on=date(2025, 11, 4), commitments=(ASK,))
    assert _said(log, _closing(ASK, Kept.KEPT), before=before).startswith("4 November 2025: ")
