"""Erasing for good, asked on purpose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import find, press, texts
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.widgets.button import PaintedButton
from ui.widgets.erase_panel import MOST_NAMES, ErasePanel
from ui.widgets.text import Text

GOES = [("1 entry of this person, with your notes", ["Priya Nair"]), ("2 drafts and notes", [])]
STAYS = [("Sheets of paper that were printed.", [])]


@pytest.fixture
def panel(qtbot: QtBot) -> ErasePanel:
    panel = ErasePanel()
    panel.look("Erasing Priya Nair")
    show(qtbot, panel)
    panel.show_what_goes(GOES, STAYS, "Priya Nair")
    return panel


def test_it_shows_what_goes_and_what_it_cannot_reach(panel: ErasePanel) -> None:
    shown = texts(panel)
    for words in (
        "Erasing Priya Nair",
        GOES[0][0],
        "Priya Nair",
        STAYS[0][0],
        "This cannot be reached from here",
    ):
        assert words in shown
    assert any("type “Priya Nair”" in words for words in shown)


def test_the_keys_begin_where_nothing_is_erased(qtbot: QtBot, panel: ErasePanel) -> None:
    assert find(panel, Text, "erase.title").hasFocus()
    for _ in range(2):
        with qtbot.assertNotEmitted(panel.confirmed):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert panel.leave_button.hasFocus()
    with qtbot.assertNotEmitted(panel.confirmed):
        qtbot.keyClick(panel.leave_button, Qt.Key.Key_Return)
    assert panel.isHidden()


@pytest.mark.parametrize("typed", ["", " ", "Priya", "Priya Nairs", "yes"])
def test_another_word_erases_nothing(qtbot: QtBot, panel: ErasePanel, typed: str) -> None:
    qtbot.keyClicks(panel.word, typed)
    assert not panel.button.isEnabled()
    with qtbot.assertNotEmitted(panel.confirmed):
        panel.button.click()


@pytest.mark.parametrize("typed", ["Priya Nair", " priya  nair", "PRIYA NAIR"])
def test_the_word_and_then_the_button_erase(qtbot: QtBot, panel: ErasePanel, typed: str) -> None:
    qtbot.keyClicks(panel.word, typed)
    with qtbot.assertNotEmitted(panel.confirmed):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            qtbot.keyClick(panel.word, key)
    with qtbot.waitSignal(panel.confirmed):
        press(qtbot, panel, "erase.erase")


def test_escape_leaves_but_not_while_it_is_erased(qtbot: QtBot, panel: ErasePanel) -> None:
    panel.begin()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isVisible()
    assert not find(panel, PaintedButton, "erase.leave").isVisible()
    panel.tell("It is erased", "Receipt")
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_it_can_be_stopped(qtbot: QtBot, panel: ErasePanel) -> None:
    panel.begin()
    panel.say_progress(1, 4)
    with qtbot.waitSignal(panel.stop_chosen):
        press(qtbot, panel, "erase.progress.stop")


def test_what_came_of_it_is_told_and_nothing_asked_any_more(panel: ErasePanel) -> None:
    panel.tell("It is erased", "Receipt 5B0C1E22")
    assert find(panel, Text, "erase.told").text() == "Receipt 5B0C1E22"
    assert not panel.word.isVisible()
    assert panel.leave_button.text() == "Close"


def test_what_was_typed_for_one_erases_no_other(qtbot: QtBot, panel: ErasePanel) -> None:
    qtbot.keyClicks(panel.word, "Priya Nair")
    panel.show_what_goes([], [], "3 calls")
    assert panel.word.text() == ""
    assert not panel.button.isEnabled()


def test_of_many_names_the_rest_is_counted(panel: ErasePanel) -> None:
    panel.show_what_goes([("20 pages", [f"page {n}" for n in range(20)])], [], "20 calls")
    names = next(words for words in texts(panel) if words.startswith("page 0"))
    assert names.splitlines()[-1] == f"and {20 - MOST_NAMES} more"


@every_look
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        panel = ErasePanel()
        panel.look("Erasing Priya Nair")
        show(qtbot, panel)
        panel.show_what_goes(GOES, STAYS, "Priya Nair")
        assert_all_can_be_read(panel)
