from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.screens.aftercall import find, press
from ui.recalled import RecalledStep
from ui.screens.write_down_page_steps import StepsPart
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LineEdit


def _step(key: str, words: str | None = None, handed_back: bool | None = None) -> RecalledStep:
    return RecalledStep(key=key, why="Why", words=words, handed_back=handed_back, note="recalled")


@pytest.fixture
def part(qtbot: QtBot) -> StepsPart:
    made = StepsPart()
    made.set_reasons([("asked", "Priya asked me to"), ("other", "Another reason")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_reason_is_pressed_once_for_each_time_and_never_looks_chosen(part: StepsPart) -> None:
    told: list[str] = []
    part.stepped.connect(told.append)
    for choice in ("asked", "asked", "other"):
        press(part, f"choice.{choice}")
    assert told == ["asked", "asked", "other"]
    assert find(part, ChoiceRow, "writedown.why").chosen_values() == []


def test_whether_the_floor_went_back_is_shown_only_once_it_is_said(part: StepsPart, qtbot: QtBot) -> None:
    part.show_steps([_step("a"), _step("b", handed_back=False)])
    rows = [find(part, ChoiceRow, f"recalled.{key}.back") for key in "ab"]
    assert [row.chosen_values() for row in rows] == [[], ["no"]]
    with qtbot.waitSignal(part.handed_back) as told:
        press(rows[0], "choice.yes")
    assert told.args == ["a", True]


def test_only_a_reason_without_words_asks_for_some(part: StepsPart, qtbot: QtBot) -> None:
    part.show_steps([_step("a"), _step("b", words="The merger")])
    assert not find(part, LineEdit, "recalled.a.words").isVisible()
    field = find(part, LineEdit, "recalled.b.words")
    assert (field.isVisible(), field.text()) == (True, "The merger")
    with qtbot.waitSignal(part.edited) as told:
        qtbot.keyClicks(field, "!")
    assert told.args == ["b", "The merger!"]


def test_a_step_that_is_struck_is_gone(part: StepsPart, qtbot: QtBot) -> None:
    part.show_steps([_step("a"), _step("b")])
    with qtbot.waitSignal(part.removed) as told:
        press(part, "recalled.a.remove")
    assert told.args == ["a"]
    part.show_steps([_step("b")])
    assert not any(stop.objectName().startswith("recalled.a") for stop in part.stops())
