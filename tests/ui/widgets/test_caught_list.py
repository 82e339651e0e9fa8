from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.looks import Look, every_look, worn
from ui.widgets.caught_list import CaughtLine, CaughtList
from ui.widgets.text import Text

LINES = (
    CaughtLine(time="00:10", seen=True, skill="Opens with purpose", result="Marked after 4 s"),
    CaughtLine(
        time="01:01",
        seen=False,
        skill="Uses their words",
        result="Not marked",
        words="Now, our oven has nine programs, a touchscreen, and an app that sends you pictures of the bread.",
        open=True,
    ),
)


@pytest.fixture
def caught(qtbot: QtBot) -> CaughtList:
    made = CaughtList()
    qtbot.addWidget(made)
    made.show()
    made.set_lines(LINES)
    return made


def _words(caught: CaughtList) -> list[str]:
    return [label.text() for label in caught.findChildren(Text) if label.isVisible()]


def test_each_line_says_when_which_skill_and_what_became_of_it(caught: CaughtList) -> None:
    assert _words(caught)[:4] == ["00:10", "+", "Opens with purpose", "Marked after 4 s"]
    assert _words(caught)[4:] == ["01:01", "–", "Uses their words", "Not marked", LINES[1].words]


def test_new_lines_replace_the_old_ones(caught: CaughtList) -> None:
    caught.set_lines(LINES[:1])
    assert _words(caught) == ["00:10", "+", "Opens with purpose", "Marked after 4 s"]
    height = caught.sizeHint().height()
    for _ in range(3):
        caught.set_lines(LINES)
        caught.set_lines(LINES[:1])
    assert caught.sizeHint().height() == height


def test_what_is_not_as_it_was_stands_out(caught: CaughtList) -> None:
    bold = [label.text() for label in caught.findChildren(Text) if label.font().bold()]
    assert "Not marked" in bold
    assert "Marked after 4 s" not in bold


def test_a_sign_is_read_as_a_word(caught: CaughtList) -> None:
    names = [label.accessibleName() for label in caught.findChildren(Text) if label.text() in "+–"]
    assert names == ["Seen", "Missed"]


@every_look
def test_it_can_be_read_in_every_look(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        caught = CaughtList()
        qtbot.addWidget(caught)
        caught.set_lines(LINES)
        caught.resize(700, caught.heightForWidth(700))
        caught.show()
        assert find_clipped(caught) == []
