from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import find, press
from ui.screens.page_side import PageSide
from ui.theme import apply_theme
from ui.widgets.button import PaintedButton
from ui.widgets.text import Text


@pytest.fixture
def side(qapp: QApplication, qtbot: QtBot) -> PageSide:
    apply_theme(qapp)
    made = PageSide()
    qtbot.addWidget(made)
    made.resize(made.width(), 700)
    made.show()
    made.show_call("Northgate Dental with Priya", "23 November 2026", coaching_open=False)
    made.show_making("a4")
    return made


def test_it_says_whether_the_coaching_is_open_and_how_to_take_it_up_again(side: PageSide) -> None:
    side.show_ready([])
    assert (find(side, Text, "page.coaching").isVisible(), side.debrief.text()) == (
        False,
        "Change what was agreed",
    )
    side.show_call("Northgate Dental with Priya", "23 November 2026", coaching_open=True)
    assert (find(side, Text, "page.coaching").isVisible(), side.debrief.text()) == (
        True,
        "Go on with the debrief",
    )


def test_without_a_page_there_is_a_reason_and_a_way_on_and_nothing_else(side: PageSide) -> None:
    side.show_none("The page is made after the debrief.", "Go on with the call")
    assert find(side, Text, "page.reason").text() == "The page is made after the debrief."
    visible = [button.text() for button in side.findChildren(PaintedButton) if button.isVisible()]
    assert visible == ["Home", "Go on with the call"]


def test_a_page_that_comes_takes_the_way_on_away(side: PageSide) -> None:
    side.show_none("The page is made after the debrief.", "Go on with the call")
    side.show_making("a4")
    assert not side.way_on.isVisible()


def test_the_debrief_can_be_gone_on_with(qtbot: QtBot, side: PageSide) -> None:
    with qtbot.waitSignal(side.debrief_chosen):
        press(qtbot, side, "page.debrief")
    side.show_none("It comes when Priya has spoken.", "Go on with the debrief")
    with qtbot.waitSignal(side.way_on_chosen):
        press(qtbot, side, "page.way_on")
