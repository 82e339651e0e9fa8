"""What a list is narrowed down to, and taking it away again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.finding import find, press
from tests.ui.widgets.conftest import Stage
from ui.widgets.button import PaintedButton
from ui.widgets.chip_line import ChipLine


@pytest.fixture
def line(stage: Stage) -> ChipLine:
    made = ChipLine("chip", "Show all")
    made.show_chips([("rep", "Priya Nair"), ("time", "This month")])
    stage(made)
    return made


def test_a_chip_is_taken_away_by_a_click(qtbot: QtBot, line: ChipLine) -> None:
    with qtbot.waitSignal(line.taken_away) as taken:
        press(qtbot, line, "chip.time")
    assert taken.args == ["time"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return])
def test_a_chip_is_taken_away_by_keys(qtbot: QtBot, line: ChipLine, key: Qt.Key) -> None:
    first = find(line, PaintedButton, "chip.rep")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    with qtbot.waitSignal(line.taken_away) as taken:
        qtbot.keyClick(find(line, PaintedButton, "chip.time"), key)
    assert taken.args == ["time"]


def test_all_are_taken_away_at_once(qtbot: QtBot, line: ChipLine) -> None:
    with qtbot.waitSignal(line.all_taken_away):
        press(qtbot, line, "chip.all")


def test_without_chips_there_is_nothing_to_see(line: ChipLine) -> None:
    line.show_chips([])
    assert not line.isVisible()


def test_chips_that_stay_keep_the_keys(qtbot: QtBot, line: ChipLine) -> None:
    first = find(line, PaintedButton, "chip.rep")
    first.setFocus()
    line.show_chips([("rep", "Priya Nair"), ("time", "This month")])
    assert first.hasFocus()
    line.show_chips([("time", "This month")])
    assert find(line, PaintedButton, "chip.time").hasFocus(), "the next one takes them"


def test_a_chip_says_what_a_press_does(line: ChipLine) -> None:
    chip = find(line, PaintedButton, "chip.rep")
    assert (chip.label, chip.accessibleName()) == ("Priya Nair ×", "Take away: Priya Nair")
