"""A question with a menu of answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.menu_button import MenuButton

# The offscreen platform says so of every menu that pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def button(stage: Stage) -> MenuButton:
    made = MenuButton("Rep", [("1", "Priya & Sons"), ("2", "Tomás")])
    stage(made)
    return made


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_an_answer_is_chosen_by_keys(qtbot: QtBot, button: MenuButton, direction: Qt.LayoutDirection) -> None:
    button.setLayoutDirection(direction)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert button.menu.isVisible()
    qtbot.keyClick(button.menu, Qt.Key.Key_Down)
    qtbot.keyClick(button.menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(button.chosen) as chosen:
        qtbot.keyClick(button.menu, Qt.Key.Key_Return)
    assert chosen.args == ["2"]


def test_an_answer_is_read_as_it_is_written(button: MenuButton) -> None:
    assert [action.text() for action in button.menu.actions()] == ["Priya && Sons", "Tomás"]


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_the_words_stand_beside_the_sign(button: MenuButton, direction: Qt.LayoutDirection) -> None:
    button.setLayoutDirection(direction)
    button.resize(button.sizeHint())
    assert not [letters.text for letters in button.lettering() if letters.clipped()]
    assert not button.grab().isNull()
