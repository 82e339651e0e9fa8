from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.rating import Rating
from scoring.rubric import default_rubric
from tests.ui.widgets.conftest import Stage
from ui.widgets.level_choice import LevelChoice
from ui.widgets.level_picker import LevelRow

SKILL = default_rubric().skills[0]


def test_a_press_tells_the_level_and_shows_nothing_by_itself(qtbot: QtBot) -> None:
    choice = LevelChoice(SKILL)
    qtbot.addWidget(choice)
    told: list[Rating] = []
    choice.rated.connect(told.append)
    chips = choice.findChildren(LevelRow)
    for chip in chips:
        chip.click()
    assert told == [Rating(skill=SKILL.id, level=level) for level in (1, 2, 3, 4, None)]
    assert not any(chip.isChecked() for chip in chips)


def test_the_words_are_those_of_the_rubric(qtbot: QtBot) -> None:
    choice = LevelChoice(SKILL)
    qtbot.addWidget(choice)
    words = [chip.text() for chip in choice.findChildren(LevelRow)]
    assert words == [*(level.word for level in SKILL.levels), "No chance"]


def test_the_keys_go_to_what_is_chosen(stage: Stage) -> None:
    choice = LevelChoice(SKILL)
    stage(choice, size=(700, 200))
    choice.show_rating(Rating(skill=SKILL.id, level=None))
    choice.setFocus()
    focus = QApplication.focusWidget()
    assert isinstance(focus, LevelRow)
    assert (focus.text(), focus.isChecked()) == ("No chance", True)
