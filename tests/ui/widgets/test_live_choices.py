from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.finding import find
from tests.ui.looks import settle
from tests.ui.widgets.conftest import Stage
from ui.theme import TARGET
from ui.widgets.live_button import LiveButton
from ui.widgets.live_choices import LiveChoices

QUESTION = "Introduction"
OPTIONS = [("as_agreed", "As agreed"), ("my_boss", "“My boss”"), ("not_introduced", "Not at all")]


@pytest.fixture
def choices(stage: Stage) -> LiveChoices:
    made = LiveChoices(QUESTION, OPTIONS)
    stage(made, size=(700, 200))
    return made


def _button(choices: LiveChoices, value: str) -> LiveButton:
    return find(choices, LiveButton, f"choice.{value}")


@pytest.mark.parametrize("value", [value for value, _ in OPTIONS])
def test_one_press_answers_before_the_finger_is_lifted(
    qtbot: QtBot, choices: LiveChoices, value: str
) -> None:
    with qtbot.waitSignal(choices.tapped) as told:
        qtbot.mousePress(_button(choices, value), Qt.MouseButton.LeftButton)
    assert told.args == [value]


def test_a_finger_that_bounces_answers_once(qtbot: QtBot, choices: LiveChoices) -> None:
    told: list[str] = []
    choices.tapped.connect(told.append)
    for _ in range(2):
        qtbot.mouseClick(_button(choices, "my_boss"), Qt.MouseButton.LeftButton)
    assert told == ["my_boss"]


def test_an_answer_is_given_by_keyboard_once_tab_was_used(qtbot: QtBot, choices: LiveChoices) -> None:
    first = _button(choices, "as_agreed")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    with qtbot.waitSignal(choices.tapped) as told:
        qtbot.keyClick(_button(choices, "my_boss"), Qt.Key.Key_Return)
    assert told.args == ["my_boss"]


def test_question_and_answers_are_read_and_heard(choices: LiveChoices) -> None:
    heard = [QAccessible.queryAccessibleInterface(_button(choices, value)) for value, _ in OPTIONS]
    assert [found.text(QAccessible.Text.Name) for found in heard] == [text for _, text in OPTIONS]
    assert choices.accessibleName() == QUESTION
    assert find_clipped(choices) == []


def test_every_answer_is_large_enough_for_a_finger(choices: LiveChoices) -> None:
    assert min(_button(choices, value).height() for value, _ in OPTIONS) >= TARGET


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_answers_stand_in_reading_order(stage: Stage, direction: Qt.LayoutDirection) -> None:
    choices = LiveChoices(QUESTION, OPTIONS)
    choices.setLayoutDirection(direction)
    stage(choices, size=(700, 200))
    places = [_button(choices, value).x() for value, _ in OPTIONS]
    assert places == sorted(places, reverse=direction == Qt.LayoutDirection.RightToLeft)


def test_other_answers_can_be_offered(qtbot: QtBot, choices: LiveChoices) -> None:
    choices.set_options([("asked", "Asked"), ("other", "Other")])
    settle()
    shown = [button.text() for button in choices.findChildren(LiveButton) if button.isVisible()]
    assert shown == ["Asked", "Other"]
    assert find_clipped(choices) == []
    with qtbot.waitSignal(choices.tapped) as told:
        qtbot.mousePress(_button(choices, "other"), Qt.MouseButton.LeftButton)
    assert told.args == ["other"]


def test_the_same_answers_again_leave_every_button_under_its_finger(choices: LiveChoices) -> None:
    before = [_button(choices, value) for value, _ in OPTIONS]
    choices.set_options(OPTIONS)
    assert [_button(choices, value) for value, _ in OPTIONS] == before
