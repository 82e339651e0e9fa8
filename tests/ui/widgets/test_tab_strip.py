from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.theme import DESK
from ui.widgets.tab_strip import TabStrip

STEPS = (("first", "Priya first"), ("seen", "What was seen"), ("one", "Agree one thing"))


@pytest.fixture
def strip(stage: Stage) -> TabStrip:
    made = TabStrip(STEPS)
    made.set_current("first")
    stage(made)
    return made


def test_a_press_asks_to_go_there(qtbot: QtBot, strip: TabStrip) -> None:
    with qtbot.waitSignal(strip.chosen) as told:
        qtbot.mouseClick(strip.tabs()[1], Qt.MouseButton.LeftButton)
    assert told.args == ["seen"]


def test_arrows_and_return_go_to_the_next_step(qtbot: QtBot, strip: TabStrip) -> None:
    strip.tabs()[0].setFocus()
    qtbot.keyClick(strip.tabs()[0], Qt.Key.Key_Right)
    with qtbot.waitSignal(strip.chosen) as told:
        qtbot.keyClick(strip.tabs()[1], Qt.Key.Key_Return)
    assert told.args == ["seen"]


def test_a_step_that_is_not_open_cannot_be_reached(qtbot: QtBot, strip: TabStrip) -> None:
    strip.set_open(["first", "one"])
    with qtbot.assertNotEmitted(strip.chosen):
        qtbot.mouseClick(strip.tabs()[1], Qt.MouseButton.LeftButton)
    strip.tabs()[0].setFocus()
    qtbot.keyClick(strip.tabs()[0], Qt.Key.Key_Right)
    assert strip.tabs()[2].hasFocus()


def test_the_current_step_is_underlined(strip: TabStrip) -> None:
    current, other = (tab.grab().toImage() for tab in strip.tabs()[:2])
    assert current.pixelColor(current.width() // 2, current.height() - 1).name() == DESK.accent
    assert other.pixelColor(other.width() // 2, other.height() - 1).name() != DESK.accent


def test_it_knows_the_step_one_is_at(qtbot: QtBot) -> None:
    strip = TabStrip([("first", "Priya first"), ("seen", "What was seen")])
    qtbot.addWidget(strip)
    strip.set_current("seen")
    assert strip.current().key == "seen"
