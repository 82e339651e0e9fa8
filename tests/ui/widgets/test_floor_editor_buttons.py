from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from tests.ui.widgets.conftest import Stage
from ui.theme import DESK, LIVE, TARGET, Tokens, wear
from ui.widgets.floor_editor_buttons import LookButton, PartyChip, ReachableButton

TAB = Qt.FocusReason.TabFocusReason


@pytest.fixture
def button(stage: Stage) -> ReachableButton:
    made = ReachableButton("+5 s")
    stage(made)
    return made


def test_all_of_them_are_high_enough_for_a_finger(stage: Stage) -> None:
    buttons = [ReachableButton("+5 s"), LookButton("Closer"), PartyChip(Floor.ME, "Me")]
    stage(*buttons)
    assert all(button.height() >= TARGET for button in buttons)


def test_on_paper_space_and_return_press(qtbot: QtBot, button: ReachableButton) -> None:
    button.setFocus(TAB)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_on_the_live_screen_space_is_left_to_it_and_return_presses_after_tab(
    qtbot: QtBot, button: ReachableButton
) -> None:
    button.is_live = True
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    with qtbot.assertNotEmitted(button.clicked):
        for key in (Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Return):
            qtbot.keyClick(button, key)
    button.clearFocus()
    button.setFocus(TAB)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


@pytest.mark.parametrize("face", [DESK, LIVE], ids=["paper", "dark"])
def test_each_party_stands_beside_its_pattern_whether_it_has_it_or_not(stage: Stage, face: Tokens) -> None:
    chip = PartyChip(Floor.REP, "Rep")
    wear(stage(chip), face)
    for has_it in (False, True):
        chip.setChecked(has_it)
        image = chip.grab().toImage()
        colours = {image.pixelColor(x, image.height() // 2).name() for x in range(10, 22)}
        assert face.rep in colours
