from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.widgets.conftest import Stage
from ui.widgets.field import LineEdit
from ui.widgets.message_bar import MessageBar


@pytest.fixture
def bar(stage: Stage) -> MessageBar:
    made = MessageBar()
    stage(made, LineEdit())
    return made


def test_it_takes_no_room_until_there_is_something_to_say(bar: MessageBar) -> None:
    assert not bar.isVisible()
    assert bar.message() == ""


def test_it_says_what_happened_and_offers_to_undo(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message("Marcus Bell is retired.", "Undo")
    assert bar.message() == "Marcus Bell is retired."
    with qtbot.waitSignal(bar.action_chosen):
        qtbot.mouseClick(bar.action, Qt.MouseButton.LeftButton)


def test_a_message_without_an_action_has_only_a_way_to_close_it(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message("Saved.")
    assert not bar.action.isVisible()
    with qtbot.waitSignal(bar.dismissed):
        qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_long_sentence_wraps_and_is_whole(bar: MessageBar) -> None:
    window = bar.window()
    bar.show_message(
        "The folder of the archive cannot be found. Connect the drive, then try again. " * 2, "Try again"
    )
    window.resize(330, 500)
    QCoreApplication.sendPostedEvents()
    assert find_clipped(window) == []


def test_it_never_takes_the_keyboard(bar: MessageBar) -> None:
    field = bar.window().findChild(LineEdit)
    assert field is not None
    field.setFocus()
    bar.show_message("The disk is full.", "Try again", problem=True)
    assert field.hasFocus()


def test_a_problem_looks_different_from_a_note(bar: MessageBar) -> None:
    bar.show_message("The disk is full.")
    note = bar.grab().toImage()
    bar.show_message("The disk is full.", problem=True)
    assert bar.grab().toImage() != note
