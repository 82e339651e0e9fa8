"""Times, dates and choices in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from exports.wording import (
    apart,
    band_note,
    bracketed,
    call_type_words,
    chooser_words,
    clock_text,
    date_text,
    delay_text,
    duration_text,
    floor_remembered_words,
    introduction_words,
    kept_word,
    moment_text,
    month_name,
    near_date_text,
    nerves_word,
    one_line,
    ordinal,
    outcome_word,
    phase_word,
    printable,
    quoted,
    recalled_text,
    sentence,
    step_in_reason_words,
    step_in_rule_words,
    stretch_text,
    time_text,
)
from scoring.call_type import CallType
from scoring.debrief import Kept, Nerves, Outcome
from scoring.entry import Floor, Introduction
from scoring.floor import Band
from scoring.state import Phase
from scoring.teeup import Chooser, StepInReason, Way


@pytest.mark.parametrize(
    ("ms", "text"),
    [(0, "00:00"), (250_999, "04:10"), (3_599_999, "59:59"), (3_600_000, "1:00:00"), (3_850_000, "1:04:10")],
)
def test_an_offset_reads_as_a_clock(ms: int, text: str) -> None:
    assert clock_text(ms) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (1, "1 second"),
        (59.9, "59 seconds"),
        (60, "1 minute"),
        (12 * 60 + 59, "12 minutes"),
        (3600, "1 hour"),
        (3600 + 4 * 60, "1 hour 4 minutes"),
        (26 * 3600, "1 day"),
        (50 * 3600, "2 days"),
    ],
)
def test_a_length_reads_as_a_person_says_it(seconds: float, text: str) -> None:
    assert duration_text(round(seconds * 1000)) == text


def test_a_delay_counts_from_the_call() -> None:
    assert delay_text(12 * 60_000) == "12 minutes after the call"
    assert delay_text(0) == "straight after the call"


def test_what_is_recalled_says_how_long_after_the_call() -> None:
    ended = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)
    assert recalled_text(ended + timedelta(minutes=25), ended) == "recalled 25 minutes after the call"
    assert recalled_text(ended + timedelta(seconds=9), ended) == "recalled straight after the call"
    assert recalled_text(ended - timedelta(minutes=1), ended) == "recalled", "the call went on after it"
    assert recalled_text(ended, None) == "recalled"


def test_a_call_without_a_device_says_that_writing_it_down_is_next() -> None:
    assert phase_word(Phase.RUNNING, Way.NO_DEVICE) == "Running, write it down next"
    assert phase_word(Phase.RUNNING, Way.DISCREET) == "Running"
    assert phase_word(Phase.ENDED, Way.NO_DEVICE) == phase_word(Phase.ENDED)


def test_dates_are_plain() -> None:
    day = date(2026, 11, 26)
    assert date_text(day) == "26 November 2026"
    assert near_date_text(day, date(2026, 1, 1)) == "26 November"
    assert near_date_text(day, date(2025, 12, 31)) == "26 November 2026"


def test_every_month_has_its_own_name() -> None:
    assert len({month_name(n) for n in range(1, 13)}) == 12


def test_a_time_is_that_of_the_place_it_was_logged_in() -> None:
    assert time_text(datetime(2026, 1, 1, 9, 5, tzinfo=timezone(timedelta(hours=-3)))) == "09:05"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (113, "113th"),
    ],
)
def test_visits_are_counted_in_words(number: int, text: str) -> None:
    assert ordinal(number) == text


def test_words_are_quoted_once() -> None:
    assert quoted("I'll ask first.") == "“I'll ask first.”"
    assert quoted("“I'll ask first.”") == "“I'll ask first.”"
    assert quoted('"') == '“"”'


def test_a_note_does_not_run_into_the_words_before_it() -> None:
    assert bracketed("recalled") == "(recalled)"
    assert bracketed("") == "", "no empty brackets"


def test_who_chose_a_call_is_said_as_an_answer() -> None:
    assert [chooser_words(who, "Priya") for who in Chooser] == ["Priya did", "I did", "Both of us"]


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (outcome_word, Outcome),
        (nerves_word, Nerves),
        (kept_word, Kept),
        (step_in_reason_words, StepInReason),
        (introduction_words, Introduction),
        (phase_word, Phase),
        (band_note, Band),
    ],
)
def test_every_choice_has_words_of_its_own(words: Callable[[object], str], choices: Iterable[object]) -> None:
    said = [words(choice) for choice in choices]
    assert all(said)
    assert len(set(said)) == len(said)


def test_who_leads_names_the_rep() -> None:
    assert [call_type_words(kind, "Priya") for kind in CallType] == [
        "Priya leads, I observe",
        "We sell together",
        "I show, Priya watches",
    ]
    assert step_in_rule_words(StepInReason.ASKED, "Priya") == "Priya asks me to"
    assert len({step_in_rule_words(reason, "Priya") for reason in StepInReason}) == len(StepInReason)


def test_a_moment_is_said_where_it_was() -> None:
    assert moment_text(datetime(2026, 11, 23, 9, 5, tzinfo=UTC)) == "23 November 2026, 09:05"


def test_one_line_keeps_a_terminal_sane() -> None:
    assert printable("a\tb\x1b  ") == "a b   "
    assert one_line("  a\r\nb\t\x1b[31mc \u202e d  ") == "a b [31mc d"


def test_a_name_that_runs_from_right_to_left_stands_apart_from_its_sentence() -> None:
    assert apart("شركة النور") == "\u2068شركة النور\u2069"
    assert apart("Northgate Dental") == "Northgate Dental"


@pytest.mark.parametrize(
    ("ms", "words"), [(0, "0 s"), (40_900, "40 s"), (180_000, "3 min"), (220_000, "3 min 40 s")]
)
def test_a_stretch_is_said_in_short(ms: int, words: str) -> None:
    assert stretch_text(ms) == words


def test_the_floor_is_remembered_in_words() -> None:
    said = [floor_remembered_words(who, "Priya") for who in (Floor.REP, Floor.CUSTOMER, Floor.ME, None)]
    assert said == ["Mostly Priya", "Mostly the customer", "Mostly me", "About even"]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("“Ask first”", "“Ask first”."),
        ("“Ask first.”", "“Ask first.”"),
        ("„Warum?“", "„Warum?“"),
        ("«Спросить!»", "«Спросить!»"),
        ("「先に聞く。」", "「先に聞く。」"),
        ("पहले पूछें।", "पहले पूछें।"),
        ("45%", "45%."),
        (" Wrong day. ", "Wrong day."),
        (" blanks ", "blanks."),
    ],
)
def test_a_sentence_ends_once(words: str, whole: str) -> None:
    assert sentence(words) == whole
