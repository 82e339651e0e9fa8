from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scoring.facts import CallFacts, facts_of
from scoring.finding import CallQuery, Order
from scoring.people import Rep
from scoring.state import Phase
from scoring.teeup import Way
from tests.builders import NINE, Log, a_call, a_debriefed_call, a_rep, a_tee_up
from ui.models.call_table import CHUNK, CallTable, Column
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


class Shelf:
    """The calls a table is to show, by number, and which of them it has asked for."""

    def __init__(self) -> None:
        self.calls: dict[int, CallFacts] = {}
        self.asked: list[list[int]] = []

    def fetch(self, numbers: Sequence[int]) -> dict[int, CallFacts]:
        self.asked.append(list(numbers))
        return {number: self.calls[number] for number in numbers if number in self.calls}


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def table(qtbot: QtBot, shelf: Shelf) -> CallTable:
    table = CallTable(shelf.fetch)
    table.show_people({rep.id: rep for rep in (PRIYA, TOMAS)}, NINE)
    return table


def _show(table: CallTable, shelf: Shelf, *calls: CallFacts) -> None:
    shelf.calls = dict(enumerate(calls, 1))
    table.show(list(shelf.calls), CallQuery())


def _row(table: CallTable, row: int) -> list[str]:
    return [table.index(row, column).data() for column in Column]


def _listed(table: CallTable) -> list[str]:
    return [table.index(row, Column.CUSTOMER).data() for row in range(table.rowCount())]


def test_a_row_says_when_who_where_who_leads_and_what_is_next(table: CallTable, shelf: Shelf) -> None:
    _show(table, shelf, _planned(PRIYA, "Northgate Dental"))
    today = ["Today 14:00", "Priya Nair", "Northgate Dental", "Priya leads, I observe", "Planned", "More"]
    assert _row(table, 0) == today


@pytest.mark.parametrize(
    ("days", "words"),
    [(-400, "3 Feb 2025"), (-5, "5 Mar"), (-1, "Yesterday"), (1, "Tomorrow"), (5, "15 Mar")],
)
def test_a_date_is_said_as_short_as_it_can_be(table: CallTable, shelf: Shelf, days: int, words: str) -> None:
    _show(table, shelf, _planned(PRIYA, "Northgate Dental", days))
    assert _row(table, 0)[Column.DATE] == f"{words} 14:00"


def test_a_time_is_said_as_the_clock_said_it_there_and_then(table: CallTable, shelf: Shelf) -> None:
    in_july = datetime(2026, 7, 1, 23, 30, tzinfo=timezone(timedelta(hours=2)))
    _show(table, shelf, replace(_debriefed(PRIYA), started_at=in_july))
    assert _row(table, 0)[Column.DATE] == "1 Jul 23:30"


def test_a_running_call_without_a_device_says_what_is_next(table: CallTable, shelf: Shelf) -> None:
    running = replace(_planned(PRIYA, "Elm Street"), phase=Phase.RUNNING)
    _show(table, shelf, running, replace(running, way=Way.NO_DEVICE))
    states = [_row(table, row)[Column.STATE] for row in (0, 1)]
    assert states == ["Running", "Running, write it down next"]


def test_calls_keep_the_order_they_are_given_in(table: CallTable, shelf: Shelf) -> None:
    _show(table, shelf, _planned(PRIYA, "B"), _planned(TOMAS, "C"), _planned(PRIYA, "A"))
    assert _listed(table) == ["B", "C", "A"]


def test_what_does_not_count_is_quiet(table: CallTable, shelf: Shelf) -> None:
    call = _planned(PRIYA, "Elm Street")
    cancelled = replace(call, phase=Phase.CANCELLED)
    _show(table, shelf, call, cancelled)
    assert table.index(0, Column.REP).data(TONE_ROLE) is Tone.STRONG
    assert table.index(1, Column.REP).data(TONE_ROLE) is Tone.MUTED


def test_only_rows_that_are_shown_are_fetched_with_those_around_them(table: CallTable, shelf: Shelf) -> None:
    _show(table, shelf, *(_planned(PRIYA, f"Customer {number}") for number in range(3 * CHUNK)))
    assert (table.rowCount(), shelf.asked) == (3 * CHUNK, [])
    for row in (CHUNK + 5, CHUNK, 2 * CHUNK - 1):
        assert _row(table, row)[Column.CUSTOMER] == f"Customer {row}"
    assert shelf.asked == [list(range(CHUNK + 1, 2 * CHUNK + 1))]


def test_whoever_scrolls_through_thousands_keeps_a_few_hundred(table: CallTable, shelf: Shelf) -> None:
    shelf.calls = dict.fromkeys(range(10_000), _planned(PRIYA, "Elm Street"))
    table.show(range(10_000), CallQuery())
    for row in range(0, 10_000, CHUNK):
        table.call_at(row)
    fetched = len(shelf.asked)
    table.call_at(9_999)
    assert len(shelf.asked) == fetched, "what was just shown is still there"
    table.call_at(0)
    assert len(shelf.asked) == fetched + 1, "what was shown long ago is not"


def test_a_changed_call_is_shown_at_its_place(table: CallTable, shelf: Shelf, qtbot: QtBot) -> None:
    call = _planned(PRIYA, "Elm Street")
    _show(table, shelf, _planned(TOMAS, "Northgate Dental"), call)
    assert _listed(table) == ["Northgate Dental", "Elm Street"]
    with qtbot.waitSignal(table.dataChanged) as changed:
        table.replace(replace(call, customer="Oak Street"))
    assert changed.args is not None
    assert changed.args[0].row() == 1
    assert _listed(table) == ["Northgate Dental", "Oak Street"]


def test_a_call_that_is_not_there_changes_nothing(table: CallTable, shelf: Shelf) -> None:
    _show(table, shelf, _planned(PRIYA, "Elm Street"))
    table.replace(_planned(PRIYA, "Oak Street"))
    assert _listed(table) == ["Elm Street"]


def test_a_call_that_is_gone_meanwhile_is_an_empty_row(table: CallTable, shelf: Shelf) -> None:
    _show(table, shelf, _planned(PRIYA, "Elm Street"))
    shelf.calls.clear()
    assert table.call_at(0) is None
    assert _row(table, 0) == [None] * len(Column)


def test_views_can_rely_on_it(table: CallTable, shelf: Shelf) -> None:
    _show(table, shelf, *(_planned(PRIYA, f"Customer {number}") for number in range(CHUNK + 5)))
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show([3, 4], CallQuery())
    table.show([], CallQuery())
    assert tester.model() is table


def test_columns_have_headings(table: CallTable) -> None:
    headings = [table.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert headings == ["Date", "Rep", "Customer", "Who leads", "State", ""]


@pytest.mark.parametrize(
    ("order", "descending", "words"),
    [
        (Order.DATE, True, "Date, latest first"),
        (Order.DATE, False, "Date, earliest first"),
        (Order.REP, False, "Rep, from A to Z"),
        (Order.CUSTOMER, True, "Customer, from Z to A"),
        (Order.LED, False, "Who leads, what I observe first"),
        (Order.STATE, False, "State, planned first"),
    ],
)
def test_a_screen_reader_hears_what_the_rows_are_in_order_by(
    table: CallTable, order: Order, descending: bool, words: str
) -> None:
    query = CallQuery(order=order, descending=descending)
    table.show([], query)
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [table.headerData(column, Qt.Orientation.Horizontal, role) for column in Column]
    assert [one for one in said if ", " in one] == [words]
    assert table.is_in_order(query)
