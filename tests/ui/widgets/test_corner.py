from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.looks import settle
from tests.ui.widgets.conftest import Stage
from ui import theme
from ui.theme import LIVE, TARGET, wear
from ui.widgets.corner import Corner
from ui.widgets.text import Text, Voice


@pytest.fixture
def corner(stage: Stage) -> Corner:
    made = Corner("18 min")
    window = stage(made)
    wear(window, LIVE)
    settle()
    return made


@pytest.mark.parametrize("x", [2, 60, 200])
def test_a_press_anywhere_on_it_counts_when_the_finger_comes_down(
    qtbot: QtBot, corner: Corner, x: int
) -> None:
    with qtbot.waitSignal(corner.tapped):
        qtbot.mousePress(corner, Qt.MouseButton.LeftButton, pos=QPoint(x, corner.height() - 2))


def test_nothing_about_it_looks_like_a_button(qtbot: QtBot, corner: Corner) -> None:
    for step in (None, qtbot.mousePress, qtbot.mouseRelease):
        if step:
            step(corner, Qt.MouseButton.LeftButton)
        image = corner.grab().toImage()
        edge = {image.pixelColor(x, 0).name() for x in range(image.width())}
        assert len(edge) == 1, "no box, pressed or not"


def test_the_keyboard_does_not_stop_here(qtbot: QtBot, stage: Stage) -> None:
    before, corner, after = QLineEdit(), Corner("18 min"), QLineEdit()
    stage(before, corner, after)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.mouseClick(corner, Qt.MouseButton.LeftButton)
    assert after.hasFocus()


def test_a_screen_reader_reads_it_and_can_press_it(qtbot: QtBot, corner: Corner) -> None:
    found = QAccessible.queryAccessibleInterface(corner)
    assert found.text(QAccessible.Text.Name) == "18 min"
    with qtbot.waitSignal(corner.tapped):
        found.actionInterface().doAction("Press")


def test_it_is_whole_and_large_enough_for_a_finger(corner: Corner) -> None:
    assert find_clipped(corner) == []
    assert min(corner.minimumSizeHint().width(), corner.minimumSizeHint().height()) >= TARGET
    assert min(Corner("1").minimumSizeHint().width(), Corner().minimumSizeHint().height()) >= TARGET


def test_what_stands_under_the_words_is_a_part_of_the_corner(stage: Stage) -> None:
    corner = Corner("18 min", size=theme.BODY)
    below = Text("All saved", Voice.SMALL)
    below.setWordWrap(False)
    corner.put_below(below)
    stage(corner)
    settle()
    assert find_clipped(corner) == []
    at = below.mapTo(corner, QPoint(4, below.height() // 2))
    assert corner.childAt(at) is None, "a press there is one on the corner"
