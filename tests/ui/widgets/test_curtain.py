from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.finding import find
from ui.theme import LIVE, wear
from ui.widgets.corner import Corner
from ui.widgets.curtain import Curtain

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def curtain(qtbot: QtBot) -> Curtain:
    made = Curtain()
    wear(made, LIVE)
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_it_covers_everything_behind_it(qtbot: QtBot) -> None:
    window = QWidget()
    wear(window, LIVE)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    curtain = Curtain()
    column.addWidget(curtain)
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    assert window.grab().toImage().pixelColor(2, 2).name() == LIVE.ground


def test_notes_are_told_as_they_are_written(qtbot: QtBot, curtain: Curtain) -> None:
    curtain.set_notes("Two chairs")
    with qtbot.waitSignal(curtain.noted) as told:
        qtbot.keyClicks(curtain.page, "> ")
    assert told.args is not None
    assert "Two chairs" in told.args[0]


def test_escape_brings_the_screen_back(qtbot: QtBot, curtain: Curtain) -> None:
    with qtbot.waitSignal(curtain.left):
        qtbot.keyClick(curtain.page, Qt.Key.Key_Escape)


def test_it_takes_the_keys_at_once(curtain: Curtain) -> None:
    curtain.setFocus()
    assert curtain.page.hasFocus()


def test_a_mark_with_control_writes_nothing(qtbot: QtBot, curtain: Curtain) -> None:
    curtain.set_notes("")
    qtbot.keyClick(curtain.page, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert curtain.page.text() == ""


def test_what_altgr_writes_on_windows_is_written(curtain: Curtain) -> None:
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QCoreApplication.sendEvent(curtain.page, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_E, altgr, "€"))
    assert curtain.page.text() == "€"


def test_tab_writes_and_leads_to_nothing_behind(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    behind = QLineEdit(window)
    curtain = Curtain(window)
    curtain.resize(300, 200)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    curtain.setFocus()
    for key, modifier in ((Qt.Key.Key_Tab, NONE), (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)):
        QTest.keyClick(curtain.page, key, modifier)
    QTest.keyClicks(curtain.page, "1")
    assert not behind.hasFocus()
    assert curtain.page.text() == "\t1"


def test_a_press_on_the_corner_with_its_heading_opens_it_and_nothing_else_does(
    qtbot: QtBot, curtain: Curtain
) -> None:
    corner = find(curtain, Corner, "curtain.corner")
    with qtbot.assertNotEmitted(curtain.left):
        QTest.mouseClick(curtain.page.viewport(), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(curtain.left):
        QTest.mousePress(corner, Qt.MouseButton.LeftButton)
    assert corner.text() == "Notes"
    assert corner.accessibleDescription() == "", "nothing says what it is for"


def test_the_corner_leaves_the_keys_to_the_page(curtain: Curtain) -> None:
    curtain.page.setFocus()
    QTest.mouseClick(find(curtain, Corner, "curtain.corner"), Qt.MouseButton.LeftButton)
    assert curtain.page.hasFocus()
