from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.screens.aftercall import find, press
from ui.screens.write_down_contents import Contents
from ui.widgets.skill_list import SkillState


@pytest.fixture
def contents(qtbot: QtBot) -> Contents:
    made = Contents()
    qtbot.addWidget(made)
    made.resize(420, 400)
    made.show_states(
        [SkillState("when", "When", "to do"), SkillState("marks", "Marks", "")], "when", can_be_done=True
    )
    made.show()
    return made


def test_a_press_leads_to_a_step(contents: Contents, qtbot: QtBot) -> None:
    with qtbot.waitSignal(contents.chosen) as told:
        press(contents, "skill.marks")
    assert told.args == ["marks"]


def test_nobody_is_done_before_the_call_is_over(contents: Contents) -> None:
    done = find(contents, QAbstractButton, "writedown.done")
    assert done.isVisible()
    contents.show_states([SkillState("when", "When", "to do")], "when", can_be_done=False)
    assert not done.isVisible()


def test_the_ways_out_are_told_apart(contents: Contents, qtbot: QtBot) -> None:
    ways = {
        "back": contents.home_chosen,
        "writedown.reopen": contents.reopen_chosen,
        "writedown.done": contents.done_chosen,
    }
    for name, signal in ways.items():
        with qtbot.waitSignal(signal):
            press(contents, name)
