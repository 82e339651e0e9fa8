"""Legal holds on the Archive screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.finding import find, press, texts
from tests.ui.looks import show
from tests.ui.widgets.test_due_list import PRIYA, calls, keeping
from ui.widgets.button import PaintedButton
from ui.widgets.calm_table import CalmTable
from ui.widgets.field import LineEdit
from ui.widgets.hold_list import MOST_FOUND, HoldList

CALLS = calls(MOST_FOUND + 3)


@pytest.fixture
def shown(qtbot: QtBot) -> HoldList:
    shown = HoldList()
    show(qtbot, shown)
    shown.show_holds(keeping(*CALLS, held=CALLS[0]))
    return shown


def found(shown: HoldList) -> int:
    return find(shown, CalmTable, "holds.found").model().rowCount()


def test_a_call_can_be_held_by_keyboard(qtbot: QtBot, shown: HoldList) -> None:
    press(qtbot, shown, "holds.place")
    field = find(shown, LineEdit, "holds.filter")
    assert field.hasFocus()
    qtbot.keyClicks(field, "PRIYA nair bergmann")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(find(shown, CalmTable, "holds.found"), Qt.Key.Key_Return)
    reason = find(shown, LineEdit, "reason.words")
    assert reason.hasFocus()
    qtbot.keyClicks(reason, "A lawsuit")
    with qtbot.waitSignal(shown.placed) as placed:
        qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert placed.args == ["A lawsuit", None, CALLS[0].call_id]


def test_a_rep_can_be_held(qtbot: QtBot, shown: HoldList) -> None:
    press(qtbot, shown, "holds.place")
    find(shown, CalmTable, "holds.found").opened.emit(0)
    qtbot.keyClicks(find(shown, LineEdit, "reason.words"), "A lawsuit")
    with qtbot.waitSignal(shown.placed) as placed:
        press(qtbot, shown, "reason.give")
    assert placed.args == ["A lawsuit", PRIYA.id, None]


def test_no_more_is_offered_than_one_can_look_over(qtbot: QtBot, shown: HoldList) -> None:
    press(qtbot, shown, "holds.place")
    assert found(shown) == MOST_FOUND
    qtbot.keyClicks(find(shown, LineEdit, "holds.filter"), "nobody")
    assert found(shown) == 0


def test_a_hold_is_lifted_on_purpose(qtbot: QtBot, shown: HoldList) -> None:
    find(shown, CalmTable, "holds.table").opened.emit(0)
    assert any(words.endswith("is held: A lawsuit") for words in texts(shown))
    with qtbot.waitSignal(shown.lifted) as lifted:
        press(qtbot, shown, "holds.lift")
    assert lifted.args
    assert lifted.args[0].call_id == CALLS[0].call_id


def test_esc_asks_nothing_any_more_and_the_keys_stay_near(qtbot: QtBot, shown: HoldList) -> None:
    press(qtbot, shown, "holds.place")
    qtbot.keyClick(find(shown, LineEdit, "holds.filter"), Qt.Key.Key_Escape)
    assert not find(shown, LineEdit, "holds.filter").isVisible()
    assert find(shown, PaintedButton, "holds.place").hasFocus()
    find(shown, CalmTable, "holds.table").opened.emit(0)
    qtbot.keyClick(find(shown, PaintedButton, "holds.keep"), Qt.Key.Key_Escape)
    assert not find(shown, PaintedButton, "holds.lift").isVisible()
    assert find(shown, CalmTable, "holds.table").hasFocus()


def test_leaving_asks_nothing_any_more(qtbot: QtBot, shown: HoldList) -> None:
    find(shown, CalmTable, "holds.table").opened.emit(0)
    press(qtbot, shown, "holds.place")
    shown.leave()
    assert not find(shown, LineEdit, "holds.filter").isVisible()
    with pytest.raises(AssertionError, match="cannot be seen"):
        press(qtbot, shown, "holds.lift")
