from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.finding import find, press
from tests.ui.looks import Look, every_look, settle, show, worn
from ui.widgets.button import PaintedButton
from ui.widgets.recalled_lines import RecalledLine
from ui.widgets.recalled_skill import RecalledSkill


@pytest.fixture
def skill(qtbot: QtBot) -> RecalledSkill:
    return _shown(qtbot)


def _shown(qtbot: QtBot) -> RecalledSkill:
    made = RecalledSkill("asks", "Asks before answering")
    line = RecalledLine(key="a", sign="+", name="Seen", words="", note="recalled 1 hour after the call")
    made.show_marks(12, 0, [line])
    show(qtbot, made, (520, 200))
    return made


def test_every_press_is_one_more(qtbot: QtBot, skill: RecalledSkill) -> None:
    told: list[bool] = []
    skill.marked.connect(told.append)
    for name in ("seen", "seen", "missed"):
        press(qtbot, skill, f"recall.asks.{name}")
    assert told == [True, True, False]


def test_plus_and_minus_are_one_stop_of_the_tab_key_and_are_read_out_with_their_counts(
    qtbot: QtBot, skill: RecalledSkill
) -> None:
    seen, missed = (find(skill, PaintedButton, f"recall.asks.{name}") for name in ("seen", "missed"))
    assert (seen.accessibleName(), seen.accessibleDescription()) == ("Seen: Asks before answering", "12")
    assert (missed.accessibleName(), missed.accessibleDescription()) == ("Missed: Asks before answering", "0")
    seen.setFocus()
    qtbot.keyClick(seen, Qt.Key.Key_Right)
    assert missed.hasFocus()
    qtbot.keyClick(missed, Qt.Key.Key_Tab)
    focused = skill.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == "recalled.a.words"


@every_look
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        made = _shown(qtbot)
        settle()
        made.grab()
        assert find_clipped(made) == []
