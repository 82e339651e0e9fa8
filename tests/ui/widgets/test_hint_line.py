from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.text import tr
from tests.drawings import find_clipped
from tests.ui.looks import Look, every_look, settle, worn
from tests.ui.widgets.conftest import Stage
from ui.widgets.button import LinkButton
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.hint_line import HintLine


def _leave(line: HintLine) -> LinkButton:
    found = line.findChild(LinkButton, "field.hint.leave")
    assert found
    return found


def test_without_a_hint_the_line_takes_no_room(stage: Stage) -> None:
    line = HintLine("field")
    stage(line)
    assert line.isHidden()
    line.show_hint("An example would help.")
    assert line.isVisible()
    assert line.hint == "An example would help."
    line.show_hint("")
    assert line.isHidden()
    assert line.hint == ""


def test_the_words_can_be_left_as_they_are_with_the_keyboard(qtbot: QtBot, stage: Stage) -> None:
    line = HintLine("field")
    stage(line)
    line.show_hint("An example would help.")
    _leave(line).setFocus()
    with qtbot.waitSignal(line.left_alone):
        QTest.keyClick(_leave(line), Qt.Key.Key_Return)


@every_look
def test_a_hint_can_be_read_in_every_look(qapp: QApplication, stage: Stage, look: Look) -> None:
    with worn(qapp, look):
        line = HintLine("field")
        window = stage(line)
        line.show_hint(tr("There seem to be more than two changes here. Keep one, and park the rest."))
        settle()
        window.grab()
        assert find_clipped(window) == []


def test_in_a_field_it_takes_the_place_of_the_hint_and_is_heard_with_the_answer(stage: Stage) -> None:
    answer = LineEdit()
    field = LabelledField("First tried", answer, "Any day will do")
    field.set_line(HintLine("field"))
    stage(field)
    field.show_line("Where is it tried first?")
    assert answer.accessibleDescription() == "Where is it tried first?"
    field.show_line("")
    assert answer.accessibleDescription() == "Any day will do"
