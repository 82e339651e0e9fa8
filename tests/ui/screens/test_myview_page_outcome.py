from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoring.debrief import Outcome
from tests.builders import a_tee_up
from tests.ui.screens.aftercall import everything_said_by, find, press, write
from ui.screens.myview_page_outcome import OutcomePart
from ui.widgets.level_picker import LevelPicker


@pytest.fixture
def part(qtbot: QtBot) -> OutcomePart:
    made = OutcomePart()
    qtbot.addWidget(made)
    made.show_declared(a_tee_up(best="A date", least="  "))
    made.show()
    return made


def test_every_end_can_be_chosen(part: OutcomePart) -> None:
    told: list[Outcome] = []
    part.chosen.connect(told.append)
    for number in (1, 2, 3, 4):
        press(part, f"level.{number}")
    assert told == [Outcome.BEST, Outcome.BETWEEN, Outcome.LEAST, Outcome.LESS]


def test_what_was_not_declared_is_said_to_be_missing(part: OutcomePart) -> None:
    said = everything_said_by(part)
    assert "A date" in said
    assert "The least was not agreed beforehand." in said


def test_showing_words_is_not_writing_them(part: OutcomePart) -> None:
    told: list[str] = []
    part.words_edited.connect(told.append)
    part.show_outcome(Outcome.LESS, "A maybe")
    assert told == []
    write(part, "myview.outcome.words", "!")
    assert len(told) == 1


def test_a_number_key_that_means_no_end_does_nothing(part: OutcomePart) -> None:
    told: list[Outcome] = []
    part.chosen.connect(told.append)
    picker = find(part, LevelPicker, "myview.outcome")
    for key in (Qt.Key.Key_0, Qt.Key.Key_5, Qt.Key.Key_3):
        QTest.keyClick(picker, key)
    assert told == [Outcome.LEAST]
