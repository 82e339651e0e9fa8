from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scoring.facts import CallFacts, facts_of
from scoring.people import Rep
from scoring.state import Phase
from scoring.teeup import Way
from tests.builders import NINE, Log, a_call, a_debriefed_call, a_rep, a_tee_up
from ui.models.call_table import CHUNK, CallTable, Column, Which
from ui.widgets.calm_table import TONE_ROLE, Tone

PRIYA, TOMAS = a_rep("Priya Nair"), a_rep("Tomás Herrera")


def _planned(rep: Rep, customer: str, days: int = 0) -> CallFacts:
    call = a_call(rep)
    log = Log(call)
    log.planned(a_tee_up(customer=customer, planned_at=NINE + timedelta(days=days, hours=5)))
    return facts_of(call, log.state)


def _debriefed(rep: Rep) -> CallFacts:
    call, log = a_debriefed_call(rep)
    return facts_of(call, log.state)


@pytest.fixture
def table(qtbot: QtBot) -> CallTable:
    return CallTable()


def _show(table: CallTable, *calls: CallFacts) -> None:
    table.show(calls, {rep.id: rep for rep in (PRIYA, TOMAS)}, NINE)


def _row(table: CallTable, row: int) -> list[str]:
    return [table.index(row, column).data() for column in Column]


def _listed(table: CallTable) -> list[str]:
    return [table.call_at(row).customer for row in range(table.rowCount())]


def test_a_row_says_when_who_where_who_leads_and_what_is_next(table: CallTable) -> None:
    _show(table, _planned(PRIYA, "Northgate Dental"))
    today = ["Today 14:00", "Priya Nair", "Northgate Dental", "Priya leads, I observe", "Planned", "More"]
    assert _row(table, 0) == today


@pytest.mark.parametrize(
    ("days", "words"),
    [(-400, "3 Feb 2025"), (-5, "5 Mar"), (-1, "Yesterday"), (1, "Tomorrow"), (5, "15 Mar")],
)
def test_a_date_is_said_as_short_as_it_can_be(table: CallTable, days: int, words: str) -> None:
    _show(table, _planned(PRIYA, "Northgate Dental", days))
    assert _row(table, 0)[Column.DATE] == f"{words} 14:00"


def test_a_time_is_said_as_the_clock_said_it_there_and_then(table: CallTable) -> None:
    in_july = datetime(2026, 7, 1, 23, 30, tzinfo=timezone(timedelta(hours=2)))
    _show(table, replace(_debriefed(PRIYA), started_at=in_july))
    assert _row(table, 0)[Column.DATE] == "1 Jul 23:30"


def test_a_running_call_without_a_device_says_what_is_next(table: CallTable) -> None:
    running = replace(_planned(PRIYA, "Elm Street"), phase=Phase.RUNNING)
    _show(table, running, replace(running, way=Way.NO_DEVICE))
    states = [_row(table, row)[Column.STATE] for row in (0, 1)]
    assert states == ["Running", "Running, write it down next"]


def test_calls_keep_the_order_they_are_given_in(table: CallTable) -> None:
    _show(table, _planned(PRIYA, "B"), _planned(TOMAS, "C"), _planned(PRIYA, "A"))
    assert _listed(table) == ["B", "C", "A"]


@pytest.mark.parametrize("words", ["northgate", "NORTH", "tomas", "tomás", "dental herr", "  gate  "])
def test_a_call_is_found_by_parts_of_rep_and_customer(table: CallTable, words: str) -> None:
    _show(table, _planned(PRIYA, "Elm Street"), _planned(TOMAS, "Northgate Dental"))
    table.narrow(words, Which.ALL)
    assert _listed(table) == ["Northgate Dental"]


def test_words_of_different_calls_find_neither(table: CallTable) -> None:
    _show(table, _planned(PRIYA, "Elm Street"), _planned(TOMAS, "Northgate Dental"))
    table.narrow("priya dental", Which.ALL)
    assert (_listed(table), table.total, table.listed) == ([], 2, 0)


def test_open_and_done_share_out_all_calls(table: CallTable) -> None:
    _show(table, _planned(PRIYA, "Elm Street"), _debriefed(TOMAS))
    table.narrow("", Which.OPEN)
    open_calls = [table.call_at(row).phase for row in range(table.rowCount())]
    table.narrow("", Which.DONE)
    done_calls = [table.call_at(row).phase for row in range(table.rowCount())]
    assert (open_calls, done_calls) == ([Phase.PLANNED, Phase.DEBRIEFED], [])


def test_what_does_not_count_is_quiet(table: CallTable) -> None:
    call = _planned(PRIYA, "Elm Street")
    cancelled = replace(call, phase=Phase.CANCELLED)
    _show(table, call, cancelled)
    assert table.index(0, Column.REP).data(TONE_ROLE) is Tone.STRONG
    assert table.index(1, Column.REP).data(TONE_ROLE) is Tone.MUTED


def test_rows_come_a_few_screens_at_a_time(table: CallTable) -> None:
    _show(table, *(_planned(PRIYA, f"Customer {number}") for number in range(2 * CHUNK + 1)))
    counts = [table.rowCount()]
    while table.canFetchMore(QModelIndex()):
        table.fetchMore(QModelIndex())
        counts.append(table.rowCount())
    assert counts == [CHUNK, 2 * CHUNK, 2 * CHUNK + 1]


def test_a_changed_call_is_shown_at_its_place(table: CallTable, qtbot: QtBot) -> None:
    call = _planned(PRIYA, "Elm Street")
    _show(table, _planned(TOMAS, "Northgate Dental"), call)
    moved = replace(call, customer="Oak Street")
    with qtbot.waitSignal(table.dataChanged) as changed:
        table.replace(moved)
    assert changed.args is not None
    assert changed.args[0].row() == 1
    assert _listed(table) == ["Northgate Dental", "Oak Street"]


def test_a_changed_call_that_no_longer_fits_goes(table: CallTable) -> None:
    call = _planned(PRIYA, "Elm Street")
    _show(table, call)
    table.narrow("", Which.OPEN)
    table.replace(replace(call, phase=Phase.VOID))
    assert _listed(table) == []


def test_a_call_that_is_not_there_changes_nothing(table: CallTable) -> None:
    _show(table, _planned(PRIYA, "Elm Street"))
    table.replace(_planned(PRIYA, "Oak Street"))
    assert _listed(table) == ["Elm Street"]


def test_views_can_rely_on_it(table: CallTable) -> None:
    _show(table, *(_planned(PRIYA, f"Customer {number}") for number in range(CHUNK + 5)))
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert table.rowCount() == CHUNK + 5, "the tester asks for all there is"
    table.narrow("customer 1", Which.ALL)
    table.narrow("nobody", Which.ALL)
    assert tester.model() is table


def test_columns_have_headings(table: CallTable) -> None:
    headings = [table.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert headings == ["Date", "Rep", "Customer", "Who leads", "State", ""]
