from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.button import SecondaryButton
from ui.widgets.roving import RovingGroup


@pytest.fixture
def buttons(stage: Stage) -> list[SecondaryButton]:
    made = [SecondaryButton(text) for text in ("One", "Two", "Three")]
    RovingGroup(stage(*made)).set_buttons(made)
    made[0].setFocus()
    return made


def test_arrows_move_and_stop_at_both_ends(qtbot: QtBot, buttons: list[SecondaryButton]) -> None:
    for focused, key in (
        (0, Qt.Key.Key_Up),
        (0, Qt.Key.Key_Down),
        (1, Qt.Key.Key_Right),
        (2, Qt.Key.Key_Down),
    ):
        assert buttons[focused].hasFocus()
        qtbot.keyClick(buttons[focused], key)
    assert buttons[2].hasFocus()


def test_arrows_pass_over_what_cannot_be_chosen(qtbot: QtBot, buttons: list[SecondaryButton]) -> None:
    buttons[1].setEnabled(False)
    qtbot.keyClick(buttons[0], Qt.Key.Key_Down)
    assert buttons[2].hasFocus()


def test_tab_stops_once_where_one_was_last(qtbot: QtBot, buttons: list[SecondaryButton]) -> None:
    qtbot.keyClick(buttons[0], Qt.Key.Key_Down)
    stops = [button for button in buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [buttons[1]]
