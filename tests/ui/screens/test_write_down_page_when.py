from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.looks import show
from tests.ui.screens.aftercall import everything_said_by, find, press
from ui.recalled import EndOption
from ui.screens.write_down_page_when import WhenPart
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.spin_fields import WhenField

NOW = datetime(2026, 3, 10, 10, 15).astimezone()
OPTIONS = [EndOption("Just now", NOW), EndOption("10 minutes ago", NOW - timedelta(minutes=10))]


@pytest.fixture
def part(qtbot: QtBot) -> WhenPart:
    made = WhenPart()
    made.show_end(OPTIONS, None, NOW, "")
    show(qtbot, made, (600, 300))
    return made


def test_an_answer_is_told_as_the_time_it_stands_for_and_shown_only_when_it_is_given(
    part: WhenPart, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(part.chosen) as told:
        press(part, "choice.1")
    assert told.args == [NOW - timedelta(minutes=10)]
    row = find(part, ChoiceRow, "writedown.ago")
    assert row.chosen_values() == []
    part.show_end(OPTIONS, 1, NOW - timedelta(minutes=10), "It ended: 10:05.")
    assert row.chosen_values() == ["1"]
    assert "It ended: 10:05." in everything_said_by(part)


def test_a_written_time_is_told_once_when_the_field_is_left(part: WhenPart, qtbot: QtBot) -> None:
    field = find(part, WhenField, "writedown.at")
    told: list[datetime] = []
    part.chosen.connect(told.append)
    field.setFocus()
    field.setSelectedSection(field.Section.MinuteSection)
    qtbot.keyClicks(field, "05")
    assert told == []
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    part.finish()
    assert told == [NOW - timedelta(minutes=10)]


def test_a_field_that_was_only_visited_tells_nothing(part: WhenPart, qtbot: QtBot) -> None:
    field = find(part, WhenField, "writedown.at")
    field.setFocus()
    with qtbot.assertNotEmitted(part.chosen):
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        part.finish()
