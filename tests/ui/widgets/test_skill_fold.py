from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.rubric import default_rubric
from tests.ui.finding import texts
from tests.ui.looks import show
from ui.widgets.skill_fold import SkillFold


def test_a_skill_says_all_its_words_once_it_is_opened_and_can_be_closed(qtbot: QtBot) -> None:
    skill = replace(default_rubric().skills[0], checklist=("Says the purpose", "Asks whether it suits"))
    fold = SkillFold(skill, 1)
    show(qtbot, fold)
    assert skill.seen not in texts(fold)
    qtbot.keyClick(fold.link, Qt.Key.Key_Return)
    sentences = {level.sentence for level in skill.levels}
    assert {skill.seen, skill.missed, skill.no_chance, *skill.checklist, *sentences} <= set(texts(fold))
    assert fold.is_open
    qtbot.keyClick(fold.link, Qt.Key.Key_Return)
    assert not fold.is_open
