from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.models.word_table import WordRow, Words, WordTable
from ui.widgets.calm_table import TONE_ROLE, Tone

ROWS = [
    WordRow("a", (Words("First", Tone.STRONG), Words("1"))),
    WordRow("b", (Words("Second"), Words("2", Tone.LATE))),
]


def _shown() -> WordTable:
    table = WordTable(("Name", "Count"))
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_rows(ROWS)
    return table


def test_each_row_says_its_words_under_their_headings() -> None:
    table = _shown()
    headings = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(table.columnCount())]
    assert headings == ["Name", "Count"]
    assert [[table.index(row, column).data() for column in range(2)] for row in range(table.rowCount())] == [
        ["First", "1"],
        ["Second", "2"],
    ]
    assert table.index(1, 1).data(TONE_ROLE) is Tone.LATE


def test_a_row_is_found_by_what_it_is_about() -> None:
    table = _shown()
    assert table.key_at(1) == "b"
    assert table.row_of("b") == 1
    assert table.row_of("c") is None


def test_other_rows_take_their_place() -> None:
    table = _shown()
    table.show_rows(ROWS[1:])
    assert (table.rowCount(), table.key_at(0)) == (1, "b")


def test_the_same_rows_leave_alone_whoever_is_at_one(qtbot: QtBot) -> None:
    table = _shown()
    with qtbot.assertNotEmitted(table.modelReset):
        table.show_rows(list(ROWS))
