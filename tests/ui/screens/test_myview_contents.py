from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.screens.aftercall import everything_said_by, press
from ui.screens.myview_contents import Contents
from ui.widgets.skill_list import SkillState


@pytest.fixture
def contents(qtbot: QtBot) -> Contents:
    made = Contents()
    qtbot.addWidget(made)
    made.resize(420, 400)
    made.show_states(
        [SkillState(f"s{n}", f"Skill {n}", "to do") for n in range(12)],
        [SkillState("more", "More", "to do")],
        "s0",
    )
    made.show()
    return made


def test_both_lists_lead_to_their_parts(contents: Contents) -> None:
    told: list[str] = []
    contents.chosen.connect(told.append)
    press(contents, "skill.s3")
    press(contents, "skill.more")
    assert told == ["s3", "more"]


def test_the_part_that_is_open_is_scrolled_into_view(contents: Contents, qtbot: QtBot) -> None:
    last = contents.findChild(QAbstractButton, "skill.s11")
    assert last is not None
    qtbot.waitUntil(lambda: last.height() > 0)
    assert last.visibleRegion().isEmpty()
    contents.show_states([SkillState(f"s{n}", f"Skill {n}", "to do") for n in range(12)], [], "s11")
    assert not last.visibleRegion().isEmpty()


def test_the_note_is_said_or_takes_no_room(contents: Contents) -> None:
    contents.show_note("Three are not rated.")
    assert "Three are not rated." in everything_said_by(contents)
    contents.show_note("")
    assert "Three are not rated." not in everything_said_by(contents)


def test_the_ways_out_are_told_apart(contents: Contents, qtbot: QtBot) -> None:
    ways = {
        "back": contents.home_chosen,
        "myview.reopen": contents.reopen_chosen,
        "myview.done": contents.done_chosen,
    }
    for name, signal in ways.items():
        with qtbot.waitSignal(signal):
            press(contents, name)
