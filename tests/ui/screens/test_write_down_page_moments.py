from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.screens.aftercall import find, press
from ui.screens.write_down_page_moments import MomentsPart, NewLines
from ui.widgets.field import LineEdit
from ui.widgets.recalled_lines import RecalledLine

LINE = RecalledLine(key="a", sign="", name="A moment", words="The silence", note="recalled")


@pytest.fixture
def part(qtbot: QtBot) -> MomentsPart:
    made = MomentsPart()
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_kind_of_line_is_told_by_its_own_field(part: MomentsPart, qtbot: QtBot) -> None:
    fields: list[tuple[NewLines, str]] = [(part.moments, "moment"), (part.heard, "heard")]
    for lines, name in fields:
        field = find(part, LineEdit, f"writedown.{name}")
        with qtbot.waitSignal(lines.begun) as begun:
            qtbot.keyClick(field, Qt.Key.Key_H)
        assert begun.args == ["h"]
        with qtbot.waitSignal(lines.added):
            qtbot.keyClick(field, Qt.Key.Key_Return)
        with qtbot.waitSignal(lines.added):
            press(part, f"writedown.{name}.add")


def test_what_is_written_stands_below_and_can_go(part: MomentsPart, qtbot: QtBot) -> None:
    part.moments.show_lines("The hand", [LINE])
    assert find(part, LineEdit, "writedown.moment").text() == "The hand"
    assert find(part, LineEdit, "recalled.a.words").text() == "The silence"
    with qtbot.waitSignal(part.removed) as removed:
        press(part, "recalled.a.remove")
    assert removed.args == ["a"]
