from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from exports.overview import RepLine
from scoring.cadence import Seen, Standing
from scoring.debrief import Kept
from scoring.in_short import RepInShort
from tests.builders import NINE, a_rep
from ui.models.rep_table import (
    CALLS,
    COMMITMENT,
    LAST_CALL,
    LEVELS,
    REP,
    WORKING_ON,
    RepTable,
    rep_row,
)
from ui.models.word_table import Words
from ui.widgets.calm_table import TONE_ROLE, Tone

PRIYA = a_rep("Priya Nair")
TODAY = NINE.date()
FINE = Standing(seen=Seen.FINE, due=date(2026, 6, 10))


@pytest.fixture
def table(qtbot: QtBot) -> RepTable:
    return RepTable()


def _line(days_ago: int = 0, standing: Standing = FINE, **known: object) -> RepLine:
    """:param known: fields of ``RepInShort``."""
    last = TODAY - timedelta(days=days_ago)
    plain: dict[str, object] = {"calls": 5, "first_on": date(2026, 1, 1), "last_on": last, "skill": "money"}
    short = RepInShort(**{**plain, **known})  # pyright: ignore[reportArgumentType]  by name
    return RepLine(rep=PRIYA, short=short, standing=standing, skill_name="Money")


def _cell(column: int, line: RepLine) -> Words:
    return rep_row(line, TODAY).cells[column]


def _never(seen: Seen = Seen.NEVER) -> RepLine:
    return RepLine(rep=PRIYA, short=None, standing=Standing(seen=seen))


# When they were last seen


@pytest.mark.parametrize(
    ("days", "seen", "due", "expected"),
    [
        (0, Seen.FINE, date(2026, 6, 10), Words("Today")),
        (1, Seen.FINE, date(2026, 6, 9), Words("Yesterday")),
        (80, Seen.DUE, date(2026, 3, 23), Words("80 days ago, due 23 Mar")),
        (90, Seen.DUE, TODAY, Words("90 days ago, due today")),
        (91, Seen.LATE, date(2026, 3, 9), Words("91 days ago", Tone.LATE, "91 days ago, late since 9 Mar")),
        (500, Seen.NONE, None, Words("500 days ago")),
    ],
)
def test_who_is_due_is_said_in_words_and_who_is_late_stands_out(
    days: int, seen: Seen, due: date | None, expected: Words
) -> None:
    assert _cell(LAST_CALL, _line(days, Standing(seen=seen, due=due))) == expected


def test_who_was_never_seen_stands_out() -> None:
    assert _cell(LAST_CALL, _never()) == Words("Never", Tone.LATE)
    assert _cell(CALLS, _never()) == Words("0")


def test_who_is_not_to_be_seen_does_not_stand_out() -> None:
    assert _cell(LAST_CALL, _never(Seen.NONE)) == Words("Never")


# What they work on, and what they are to do


def test_what_they_work_on_is_named_and_quietly_said_where_there_is_nothing() -> None:
    assert _cell(WORKING_ON, _line()) == Words("Money")
    assert _cell(WORKING_ON, _never()) == Words("Not set", Tone.MUTED)


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
    assert _cell(COMMITMENT, _line(is_open=True, check_on=TODAY + timedelta(days=days))) == expected


def test_a_commitment_without_a_day_is_open() -> None:
    assert _cell(COMMITMENT, _line(is_open=True)) == Words("Open")


@pytest.mark.parametrize(
    ("kept", "words"), [(Kept.KEPT, "Kept"), (Kept.PARTLY, "Partly kept"), (Kept.NOT_YET, "Not yet")]
)
def test_without_a_new_one_it_says_what_became_of_the_last(kept: Kept, words: str) -> None:
    assert _cell(COMMITMENT, _line(kept=kept)) == Words(words)


def test_who_has_promised_nothing_has_nothing_to_do() -> None:
    assert _cell(COMMITMENT, _line()) == _cell(COMMITMENT, _never()) == Words("")


# How it goes


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((1, 1, 2, 2, 2), Words("1 1 2 2 2")),
        ((2, 2, 3, 3), Words("2 2 3 3")),
        ((2, 2, 3), Words("2 2 3, too few to tell", Tone.MUTED)),
        ((2,), Words("Level 2, too few to tell", Tone.MUTED)),
        ((), Words("Not rated yet", Tone.MUTED)),
    ],
)
def test_levels_are_told_and_where_they_are_too_few_that_is(levels: tuple[int, ...], expected: Words) -> None:
    assert _cell(LEVELS, _line(levels=levels)) == expected


def test_where_there_is_nothing_to_rate_yet_it_says_why() -> None:
    assert _cell(LEVELS, _never()) == Words("Not seen yet", Tone.MUTED)
    assert _cell(LEVELS, _line(skill="")).text == ""


# As a table


def test_a_row_says_it_all_and_leads_to_its_rep(table: RepTable) -> None:
    tomas = replace(_never(), rep=a_rep("Tomás Herrera"))
    table.show_reps([rep_row(line, TODAY) for line in (tomas, _line(kept=Kept.KEPT, levels=(2, 2, 3, 3)))])
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        said = [table.index(1, column).data(role) for column in range(table.columnCount())]
        assert said == ["Priya Nair", "Today", "5", "Money", "Kept", "2 2 3 3"]
    assert (table.rep_at(0), table.rep_at(1)) == (tomas.rep, PRIYA)


def test_the_name_stands_out_and_what_is_late_is_told_apart_and_said(table: RepTable) -> None:
    late = Standing(seen=Seen.LATE, due=date(2026, 3, 1))
    table.show_reps([rep_row(_line(61, late), TODAY)])
    assert table.index(0, REP).data(TONE_ROLE) is Tone.STRONG
    assert table.index(0, LAST_CALL).data(TONE_ROLE) is Tone.LATE
    spoken = table.index(0, LAST_CALL).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "61 days ago, late since 1 Mar"
    assert table.index(0, CALLS).data(TONE_ROLE) is None


def test_every_column_says_what_it_holds(table: RepTable) -> None:
    headings = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(table.columnCount())]
    assert headings == [
        "Rep",
        "Last joint call",
        "Calls together",
        "Working on",
        "Commitment",
        "Focus skill, last calls",
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", ["Priya Nair", "Tomás Herrera"]),
        ("tomas", ["Tomás Herrera"]),
        ("NAIR pri", ["Priya Nair"]),
        ("nobody", []),
    ],
)
def test_it_is_narrowed_down_to_those_with_such_a_name(table: RepTable, words: str, names: list[str]) -> None:
    rows = [rep_row(line, TODAY) for line in (_line(), replace(_never(), rep=a_rep("Tomás Herrera")))]
    table.show_reps(rows)
    table.narrow(words)
    assert [table.rep_at(row).name for row in range(table.rowCount())] == names
    table.show_reps(rows, words)
    assert table.rowCount() == len(names)


def test_views_can_rely_on_it(table: RepTable) -> None:
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_reps([rep_row(_line(), TODAY), rep_row(_never(), TODAY)])
    table.narrow("pri")
    table.show_reps([])
    assert tester.model() is table
