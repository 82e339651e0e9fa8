from __future__ import annotations

import pytest

from scoring.debrief import Observation
from scoring.entry import Introduced, Introduction, Marked, Moment, SteppedIn, WordsHeard
from scoring.rating import Basis
from scoring.rubric import default_rubric
from tests.builders import a_running_log
from ui.logged import (
    MOST_LINES,
    line_of,
    lines_of_observations,
    lines_of_skill,
    observation_of,
    pickable,
    rating_on_evidence,
)
from ui.widgets.evidence_list import EvidenceLine

RUBRIC = default_rubric()
ASKS = "asks-before-answering"


def test_marks_of_a_skill_come_with_time_sign_and_words() -> None:
    log = a_running_log()
    log.missed("18:42", ASKS, "Discount first")
    log.seen("04:10", ASKS)
    log.seen("05:00", "stays-calm")
    assert lines_of_skill(log.state, ASKS) == [
        EvidenceLine("04:10", "+", ""),
        EvidenceLine("18:42", "–", "Discount first"),
    ]


def test_a_mark_from_memory_says_so_and_has_no_time() -> None:
    log = a_running_log()
    log.at("30:00", Marked(skill=ASKS, seen=True, words="Asked back"), recalled=True)
    assert lines_of_skill(log.state, ASKS) == [EvidenceLine("", "+", "Asked back", "(recalled)")]


def test_a_mark_from_memory_says_how_long_after_the_call_it_was_written_down() -> None:
    log = a_running_log()
    log.ended("10:00")
    log.at("35:00", Marked(skill=ASKS, seen=True), recalled=True)
    assert [line.note for line in lines_of_skill(log.state, ASKS)] == ["(recalled 25 minutes after the call)"]


def test_a_struck_mark_is_no_evidence() -> None:
    log = a_running_log()
    mark = log.seen("04:10", ASKS)
    log.amended("05:00", mark, None)
    assert lines_of_skill(log.state, ASKS) == []
    assert rating_on_evidence(log.state, ASKS, 3).basis == Basis.JUDGEMENT


def test_more_marks_than_anyone_reads_are_counted() -> None:
    log = a_running_log()
    for second in range(MOST_LINES + 2):
        log.seen(f"00:{second}", ASKS)
    lines = lines_of_skill(log.state, ASKS)
    assert len(lines) == MOST_LINES + 1
    assert lines[-1].words == "2 more are in the record"


def test_a_level_stands_on_all_marks_and_no_chance_on_none() -> None:
    log = a_running_log()
    marks = (log.seen("01:00", ASKS).id, log.missed("02:00", ASKS).id)
    assert rating_on_evidence(log.state, ASKS, 2).evidence == marks
    assert rating_on_evidence(log.state, ASKS, None).evidence == ()


def test_strengths_are_picked_from_what_was_seen_and_gaps_from_what_was_missed_or_taken_over() -> None:
    log = a_running_log()
    log.at("00:10", Introduced(how=Introduction.AS_AGREED))
    moment, words = log.at("05:00", Moment()), log.at("06:00", WordsHeard(text="Too steep"))
    missed, seen, step = log.missed("03:00"), log.seen("02:00"), log.at("04:00", SteppedIn())
    assert [item.entry for item in pickable(log.state, seen=True)] == [seen, moment, words]
    assert [item.entry for item in pickable(log.state, seen=False)] == [missed, step, moment, words]


def test_an_entry_is_described_so_that_it_is_recognised() -> None:
    log = a_running_log()
    for time, what in (
        ("01:00", Marked(skill=ASKS, seen=True, words="So what?")),
        ("02:00", Marked(skill="gone", seen=True)),
        ("03:00", Moment()),
        ("04:00", WordsHeard(text="Too steep")),
        ("05:00", SteppedIn(words="prices")),
    ):
        log.at(time, what)
    described = [line_of(log.state, item, RUBRIC).words for item in sorted(log.state.standing.values())][2:]
    assert described == [
        "Asks before answering: So what?",
        "gone",
        "A moment I marked",
        "“Too steep”",
        "I stepped in: prices",
    ]


def test_a_picked_entry_becomes_an_observation_with_its_words_or_the_name_of_its_skill() -> None:
    log = a_running_log()
    log.seen("01:00", ASKS, "So what?")
    log.seen("02:00", ASKS)
    picked = [observation_of(item, RUBRIC) for item in pickable(log.state, seen=True)]
    assert [item.words for item in picked] == ["So what?", "Asks before answering"]
    assert [item.entry for item in picked] == [item.entry.id for item in pickable(log.state, seen=True)]


def test_observations_carry_the_time_of_what_they_point_at() -> None:
    log = a_running_log()
    mark = log.seen("04:10", ASKS, "So what?")
    observations = (
        Observation(words="Asked back", entry=mark.id),
        Observation(words=" ", entry=mark.id),
        Observation(words="Calm all along"),
    )
    assert lines_of_observations(log.state, observations) == [
        EvidenceLine("04:10", "", "Asked back"),
        EvidenceLine("04:10", "", "So what?"),
        EvidenceLine("", "", "Calm all along"),
    ]


@pytest.mark.parametrize(("seen", "words"), [(True, "{skill}"), (False, "Missed: {skill}")])
def test_an_observation_without_words_says_whether_it_was_seen_or_missed(seen: bool, words: str) -> None:
    log, rubric = a_running_log(), default_rubric()
    skill = rubric.skills[2]
    log.at("01:00", Marked(skill=skill.id, seen=seen))
    ((item, _),) = log.state.of(Marked)
    assert observation_of(item, rubric).words == words.format(skill=skill.name)
