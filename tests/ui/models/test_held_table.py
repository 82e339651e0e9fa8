"""The people there is something held about, as a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from exports.people import HeldPerson
from scoring.holds import place_hold
from tests.builders import NINE, a_rep
from ui.models.held_table import HELD, NAME, TEAM, HeldTable
from ui.widgets.calm_table import TONE_ROLE, Tone

TOMAS = a_rep("Tomás Herrera", team="South")
TWICE = HeldPerson(
    entries=(a_rep("Priya Nair", team="North"), a_rep("P. N.", employee_number="0042")),
    calls=12,
    pages=3,
    holds=(place_hold("A claim", NINE, rep_id=TOMAS.id),),
)
ONCE = HeldPerson(entries=(TOMAS,), calls=0, pages=0, holds=())


@pytest.fixture
def table(qtbot: QtBot) -> HeldTable:
    shown = HeldTable()
    shown.show_people([TWICE, ONCE])
    return shown


@pytest.mark.parametrize("role", [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole])
def test_a_row_says_how_much_is_held_to_eye_and_ear(table: HeldTable, role: Qt.ItemDataRole) -> None:
    rows = [[table.index(row, column).data(role) for column in range(HELD + 1)] for row in range(2)]
    assert rows == [["Priya Nair", "North", "12", "3", "Held"], ["Tomás Herrera", "South", "0", "0", ""]]


def test_every_column_says_what_it_holds(table: HeldTable) -> None:
    headings = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(table.columnCount())]
    assert headings == ["Name", "Team", "Calls", "Calls with a page", "Legal hold"]
    assert table.index(0, NAME).data(TONE_ROLE) == Tone.STRONG
    assert table.index(0, TEAM).data(TONE_ROLE) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tomas", [ONCE]),
        ("p. n", [TWICE]),
        ("0042", [TWICE]),
        ("north nair", [TWICE]),
        ("x", []),
        ("", [TWICE, ONCE]),
    ],
)
def test_people_are_found_under_either_entry(table: HeldTable, words: str, found: list[HeldPerson]) -> None:
    table.narrow(words)
    assert [table.person_at(row) for row in range(table.rowCount())] == found


def test_it_is_a_model_as_the_toolkit_wants_it(table: HeldTable, qtbot: QtBot) -> None:
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_people([ONCE], "tomas")
    assert table.rowCount() == 1
