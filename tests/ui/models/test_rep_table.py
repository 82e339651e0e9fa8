from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scoring.debrief import Commitment, Kept
from scoring.facts import CallFacts, facts_of
from scoring.state import LOGGED_PHASES, Phase
from tests.builders import NINE, a_debriefed_call, a_rep
from ui.models.rep_table import (
    CALLS,
    COMMITMENT,
    LAST_CALL,
    LATE_AFTER_DAYS,
    REP,
    WORKING_ON,
    RepTable,
    rep_row,
)
from ui.models.word_table import Words
from ui.widgets.calm_table import TONE_ROLE, Tone

PRIYA = a_rep("Priya Nair")
TODAY = NINE.date()


@pytest.fixture
def table(qtbot: QtBot) -> RepTable:
    return RepTable()


def _call(days_ago: int = 0, phase: Phase = Phase.CLOSED, **details: object) -> CallFacts:
    """:returns: a debriefed call; ``details`` are fields of ``CallFacts``."""
    call, log = a_debriefed_call(PRIYA)
    facts = facts_of(call, log.state)
    plain = {"commitments": (), "last_commitment": None, "started_at": NINE - timedelta(days=days_ago)}
    return replace(facts, phase=phase, **{**plain, **details})  # pyright: ignore[reportArgumentType]  by name


def _skill(call: CallFacts) -> str:
    return call.focus_skills[0] if call.focus_skills else ""


def _cell(column: int, *calls: CallFacts) -> Words:
    return rep_row(PRIYA, calls, NINE, _skill).cells[column]


def _agreed(check_on: date | None) -> tuple[Commitment, ...]:
    return (Commitment(words="Ask for the date", check_on=check_on),)


# When they were last seen


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [
        (0, "Today", None),
        (1, "Yesterday", None),
        (LATE_AFTER_DAYS, "45 days ago", None),
        (LATE_AFTER_DAYS + 1, "46 days ago", Tone.LATE),
    ],
)
def test_who_has_not_been_seen_for_long_stands_out(days: int, words: str, tone: Tone | None) -> None:
    assert _cell(LAST_CALL, _call(days)) == Words(words, tone)


def test_who_was_never_seen_stands_out() -> None:
    assert _cell(LAST_CALL) == Words("Never", Tone.LATE)
    assert _cell(CALLS) == Words("0")


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase not in LOGGED_PHASES])
def test_a_call_that_is_not_over_or_did_not_take_place_is_none_together(phase: Phase) -> None:
    call = _call(phase=phase)
    assert _cell(CALLS, call, _call(9)) == Words("1")
    assert _cell(LAST_CALL, call, _call(9)) == Words("9 days ago")


def test_a_call_counts_from_its_end_on_before_anybody_has_debriefed() -> None:
    assert _cell(CALLS, *(_call(phase=phase) for phase in LOGGED_PHASES)) == Words("4")


# What they work on


def test_the_skill_watched_for_last_is_what_they_work_on() -> None:
    calls = (
        _call(focus_skills=()),
        _call(9, focus_skills=("Uses their words",)),
        _call(20, focus_skills=("Money",)),
    )
    assert _cell(WORKING_ON, *calls) == Words("Uses their words")


def test_without_one_it_says_so_quietly() -> None:
    assert _cell(WORKING_ON, _call(focus_skills=())) == Words("Not set", Tone.MUTED)


# What they are to do


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (23, Words("Due 2 Apr")),
        (0, Words("Due 10 Mar")),
        (-1, Words("Not checked since 9 Mar", Tone.LATE)),
        (300, Words("Due 4 Jan 2027")),
    ],
)
def test_a_commitment_is_due_on_its_day_and_late_after_it(days: int, expected: Words) -> None:
    assert _cell(COMMITMENT, _call(commitments=_agreed(TODAY + timedelta(days=days)))) == expected


def test_a_commitment_without_a_day_is_open() -> None:
    assert _cell(COMMITMENT, _call(commitments=_agreed(None))) == Words("Open")


def test_a_new_commitment_takes_the_place_of_the_one_that_was_kept() -> None:
    assert _cell(COMMITMENT, _call(commitments=_agreed(None), last_commitment=Kept.KEPT)) == Words("Open")


@pytest.mark.parametrize(
    ("kept", "words"), [(Kept.KEPT, "Kept"), (Kept.PARTLY, "Partly kept"), (Kept.NOT_YET, "Not yet")]
)
def test_without_a_new_one_it_says_what_became_of_the_last(kept: Kept, words: str) -> None:
    calls = (_call(), _call(9, last_commitment=kept), _call(20, commitments=_agreed(TODAY)))
    assert _cell(COMMITMENT, *calls) == Words(words)


def test_who_has_promised_nothing_has_nothing_to_do() -> None:
    assert _cell(COMMITMENT, _call()) == Words("")


# As a table


def test_a_row_says_it_all_and_leads_to_its_rep(table: RepTable) -> None:
    tomas = a_rep("Tomás Herrera")
    calls = [_call(focus_skills=("Money",), last_commitment=Kept.KEPT)]
    table.show_rows([rep_row(tomas, [], NINE, _skill), rep_row(PRIYA, calls, NINE, _skill)])
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        said = [table.index(1, column).data(role) for column in range(table.columnCount())]
        assert said == ["Priya Nair", "Today", "1", "Money", "Kept"]
    assert (table.rep_at(0), table.rep_at(1)) == (tomas, PRIYA)


def test_the_name_stands_out_and_what_is_late_is_told_apart(table: RepTable) -> None:
    table.show_rows([rep_row(PRIYA, [_call(61)], NINE, _skill)])
    assert table.index(0, REP).data(TONE_ROLE) is Tone.STRONG
    assert table.index(0, LAST_CALL).data(TONE_ROLE) is Tone.LATE
    assert table.index(0, CALLS).data(TONE_ROLE) is None


def test_every_column_says_what_it_holds(table: RepTable) -> None:
    headings = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(table.columnCount())]
    assert headings == ["Rep", "Last joint call", "Calls together", "Working on", "Commitment"]


def test_views_can_rely_on_it(table: RepTable) -> None:
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_rows([rep_row(PRIYA, [_call()], NINE, _skill), rep_row(a_rep("Sam"), [], NINE, _skill)])
    table.show_rows([])
    assert tester.model() is table
