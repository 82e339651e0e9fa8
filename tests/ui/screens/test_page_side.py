from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import SignalInstance
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
    made.show_making("a4")
    return made


def _says(side: PageSide, name: str) -> str:
    text = find(side, Text, name)
    return text.text() if text.isVisible() else ""


def test_nothing_can_be_done_with_a_page_that_is_not_there_yet(side: PageSide) -> None:
    assert (side.save.isEnabled(), side.print.isEnabled()) == (False, False)
    side.show_ready([])
    assert (side.save.isEnabled(), side.print.isEnabled()) == (True, True)


def test_what_is_left_out_is_said_above_the_buttons(side: PageSide) -> None:
    side.show_ready(["Not all of it fits.", "What worked: 12 characters left out"])
    notes = find(side, Text, "page.notes")
    assert notes.text() == "Not all of it fits.\nWhat worked: 12 characters left out"
    assert notes.isVisible()


def test_the_saved_file_can_be_opened_until_something_else_happens(side: PageSide) -> None:
    side.show_ready([])
    side.show_saved(Path("/pages/page.pdf"))
    assert _says(side, "page.status") == "Saved in /pages as page.pdf."
    assert side.open.isVisible()
    side.show_printing()
    assert not side.open.isVisible()


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
    assert _says(side, "page.reason") == "The page is made after the debrief."
    visible = [button.text() for button in side.findChildren(PaintedButton) if button.isVisible()]
    assert visible == ["Home", "Go on with the call"]


@pytest.mark.parametrize("name", ["back", "page.save", "page.print", "page.debrief"])
def test_each_button_says_what_is_wanted(qtbot: QtBot, side: PageSide, name: str) -> None:
    side.show_call("Northgate Dental with Priya", "23 November 2026", coaching_open=True)
    side.show_ready([])
    wanted: dict[str, SignalInstance] = {
        "back": side.back_chosen,
        "page.save": side.save_chosen,
        "page.print": side.print_chosen,
        "page.debrief": side.debrief_chosen,
    }
    with qtbot.waitSignal(wanted[name]):
        press(qtbot, side, name)


def test_the_paper_in_use_is_shown(side: PageSide) -> None:
    side.show_making("letter")
    assert find(side, ChoiceRow, "page.paper").chosen_values() == ["letter"]
