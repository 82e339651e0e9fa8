from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from exports.rubric_difference_words import DifferenceLine
from tests.ui.finding import find, press
from tests.ui.screens.aftercall import everything_said_by
from ui.screens.edit_rubric_page_use import UsePart
from ui.widgets.button import PaintedButton


@pytest.fixture
def part(qtbot: QtBot) -> UsePart:
    made = UsePart()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_says_what_changes_and_what_stays(part: UsePart) -> None:
    part.show_version(3, 2, 2, "")
    part.show_changes([DifferenceLine(what="Asks · Name", was="Asks", now="Asks first")])
    said = everything_said_by(part)
    assert "2 calls were planned or watched with version 2. They keep the words of that day." in said
    assert "Was: Asks" in said
    assert "Now: Asks first" in said
    assert "New calls can be watched with it then. What you change later becomes the next version." in said


def test_a_question_has_to_be_answered_first(qtbot: QtBot, part: UsePart) -> None:
    answers: list[str] = []
    part.same_said.connect(answers.append)
    part.new_said.connect(answers.append)
    part.show_version(2, 1, 0, "")
    part.show_questions([("asks", "Asks first", "Asks")])
    use = find(part, PaintedButton, "rubric.use.now")
    assert not use.isEnabled()
    assert "“Asks first” is “Asks” now" in everything_said_by(part)
    press(qtbot, part, "rubric.same.asks")
    press(qtbot, part, "rubric.new.asks")
    assert answers == ["asks", "asks"]
    part.show_questions([])
    assert use.isEnabled()


def test_what_is_missing_takes_the_place_of_the_button(part: UsePart) -> None:
    part.show_version(1, 0, 0, "The rubric has no name yet.")
    assert find(part, PaintedButton, "rubric.use.now").isHidden()
    assert find(part, PaintedButton, "rubric.use.missing").isVisible()
