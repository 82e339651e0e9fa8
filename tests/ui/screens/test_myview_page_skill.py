from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoring.rating import Rating
from scoring.rubric import default_rubric
from tests.ui.screens.aftercall import everything_said_by
from ui.screens.myview_page_skill import SkillPart
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.level_picker import LevelRow

SKILL = default_rubric().skills[0]


def test_a_press_only_tells_which_level_was_chosen(qtbot: QtBot) -> None:
    part = SkillPart()
    qtbot.addWidget(part)
    part.show_skill(SKILL, None, [])
    rows = part.findChildren(LevelRow)
    told: list[int | None] = []
    part.rated.connect(told.append)
    for row in rows:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert told == [1, 2, 3, 4, None]
    assert not any(row.isChecked() for row in rows)


def test_each_level_stands_with_its_sentence_and_no_chance_with_its_own(qtbot: QtBot) -> None:
    part = SkillPart()
    qtbot.addWidget(part)
    part.show_skill(SKILL, Rating(skill=SKILL.id, level=None), [])
    said = everything_said_by(part)
    assert all(level.sentence in said for level in SKILL.levels)
    assert SKILL.no_chance in said
    assert [row.number for row in part.findChildren(LevelRow) if row.isChecked()] == [0]


def test_what_was_forgotten_is_gone(qtbot: QtBot) -> None:
    part = SkillPart()
    qtbot.addWidget(part)
    part.show_skill(SKILL, Rating(skill=SKILL.id, level=4), [EvidenceLine("01:00", "+", "SEALED")])
    part.forget()
    assert not any(row.isChecked() for row in part.findChildren(LevelRow))
    assert "SEALED" not in everything_said_by(part)
