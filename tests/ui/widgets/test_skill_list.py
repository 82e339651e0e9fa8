from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.skill_list import SkillList, SkillState

STATES = (
    SkillState("purpose", "Opens with purpose", "Mostly, 3 of 4", 3),
    SkillState("asks", "Asks before answering", "to do"),
    SkillState("calm", "Stays calm", "No chance"),
)


@pytest.fixture
def skills(stage: Stage) -> SkillList:
    made = SkillList()
    made.set_states(STATES)
    stage(made)
    return made


def test_a_rated_skill_shows_dots_and_the_others_say_how_they_stand(skills: SkillList) -> None:
    texts = [[letters.text for letters in row.lettering()] for row in skills.rows()]
    assert texts == [["Opens with purpose"], ["Asks before answering", "to do"], ["Stays calm", "No chance"]]


def test_a_screen_reader_hears_the_level_in_words(skills: SkillList) -> None:
    found = QAccessible.queryAccessibleInterface(skills.rows()[0])
    assert found.text(QAccessible.Text.Description) == "Mostly, 3 of 4"


def test_return_goes_to_a_skill(qtbot: QtBot, skills: SkillList) -> None:
    skills.rows()[0].setFocus()
    qtbot.keyClick(skills.rows()[0], Qt.Key.Key_Down)
    with qtbot.waitSignal(skills.chosen) as told:
        qtbot.keyClick(skills.rows()[1], Qt.Key.Key_Return)
    assert told.args == ["asks"]


def test_a_new_rating_keeps_the_focus_where_it_is(skills: SkillList) -> None:
    row = skills.rows()[1]
    row.setFocus()
    skills.set_states((STATES[0], SkillState("asks", "Asks before answering", "Sometimes", 2), STATES[2]))
    assert skills.rows()[1] is row
    assert row.hasFocus()
    assert [letters.text for letters in row.lettering()] == ["Asks before answering"]


def test_one_skill_is_shown_as_current(skills: SkillList) -> None:
    skills.set_current("calm")
    assert [row.isChecked() for row in skills.rows()] == [False, False, True]
