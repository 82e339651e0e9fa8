from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import settle, show
from ui.whereabouts import Whereabouts
from ui.widgets.button import SecondaryButton
from ui.widgets.scroll_page import ScrollPage


class _Page(QWidget):
    """More buttons than fit."""

    def __init__(self) -> None:
        super().__init__()
        self.page = ScrollPage()
        self.buttons = [SecondaryButton(f"Button {number}") for number in range(30)]
        for button in self.buttons:
            self.page.column.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.page)

    def scrolled(self) -> int:
        return self.page.verticalScrollBar().value()


@pytest.fixture
def page(qtbot: QtBot) -> _Page:
    made = _Page()
    show(qtbot, made, (300, 300))
    settle()
    return made


@pytest.mark.parametrize(
    ("reason", "has_ring"), [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)]
)
def test_the_keys_come_back_as_they_were_given_away(
    page: _Page, reason: Qt.FocusReason, has_ring: bool
) -> None:
    page.buttons[20].setFocus(reason)
    at = Whereabouts.on(page)
    page.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    at.go_back()
    assert page.buttons[20].hasFocus()
    assert page.buttons[20].ring_visible is has_ring


def test_it_is_scrolled_to_where_it_was(page: _Page) -> None:
    page.page.verticalScrollBar().setValue(200)
    at = Whereabouts.on(page)
    page.page.verticalScrollBar().setValue(0)
    at.go_back()
    assert page.scrolled() == 200


def test_what_is_gone_or_away_is_left_alone(page: _Page) -> None:
    page.buttons[1].setFocus()
    hidden = Whereabouts.on(page)
    page.buttons[1].hide()
    page.buttons[2].setFocus()
    hidden.go_back()
    assert page.buttons[2].hasFocus()
    gone = Whereabouts.on(page)
    page.buttons.pop(2).deleteLater()
    page.buttons[3].setFocus()
    page.page.deleteLater()
    gone.go_back()
