from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scoring.people import Rep
from tests.builders import a_rep
from ui.models.people_table import NAME, NUMBER, TEAM, PeopleTable
from ui.widgets.calm_table import TONE_ROLE, Tone

PRIYA = a_rep("Priya Nair", title="Account manager", team="North", employee_number="4711")
SAMS = [a_rep("Sam Lee", employee_number="1"), a_rep("Sam Lee", employee_number="2")]
TOMAS = a_rep("Tomás Herrera")


@pytest.fixture
def table(qtbot: QtBot) -> PeopleTable:
    return PeopleTable()


def _row(table: PeopleTable, row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [table.index(row, column).data(role) for column in range(table.columnCount())]


def _listed(table: PeopleTable) -> list[Rep]:
    return [table.rep_at(row) for row in range(table.rowCount())]


@pytest.mark.parametrize("role", [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole])
def test_a_row_says_who_it_is_to_eye_and_ear(table: PeopleTable, role: Qt.ItemDataRole) -> None:
    table.show_people([TOMAS, PRIYA])
    assert _row(table, 0, role) == ["Tomás Herrera", "", "", ""]
    assert _row(table, 1, role) == ["Priya Nair", "Account manager", "North", "4711"]


def test_every_column_says_what_it_holds(table: PeopleTable) -> None:
    headings = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(NUMBER + 1)]
    assert headings == ["Name", "Title", "Team", "Employee number"]


def test_the_name_stands_out(table: PeopleTable) -> None:
    table.show_people([PRIYA])
    assert table.index(0, NAME).data(TONE_ROLE) is Tone.STRONG
    assert table.index(0, TEAM).data(TONE_ROLE) is None


def test_the_row_of_a_namesake_leads_to_them(table: PeopleTable) -> None:
    table.show_people(SAMS)
    for row, sam in enumerate(SAMS):
        assert _row(table, row)[NUMBER] == sam.employee_number
        assert table.rep_at(row) == sam


@pytest.mark.parametrize(
    ("words", "found"), [("", [PRIYA, *SAMS, TOMAS]), ("lee sam", SAMS), ("TOMAS", [TOMAS]), ("sam nair", [])]
)
def test_people_are_found_by_parts_of_their_name(table: PeopleTable, words: str, found: list[Rep]) -> None:
    table.show_people([PRIYA, *SAMS, TOMAS])
    table.narrow("nair")
    table.narrow(words)
    assert _listed(table) == found


def test_showing_people_shows_them_all_again(table: PeopleTable) -> None:
    table.show_people([PRIYA, TOMAS])
    table.narrow("tomas")
    table.show_people([PRIYA, TOMAS])
    assert _listed(table) == [PRIYA, TOMAS]


def test_showing_the_same_people_again_lays_out_nothing_anew(qtbot: QtBot) -> None:
    table = PeopleTable()
    table.show_people([a_rep("Ada"), kim := a_rep("Kim")])
    with qtbot.assertNotEmitted(table.modelReset):
        table.show_people([table.rep_at(0), kim])
    with qtbot.waitSignal(table.modelReset):
        table.show_people([kim])


def test_views_can_rely_on_it(table: PeopleTable) -> None:
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_people([PRIYA, *SAMS])
    table.narrow("sam")
    table.show_people([])
    assert tester.model() is table
