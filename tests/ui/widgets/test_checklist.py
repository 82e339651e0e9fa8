"""Things to look for: reached by Tab, ticked by Space, told and never decided here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.widgets.conftest import Stage
from ui.widgets.checklist import Checklist, TickRow

ITEMS = ("Asks what happens then", "Waits for the answer")


def a_list(stage: Stage) -> Checklist:
    made = Checklist("list")
    stage(made, size=(400, 200))
    made.set_items(ITEMS)
    return made


def test_tab_reaches_each_item_and_space_ticks_it(stage: Stage) -> None:
    made, told = a_list(stage), list[int]()
    made.ticked.connect(told.append)
    made.rows()[0].setFocus()
    QTest.keyClick(made.rows()[0], Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, TickRow)
    assert focus is made.rows()[1]
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert told == [2]


def test_it_shows_what_it_is_told(stage: Stage) -> None:
    made = a_list(stage)
    made.set_checked((2,))
    assert [row.isChecked() for row in made.rows()] == [False, True]
    made.set_items(ITEMS)
    assert not any(row.isChecked() for row in made.rows())


def test_a_press_changes_nothing_by_itself(stage: Stage) -> None:
    made = a_list(stage)
    QTest.mouseClick(made.rows()[0], Qt.MouseButton.LeftButton)
    assert not made.rows()[0].isChecked()
