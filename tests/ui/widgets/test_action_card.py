from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.widgets.action_card import ActionCard


@pytest.fixture
def card(qtbot: QtBot) -> ActionCard:
    made = ActionCard("Northgate Dental with Priya", "Ended 12 minutes ago, debrief is open", "Debrief")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_press_anywhere_on_it_is_the_action(qtbot: QtBot, card: ActionCard) -> None:
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().topLeft())


def test_a_screen_reader_hears_what_it_is_about_and_what_a_press_does(card: ActionCard) -> None:
    found = QAccessible.queryAccessibleInterface(card)
    assert found.text(QAccessible.Text.Name) == "Northgate Dental with Priya, Debrief"
    assert found.text(QAccessible.Text.Description) == "Ended 12 minutes ago, debrief is open"


@pytest.mark.parametrize("width", [240, 300, 460])
def test_nothing_is_clipped_at_any_width(card: ActionCard, width: int) -> None:
    card.resize(width, card.heightForWidth(width))
    assert not [letters.text for letters in card.lettering() if letters.clipped()]
    assert all(card.rect().contains(letters.rect) for letters in card.lettering())


def test_the_action_changes_sides_when_mirrored(card: ActionCard) -> None:
    card.resize(460, 68)
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    title, _, action = card.lettering()
    assert action.rect.right() < title.rect.left()
