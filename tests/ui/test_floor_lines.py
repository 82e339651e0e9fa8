from __future__ import annotations

import pytest

from scoring.entry import Floor, FloorRemembered, HandedBack, SteppedIn
from scoring.floor import step_ins
from scoring.teeup import StepInReason
from tests.builders import a_running_log
from ui.floor_lines import step_line, words_without_shares
from ui.widgets.evidence_list import EvidenceLine


def test_stepping_in_is_told_with_its_length_why_and_whether_the_floor_went_back() -> None:
    log = a_running_log()
    log.at("04:00", SteppedIn(reason=StepInReason.ASKED))
    log.at("04:40", HandedBack())
    log.at("09:00", SteppedIn(words="The price was wrong"))
    log.ended("10:00")
    assert [step_line(step) for step in step_ins(log.state)] == [
        EvidenceLine("04:00", "", "40 s, was asked to, handed back"),
        EvidenceLine("09:00", "", "1 min, The price was wrong, not handed back"),
    ]


def test_from_memory_it_has_neither_time_nor_length() -> None:
    log = a_running_log()
    log.ended("10:00")
    log.at("10:00", SteppedIn(handed_back=True), recalled=True)
    [step] = step_ins(log.state)
    assert step_line(step) == EvidenceLine("", "", "no reason was given, handed back", "(recalled)")


@pytest.mark.parametrize(
    ("mostly", "words"),
    [(Floor.REP, "Mostly Priya, from memory."), (None, "About even, from memory.")],
)
def test_what_is_remembered_of_the_floor_is_said_in_words(mostly: Floor | None, words: str) -> None:
    log = a_running_log()
    log.ended("10:00")
    log.at("10:00", FloorRemembered(mostly=mostly), recalled=True)
    assert words_without_shares(log.state, "Priya") == words


def test_a_floor_that_nobody_tapped_and_one_that_nobody_had_are_told_apart() -> None:
    log = a_running_log()
    assert words_without_shares(log.state, "Priya") == "Who had the floor was not tapped."
    log.floor("01:00", Floor.NOBODY)
    log.ended("10:00")
    assert words_without_shares(log.state, "Priya") == "Nobody had the floor, as it was tapped."
