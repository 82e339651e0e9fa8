from __future__ import annotations

from uuid import UUID

from hypothesis import given

from scoring.entry import (
    Ended,
    Entry,
    Floor,
    FloorCorrected,
    FloorRemembered,
    Gap,
    GapReason,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Moment,
    Paused,
    Resumed,
    Started,
    SteppedIn,
    Undone,
    WordsHeard,
)
from scoring.fold import fold
from scoring.rubric import default_rubric
from scoring.state import CallState
from scoring.teeup import StepInReason
from tests.builders import Log, a_running_log
from tests.scoring.strategies import nonsense_logs
from ui.call_entries import FOLDED, LISTED, EntryWords, Shown, listed, marked_skills, struck

RUBRIC = default_rubric()
ASKS, CALM = "asks-before-answering", "stays-calm"


def _read(state: CallState, shown: Shown | None = None) -> list[str]:
    """:returns: the lines of the list, each as one text."""
    words = EntryWords(state, RUBRIC, "Priya")
    said = [words.line_of(item).said for item in listed(state, shown or Shown())]
    return [" ".join(filter(None, (one.time, one.sign, one.words, one.note))) for one in said]


def _whole(state: CallState, entry: UUID) -> str:
    return EntryWords(state, RUBRIC, "Priya").whole(state.standing[entry])


def test_what_was_logged_reads_in_order_of_time() -> None:
    log = a_running_log()
    log.at("00:30", Introduced(how=Introduction.AS_BOSS))
    log.missed("18:42", ASKS, "Discount first")
    log.seen("04:10", ASKS)
    log.at("05:00", WordsHeard(text="Send us the numbers"))
    log.at("06:00", Moment())
    log.ended("20:00")
    assert _read(log.state) == [
        "00:00 The call began",
        "00:30 Introduction: As “my boss”",
        "04:10 + Asks before answering",
        "05:00 “Send us the numbers”",
        "06:00 A moment I marked",
        "18:42 – Asks before answering: Discount first",
        "20:00 The call was over",
    ]


def test_stepping_in_says_how_long_why_and_whether_the_floor_went_back() -> None:
    log = a_running_log()
    log.at("04:00", SteppedIn(reason=StepInReason.ASKED))
    log.at("04:40", HandedBack())
    assert "04:00 I stepped in: 40 s, was asked to, handed back" in _read(log.state)
    assert not any("Handed back" in line for line in _read(log.state)), "it is in the line already"


def test_pauses_and_gaps_say_how_long_they_were() -> None:
    log = a_running_log()
    log.at("05:00", Paused())
    log.at("08:00", Resumed())
    log.at("15:00", Gap(length_ms=120_000, reason=GapReason.ASLEEP))
    log.at("16:00", Gap(length_ms=3_600_000, reason=GapReason.CLOCK_CHANGED))
    assert _read(log.state)[1:] == [
        "05:00 The call was interrupted: 3 min",
        "08:00 The call went on",
        "15:00 Nothing could be logged for a while: 2 minutes",
        "16:00 The clock of the computer was set",
    ]


def test_who_had_the_floor_is_folded_away_until_asked_for() -> None:
    log = a_running_log()
    log.floor("01:00", Floor.REP)
    log.floor("02:00", Floor.NOBODY)
    log.at("03:00", FloorCorrected(who=Floor.CUSTOMER, from_ms=70_000, until_ms=80_000))
    assert _read(log.state) == ["00:00 The call began"]
    assert _read(log.state, Shown(floor=True))[1:] == [
        "01:00 Priya",
        "02:00 Nobody",
        "03:00 Customer from 01:10 to 01:20",
    ]


def test_one_skill_shows_its_marks_alone() -> None:
    log = a_running_log()
    log.seen("01:00", ASKS)
    log.seen("02:00", CALM)
    log.floor("03:00", Floor.REP)
    assert _read(log.state, Shown(skill=CALM, floor=True)) == ["02:00 + Stays calm"]


def test_from_memory_an_entry_says_how_long_after_the_call_and_stands_behind_what_was_logged() -> None:
    log = a_running_log()
    log.ended("10:00")
    log.at_ms(600_000, FloorRemembered(mostly=Floor.REP), recalled=True)
    late = log.at("22:00", Marked(skill=ASKS, seen=True, words="Asked back"), recalled=True)
    log.amended("23:00", late, Marked(skill=ASKS, seen=False, words="Asked back"), "10:00")
    assert _read(log.state)[2:] == [
        "Mostly Priya recalled straight after the call",
        "– Asks before answering: Asked back recalled 12 minutes after the call; corrected",
    ]


def test_a_corrected_entry_says_so_and_what_it_was_first() -> None:
    log = a_running_log()
    mark = log.seen("04:10", ASKS)
    log.amended("05:00", mark, Marked(skill=CALM, seen=False), "04:00")
    assert _read(log.state)[1] == "04:00 – Stays calm corrected"
    assert _whole(log.state, mark.id).splitlines() == [
        "04:00 · Missed: Stays calm · corrected",
        "Logged first as: 04:10 + Asks before answering",
    ]


def test_only_what_has_words_or_was_another_entry_can_be_seen_whole() -> None:
    log = a_running_log()
    plain, spoken = log.seen("04:10", ASKS), log.missed("05:00", ASKS, "Discount first")
    assert _whole(log.state, plain.id) == ""
    assert _whole(log.state, spoken.id) == "05:00 · Missed: Asks before answering: Discount first"


def test_what_was_only_added_to_is_no_correction() -> None:
    log = a_running_log()
    step = log.at("04:00", SteppedIn())
    log.amended("04:05", step, SteppedIn(reason=StepInReason.ASKED))
    mark = log.seen("05:00", ASKS)
    log.amended("05:05", mark, Marked(skill=ASKS, seen=True, words="Who else decides?"))
    assert not any("corrected" in line for line in _read(log.state))
    log.amended("05:10", mark, Marked(skill=ASKS, seen=False, words="Who else decides?"))
    assert _read(log.state)[-1].endswith("corrected")


def test_what_was_struck_or_taken_back_is_listed_only_when_asked_for() -> None:
    log = a_running_log()
    wrong, late = log.seen("01:00", ASKS), log.seen("02:00", CALM)
    log.amended("03:00", wrong, None)
    log.at("03:10", Undone(target=late.id))
    assert _read(log.state) == ["00:00 The call began"]
    assert _read(log.state, Shown(struck=True))[1:] == [
        "01:00 + Asks before answering struck",
        "02:00 + Stays calm struck",
    ]
    assert _read(log.state, Shown(struck=True, skill=CALM)) == ["02:00 + Stays calm struck"]
    assert len(struck(log.state)) == 2


def test_a_step_in_that_was_struck_or_never_opened_reads_without_a_length() -> None:
    log = a_running_log()
    log.at("04:00", SteppedIn())
    log.at("04:10", SteppedIn(words="Price"))
    assert _read(log.state)[2] == "04:10 I stepped in: Price"
    wrong = log.at("09:00", SteppedIn())
    log.amended("09:30", wrong, None)
    assert _read(log.state, Shown(struck=True))[-1] == "09:00 I stepped in struck"


def test_a_floor_change_is_told_apart_by_its_party() -> None:
    log = a_running_log()
    tap, mark = log.floor("01:00", Floor.CUSTOMER), log.seen("02:00", ASKS)
    words = EntryWords(log.state, RUBRIC, "Priya")
    assert words.line_of(log.state.standing[tap.id]).party == "customer"
    assert words.line_of(log.state.standing[mark.id]).party is None


def test_skills_are_offered_in_the_order_of_the_rubric_as_far_as_they_were_marked() -> None:
    log = a_running_log()
    for skill in ("gone-since", CALM, ASKS, CALM):
        log.seen("01:00", skill)
    assert marked_skills(log.state, RUBRIC) == [
        (ASKS, "Asks before answering"),
        (CALM, "Stays calm"),
        ("gone-since", "gone-since"),
    ]


def test_nothing_of_my_view_or_the_debrief_is_ever_listed() -> None:
    log = Log()
    log.planned()
    kinds = {type(item.what) for item in listed(log.state, Shown(floor=True, struck=True))}
    assert kinds == set()
    log.started()
    log.ended("10:00")
    kinds = {type(item.what) for item in listed(log.state, Shown(floor=True, struck=True))}
    assert kinds == {Started, Ended}


@given(nonsense_logs())
def test_whatever_was_logged_is_listed_once_and_can_be_read(entries: list[Entry]) -> None:
    state = fold(entries)
    words = EntryWords(state, RUBRIC, "Priya")
    everything = listed(state, Shown(floor=True, struck=True))
    logged = {entry.id for entry in entries if isinstance(entry.what, (*LISTED, *FOLDED))}
    assert sorted(item.entry.id for item in everything) == sorted(logged)
    for item in everything:
        line = words.line_of(item)
        assert line.is_struck == (item.entry.id not in state.standing)
        assert line.said.words
        assert line.said.note or not (line.is_struck or item.entry.recalled)
        words.whole(item)
    standing = listed(state, Shown(floor=True))
    assert standing == [item for item in everything if item.entry.id in state.standing]
    marks = [item for skill, _ in marked_skills(state, RUBRIC) for item in listed(state, Shown(skill=skill))]
    assert sorted(marks) == [item for item in standing if isinstance(item.what, Marked)]
