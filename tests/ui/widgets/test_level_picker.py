from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.level_picker import NO_CHANCE, LevelPicker, LevelText

LEVELS = (
    LevelText(1, "Not yet", "Answers, explains or discounts straight away."),
    LevelText(2, "Sometimes", "Asks first when it is easy; answers first under pressure."),
    LevelText(3, "Mostly", "Asks first, also on price, and waits for the reply."),
    LevelText(4, "Every time", "Asks, waits, and builds the answer on what was said."),
    LevelText(NO_CHANCE, "No chance", "Nothing came up that called for it."),
)


@pytest.fixture
def picker(stage: Stage) -> LevelPicker:
    made = LevelPicker(LEVELS)
    stage(made, size=(700, 320))
    return made


@pytest.mark.parametrize("number", [1, 2, 3, 4, 0])
def test_number_keys_choose_and_nought_is_no_chance(qtbot: QtBot, picker: LevelPicker, number: int) -> None:
    picker.rows()[0].setFocus()
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.keyClick(picker.rows()[0], Qt.Key(Qt.Key.Key_0 + number))
    assert told.args == [number]


def test_other_numbers_choose_nothing(qtbot: QtBot, picker: LevelPicker) -> None:
    with qtbot.assertNotEmitted(picker.chosen):
        qtbot.keyClick(picker.rows()[0], Qt.Key.Key_7)
        qtbot.keyClick(picker.rows()[0], Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)


def test_arrows_move_without_choosing(qtbot: QtBot, picker: LevelPicker) -> None:
    picker.rows()[0].setFocus()
    with qtbot.assertNotEmitted(picker.chosen):
        qtbot.keyClick(picker.rows()[0], Qt.Key.Key_Down)
    assert picker.rows()[1].hasFocus()


def test_a_click_tells_and_only_set_level_shows(qtbot: QtBot, picker: LevelPicker) -> None:
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.mouseClick(picker.rows()[4], Qt.MouseButton.LeftButton)
    assert told.args == [NO_CHANCE]
    assert not any(row.isChecked() for row in picker.rows())
    picker.set_level(NO_CHANCE)
    assert [row.isChecked() for row in picker.rows()] == [False, False, False, False, True]
    picker.set_level(None)
    assert not any(row.isChecked() for row in picker.rows())


def test_a_screen_reader_hears_word_and_sentence(picker: LevelPicker) -> None:
    found = QAccessible.queryAccessibleInterface(picker.rows()[1])
    assert found.text(QAccessible.Text.Name) == "Sometimes"
    assert found.text(QAccessible.Text.Description) == LEVELS[1].sentence


@pytest.mark.parametrize("width", [330, 500, 700])
def test_sentences_wrap_and_are_whole(picker: LevelPicker, width: int) -> None:
    for row in picker.rows():
        row.resize(width, row.heightForWidth(width))
        assert not [letters.text for letters in row.lettering() if letters.clipped()]


def test_another_skill_brings_its_own_sentences(picker: LevelPicker) -> None:
    picker.set_levels((LevelText(1, "Not yet", "Talks over the customer."),))
    assert [row.text() for row in picker.rows()] == ["Not yet"]
    assert picker.rows()[0].isVisible()
