from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import find, press
from ui.screens.page_side import PageSide
from ui.theme import apply_theme
from ui.widgets.button import PaintedButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.text import Text


@pytest.fixture
def side(qapp: QApplication, qtbot: QtBot) -> PageSide:
    apply_theme(qapp)
    made = PageSide()
    qtbot.addWidget(made)
    made.resize(made.width(), 700)
    made.show()
    made.show_call("Northgate Dental with Priya", "23 November 2026", coaching_open=False)
    made.show_pages([("1", "23 November 2026")], "1", "")
    made.show_making("a4")
    return made


def test_it_says_whether_the_coaching_is_open_and_how_to_take_it_up_again(side: PageSide) -> None:
    side.show_ready([])
    assert (find(side, Text, "page.coaching").isVisible(), side.debrief.text()) == (
        False,
        "Change what was agreed",
    )
    side.show_call("Northgate Dental with Priya", "23 November 2026", coaching_open=True)
    side.show_pages([("1", "23 November 2026")], "1", "")
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


TWO = [("1", "23 November 2026"), ("2", "25 November 2026")]


def test_one_page_is_nothing_to_choose_from(side: PageSide) -> None:
    assert not find(side, ChoiceRow, "page.pages").isVisible()
    assert not find(side, Text, "page.handed_over").isVisible()


def test_a_page_somebody_has_is_amended(side: PageSide) -> None:
    side.show_pages([("1", "23 November 2026")], "1", "23 November 2026, 10:42")
    said = find(side, Text, "page.handed_over").accessibleName()
    assert (said, side.debrief.text()) == (
        "Handed over on 23 November 2026, 10:42.",
        "Amend the page",
    )


def test_of_several_pages_one_is_shown_and_the_others_can_be(qtbot: QtBot, side: PageSide) -> None:
    side.show_pages(TWO, "2", "")
    assert find(side, ChoiceRow, "page.pages").chosen_values() == ["2"]
    with qtbot.waitSignal(side.page_chosen) as chosen:
        qtbot.mouseClick(find(side, ChoiceRow, "page.pages").chips()[0], Qt.MouseButton.LeftButton)
    assert chosen.args == ["1"]


def test_a_page_that_was_replaced_says_so_and_is_not_amended(side: PageSide) -> None:
    side.show_pages(TWO, "1", "23 November 2026, 10:42")
    said = find(side, Text, "page.handed_over").accessibleName()
    assert said == "Handed over on 23 November 2026, 10:42, and replaced since."
    assert not side.debrief.isVisible()
