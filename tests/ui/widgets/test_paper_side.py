from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import find, press
from ui.theme import apply_theme
from ui.widgets.button import PaintedButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.paper_side import PaperSide
from ui.widgets.text import Text


@pytest.fixture
def side(qapp: QApplication, qtbot: QtBot) -> PaperSide:
    apply_theme(qapp)
    made = PaperSide("paper", "Back")
    qtbot.addWidget(made)
    made.resize(made.width(), 700)
    made.show()
    made.show_head("Northgate Dental with Priya", "23 November 2026")
    made.show_making("a4")
    return made


def _says(side: PaperSide, name: str) -> str:
    text = find(side, Text, name)
    return text.text() if text.isVisible() else ""


def test_nothing_can_be_done_with_a_pdf_that_is_not_there_yet(side: PaperSide) -> None:
    assert (side.save.isEnabled(), side.print.isEnabled()) == (False, False)
    side.show_ready([])
    assert (side.save.isEnabled(), side.print.isEnabled()) == (True, True)


def test_what_is_left_out_is_said_above_the_buttons(side: PaperSide) -> None:
    side.show_ready(["Not all of it fits.", "What worked: 12 characters left out"])
    notes = find(side, Text, "paper.notes")
    assert notes.text() == "Not all of it fits.\nWhat worked: 12 characters left out"
    assert notes.isVisible()


def test_the_saved_file_can_be_opened_until_something_else_happens(side: PaperSide) -> None:
    side.show_ready([])
    side.show_saved(Path("/pages/page.pdf"))
    assert _says(side, "paper.status") == "Saved in /pages as page.pdf."
    assert [link.text() for link in (side.open, side.folder) if link.isVisible()] == [
        "Open in viewer",
        "Show in folder",
    ]
    side.show_printing()
    assert not side.open.isVisible()


def test_a_file_that_is_not_opened_still_lies_where_it_was_saved(side: PaperSide) -> None:
    side.show_ready([])
    side.show_saved(Path("/pages/page.pdf"))
    side.show_not_opened("Open it by hand.")
    assert _says(side, "paper.status") == "Saved in /pages as page.pdf."
    assert _says(side, "paper.not_opened") == "Open it by hand."
    assert (side.open.isVisible(), side.folder.isVisible()) == (True, True)
    side.show_saving()
    assert _says(side, "paper.not_opened") == ""


def test_where_there_is_nothing_to_see_there_is_a_reason_and_the_way_back(side: PaperSide) -> None:
    side.show_reason("The call is not there any more.")
    assert _says(side, "paper.reason") == "The call is not there any more."
    assert [button.text() for button in side.findChildren(PaintedButton) if button.isVisible()] == ["Back"]


@pytest.mark.parametrize("name", ["back", "paper.save", "paper.print", "paper.open", "paper.folder"])
def test_each_button_says_what_is_wanted(qtbot: QtBot, side: PaperSide, name: str) -> None:
    side.show_ready([])
    side.show_saved(Path("/pages/page.pdf"))
    wanted: dict[str, SignalInstance] = {
        "back": side.back_chosen,
        "paper.save": side.save_chosen,
        "paper.print": side.print_chosen,
        "paper.open": side.open_chosen,
        "paper.folder": side.folder_chosen,
    }
    with qtbot.waitSignal(wanted[name]):
        press(qtbot, side, name)


def test_the_paper_in_use_is_shown(side: PaperSide) -> None:
    side.show_making("letter")
    assert find(side, ChoiceRow, "paper.paper").chosen_values() == ["letter"]
