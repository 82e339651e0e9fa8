from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.theme import TARGET
from ui.widgets.live_button import LiveButton


def _button(qtbot: QtBot, text: str = "Stepped in", hint: str = "G") -> LiveButton:
    button = LiveButton(text, hint)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    return button


def test_it_is_large_enough_for_a_finger(qtbot: QtBot) -> None:
    button = _button(qtbot, "End", "")
    assert button.sizeHint().height() >= TARGET
    assert button.minimumSizeHint().height() >= TARGET


def test_it_says_its_key(qtbot: QtBot) -> None:
    button = _button(qtbot)
    found = QAccessible.queryAccessibleInterface(button)
    assert found.text(QAccessible.Text.Name) == "Stepped in"
    assert found.text(QAccessible.Text.Description) == "G"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_word_and_key_stand_side_by_side_in_reading_order(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    button = _button(qtbot)
    button.setLayoutDirection(direction)
    word, key = (letters.rect for letters in button.lettering())
    assert not word.intersects(key)
    assert (word.left() < key.left()) == (direction == Qt.LayoutDirection.LeftToRight)


def test_a_long_word_wraps_at_its_least_width(qtbot: QtBot) -> None:
    button = _button(qtbot, "Hat sich eingeschaltet", "G")
    width = button.minimumSizeHint().width()
    button.resize(width, button.heightForWidth(width))
    assert not [letters.text for letters in button.lettering() if letters.clipped()]


def test_a_button_keeps_its_width_when_its_word_changes(qtbot: QtBot) -> None:
    button = LiveButton("Stepped in", "G")
    qtbot.addWidget(button)
    button.keep_room_for("Stepped in", "Handed back")
    before = button.sizeHint()
    button.setText("Handed back")
    assert button.sizeHint() == before
