"""What a debrief asks about the commitments the rep came with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from scoring.commitments import FollowedCommitment
from scoring.debrief import Closing, Commitment, Kept
from scoring.entry import Marked, Moment, SteppedIn, WordsHeard
from scoring.facts import facts_of
from scoring.rubric import default_rubric
from tests.builders import NINE, Log, a_call, a_debriefed_call, a_rep, a_running_log, an_id
from ui.closing import Ride, asked_closing
from ui.logged import MOST_LINES
from ui.widgets.closing_field import AskedClosing

TODAY = date(2026, 3, 24)
AGREED_IN = replace(
    facts_of(a_call(), a_debriefed_call(a_rep())[1].state),
    started_at=NINE,
    focus_skills=("asks-before-answering",),
)
ITEM = FollowedCommitment(agreed_in=AGREED_IN, number=0, commitment=Commitment(words="I ask first"))


@pytest.fixture
def log() -> Log:
    return a_running_log()


def _asked(*logs: Log, closing: Closing | None = None, item: FollowedCommitment = ITEM) -> AskedClosing:
    titles = ("Northgate", "Elm Street") if len(logs) > 1 else ("",)
    rides = [Ride(log.state, default_rubric(), title) for log, title in zip(logs, titles, strict=True)]
    return asked_closing(item, closing, rides, "Priya", TODAY)


def _lines(asked: AskedClosing) -> list[tuple[str, str, str]]:
    return [(item.line.time, item.line.sign, item.line.words) for item in asked.linkable]


def test_the_reps_words_are_asked_about_with_their_day(log: Log) -> None:
    assert _asked(log).question == "On 10 March Priya said: “I ask first”"
    year = replace(ITEM, agreed_in=replace(AGREED_IN, started_at=NINE - timedelta(days=365)))
    assert _asked(log, item=year).question == "On 10 March 2025 Priya said: “I ask first”"


def test_words_that_were_written_without_the_rep_are_not_said_to_be_theirs(log: Log) -> None:
    alone = replace(ITEM, agreed_in=replace(AGREED_IN, without_rep=True))
    assert _asked(log, item=alone).question == "Written down on 10 March: “I ask first”"


def test_what_the_rep_practised_comes_first_then_what_has_words_then_all_else(log: Log) -> None:
    log.at("01:00", WordsHeard(text="It is steep"))
    log.seen("02:00", "stays-calm", "Held the pause")
    log.seen("03:00", "stays-calm")
    log.missed("04:00", "asks-before-answering", "Discount first")
    log.seen("05:00", "asks-before-answering")
    log.at("06:00", Moment())
    log.at("07:00", SteppedIn())
    assert _lines(_asked(log)) == [
        ("04:00", "–", "Asks before answering: Discount first"),
        ("05:00", "+", "Asks before answering"),
        ("01:00", "", "“It is steep”"),
        ("02:00", "+", "Stays calm: Held the pause"),
        ("06:00", "", "A moment I marked"),
        ("03:00", "+", "Stays calm"),
    ]
    assert [item.is_likely for item in _asked(log).linkable] == [True, True, False, False, False, False]


def test_what_is_from_memory_says_so(log: Log) -> None:
    log.ended("12:00")
    log.at("12:00", Marked(skill="asks-before-answering", seen=True), recalled=True)
    (item,) = _asked(log).linkable
    assert (item.line.time, item.line.note) == ("", "(recalled straight after the call)")


def test_of_several_calls_each_line_names_its_own(log: Log) -> None:
    other = a_running_log()
    log.seen("02:00", "asks-before-answering")
    other.seen("01:00", "asks-before-answering")
    assert [item.line.note for item in _asked(log, other).linkable] == ["(Northgate)", "(Elm Street)"]


def test_what_was_struck_is_linked_no_longer(log: Log) -> None:
    seen, struck = (log.seen(time, "asks-before-answering") for time in ("01:00", "02:00"))
    log.amended("03:00", struck, None)
    closing = Closing(
        agreed_in=an_id(), number=0, words="", kept=Kept.KEPT, evidence=(seen.id, struck.id, UUID(int=9))
    )
    asked = _asked(log, closing=closing)
    assert (asked.kept, asked.linked) == (Kept.KEPT, frozenset({str(seen.id)}))


def test_of_hundreds_of_lines_no_more_are_offered_than_anybody_can_use(log: Log) -> None:
    for second in range(MOST_LINES + 5):
        log.at_ms(second * 1000, Marked(skill="asks-before-answering", seen=True))
    assert len(_asked(log).linkable) == MOST_LINES
