from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.finding import find, press
from tests.ui.looks import Look, every_look, settle, worn
from ui.widgets.button import LinkButton
from ui.widgets.reminder_list import Remindable, ReminderList
from ui.widgets.text import Text

TWO = (Remindable(0, "“Ask first”: 3 December"), Remindable(1, "“Wait”: 10 December"))


@pytest.fixture
def reminders(qtbot: QtBot) -> ReminderList:
    made = ReminderList()
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show_reminders(TWO)
    return made


def _said(reminders: ReminderList) -> list[str]:
    return [text.accessibleName() for text in reminders.findChildren(Text) if text.isVisible()]


def test_each_is_offered_and_told_by_its_number(qtbot: QtBot, reminders: ReminderList) -> None:
    assert _said(reminders) == [item.sentence for item in TWO]
    with qtbot.waitSignal(reminders.chosen) as chosen:
        press(qtbot, reminders, "reminders.add.1")
    assert chosen.args == [1]
    assert find(reminders, LinkButton, "reminders.add.1").accessibleName().endswith(TWO[1].sentence)


def test_it_says_where_the_file_lies_until_something_else_is_shown(
    qtbot: QtBot, reminders: ReminderList
) -> None:
    reminders.show_saved(Path("/home/dana/reminder.ics"))
    assert any("as reminder.ics" in said for said in _said(reminders))
    with qtbot.waitSignal(reminders.folder_chosen):
        press(qtbot, reminders, "reminders.folder")
    reminders.show_reminders(TWO)
    assert _said(reminders) == [item.sentence for item in TWO]


def test_a_problem_has_no_file_to_show(reminders: ReminderList) -> None:
    reminders.show_problem("The disk is full. Free some space.")
    assert "The disk is full. Free some space." in _said(reminders)
    assert not find(reminders, LinkButton, "reminders.folder").isVisible()


def test_without_any_there_is_nothing_to_see(reminders: ReminderList) -> None:
    reminders.show_reminders(())
    assert not reminders.isVisible()


@every_look
def test_all_of_it_can_be_read(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    with worn(qapp, look):
        made = ReminderList()
        qtbot.addWidget(made)
        made.show_reminders(TWO)
        made.show_saved(Path("/home/dana/Documents/coaching/2026-12-03 Look at it together with Priya.ics"))
        made.resize(300, 500)
        made.show()
        settle()
        assert find_clipped(made) == []
