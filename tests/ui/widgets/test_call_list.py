from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QContextMenuEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.call_list import CallList

LONG = "A customer with a name that needs a good deal more than the width of its column, and then some"


@pytest.fixture
def rows(stage: Stage) -> CallList:
    made = CallList()
    model = QStandardItemModel(made)
    model.setHorizontalHeaderLabels(["Rep", "Customer", ""])
    for name in ("Priya", "Marcus"):
        model.appendRow([QStandardItem(name), QStandardItem("Elm Street"), QStandardItem("More")])
    made.setModel(model)
    stage(made, size=(480, 400))
    return made


def _centre(rows: CallList, row: int, column: int) -> QPoint:
    return rows.visualRect(rows.model().index(row, column)).center()


def test_a_press_on_the_last_column_asks_for_the_menu_and_opens_nothing(qtbot: QtBot, rows: CallList) -> None:
    with qtbot.assertNotEmitted(rows.opened), qtbot.waitSignal(rows.menu_requested) as requested:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=_centre(rows, 1, 2))
    assert requested.args == [1, rows.viewport().mapToGlobal(_centre(rows, 1, 2))]


def test_a_press_elsewhere_opens_the_row(qtbot: QtBot, rows: CallList) -> None:
    with qtbot.assertNotEmitted(rows.menu_requested), qtbot.waitSignal(rows.opened) as opened:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=_centre(rows, 1, 0))
    assert opened.args == [1]


def test_space_asks_for_the_menu_of_the_current_row(qtbot: QtBot, rows: CallList) -> None:
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.menu_requested) as requested:
        qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert (requested.args or [])[0] == 1


@pytest.mark.parametrize(
    ("reason", "row"), [(QContextMenuEvent.Reason.Mouse, 1), (QContextMenuEvent.Reason.Keyboard, 0)]
)
def test_the_menu_of_the_system_is_the_same(
    qtbot: QtBot, rows: CallList, reason: QContextMenuEvent.Reason, row: int
) -> None:
    rows.setFocus()
    place = _centre(rows, 1, 0)
    event = QContextMenuEvent(reason, place, rows.viewport().mapToGlobal(place))
    with qtbot.waitSignal(rows.menu_requested) as requested:
        QApplication.sendEvent(rows.viewport(), event)
    assert event.type() == QEvent.Type.ContextMenu
    assert (requested.args or [])[0] == row


def test_rows_that_come_later_are_as_high_as_their_words(rows: CallList) -> None:
    model = rows.model()
    assert isinstance(model, QStandardItemModel)
    widths = [rows.columnWidth(column) for column in range(3)]
    model.appendRow([QStandardItem("Priya"), QStandardItem(LONG), QStandardItem("More")])
    assert rows.rowHeight(2) > rows.rowHeight(0)
    assert [rows.columnWidth(column) for column in range(3)] == widths
    assert not [letters.text for letters in rows.cell_lettering() if letters.clipped()]


def test_columns_stand_still_while_the_rows_change(rows: CallList) -> None:
    widths = [rows.columnWidth(column) for column in range(3)]
    _replace_customer(rows, "Elm")
    assert [rows.columnWidth(column) for column in range(3)] == widths


def test_columns_give_way_to_a_word_that_needs_more(rows: CallList) -> None:
    _replace_customer(rows, "Donaudampfschifffahrtsge Donaudampfschifffahrtsge")
    assert not [letters.text for letters in rows.cell_lettering() if letters.clipped()]


def test_other_rows_are_as_high_as_their_words(rows: CallList) -> None:
    before = rows.rowHeight(0)
    _replace_customer(rows, LONG)
    assert rows.rowHeight(0) > before
    assert not [letters.text for letters in rows.cell_lettering() if letters.clipped()]


# Choosing several


def _click(qtbot: QtBot, rows: CallList, row: int, key: Qt.KeyboardModifier) -> None:
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, key, _centre(rows, row, 0))


@pytest.fixture
def many(stage: Stage) -> CallList:
    """A list of thousands, lower than they are high; every seventh needs a second line."""
    made = CallList()
    model = QStandardItemModel(2_000, 3, made)
    for row in range(2_000):
        model.setItem(row, 1, QStandardItem(LONG if row % 7 == 6 else "Elm Street"))
    made.setModel(model)
    stage(made, size=(480, 400))
    return made


def test_rows_are_chosen_by_clicks_that_open_nothing(qtbot: QtBot, many: CallList) -> None:
    with qtbot.assertNotEmitted(many.opened):
        _click(qtbot, many, 1, Qt.KeyboardModifier.ControlModifier)
        assert many.chosen_rows() == [], "one is only the current one"
        with qtbot.waitSignal(many.chosen_changed):
            _click(qtbot, many, 3, Qt.KeyboardModifier.ControlModifier)
        assert many.chosen_rows() == [1, 3]
        _click(qtbot, many, 5, Qt.KeyboardModifier.ShiftModifier)
        assert many.chosen_rows() == [1, 3, 4, 5]


def test_several_rows_are_chosen_by_keys(qtbot: QtBot, many: CallList) -> None:
    many.setFocus()
    qtbot.keyClick(many, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(many, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(many, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(many, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert many.chosen_rows() == [0, 1, 3]
    qtbot.keyClick(many, Qt.Key.Key_Escape)
    assert (many.chosen_rows(), many.currentIndex().row()) == ([], 3)
    qtbot.keyClick(many, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert many.chosen_rows() == list(range(2_000))


def test_rows_are_chosen_from_outside(many: CallList) -> None:
    many.choose([1, 2, 5], current=5)
    assert (many.chosen_rows(), many.currentIndex().row()) == ([1, 2, 5], 5)


# Thousands of rows


def test_the_keys_lead_to_the_first_and_the_last_row(qtbot: QtBot, many: CallList) -> None:
    many.setFocus()
    qtbot.keyClick(many, Qt.Key.Key_End)
    assert many.currentIndex().row() == 1_999
    assert many.viewport().rect().contains(many.visualRect(many.currentIndex()))
    qtbot.keyClick(many, Qt.Key.Key_Home)
    assert many.currentIndex().row() == 0


def test_rows_are_as_high_as_their_words_once_one_gets_there(qtbot: QtBot, many: CallList) -> None:
    assert many.rowHeight(1_028) == many.rowHeight(0), "nobody has been there"
    many.scrollTo(many.model().index(1_028, 0))
    assert many.rowHeight(1_028) > many.rowHeight(0)
    assert not [letters.text for letters in many.cell_lettering() if letters.clipped()]


def test_letters_leave_the_keys_where_they_are(qtbot: QtBot, many: CallList) -> None:
    many.setFocus()
    qtbot.keyClicks(many, "elm")
    assert many.currentIndex().row() == 0


def test_a_heading_asks_for_its_order(qtbot: QtBot, rows: CallList) -> None:
    rows.headings.offer([0, 1])
    place = QPoint(rows.columnWidth(0) + 20, 10)
    with qtbot.waitSignal(rows.order_chosen) as wanted:
        qtbot.mouseClick(rows.headings.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [1]


def _replace_customer(rows: CallList, customer: str) -> None:
    """Replace all rows at once by one."""
    model = rows.model()
    assert isinstance(model, QStandardItemModel)
    model.beginResetModel()
    blocker = QSignalBlocker(model)
    model.removeRows(0, model.rowCount())
    model.appendRow([QStandardItem("Priya"), QStandardItem(customer), QStandardItem("More")])
    blocker.unblock()
    model.endResetModel()
