from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.finding import find
from tests.ui.screens.aftercall import press
from ui.recalled import RecalledMarks
from ui.screens.write_down_page_marks import MarksPart
from ui.widgets.button import PaintedButton


def _marks(skill: str, seen: int = 0) -> RecalledMarks:
    return RecalledMarks(skill=skill, name=skill.title(), seen=seen, missed=0, lines=())


def test_a_press_tells_which_skill_and_whether_it_was_seen(qtbot: QtBot) -> None:
    part = MarksPart()
    qtbot.addWidget(part)
    part.show_marks([_marks("asks"), _marks("calm")])
    part.show()
    for name, told in (("calm.seen", ["calm", True]), ("asks.missed", ["asks", False])):
        with qtbot.waitSignal(part.marked) as signal:
            press(part, f"recall.{name}")
        assert signal.args == told


def test_the_rows_stay_while_marks_are_added(qtbot: QtBot) -> None:
    part = MarksPart()
    qtbot.addWidget(part)
    part.show_marks([_marks("asks"), _marks("calm")])
    seen = find(part, PaintedButton, "recall.asks.seen")
    part.show_marks([_marks("asks", 1), _marks("calm")])
    assert find(part, PaintedButton, "recall.asks.seen") is seen
    assert seen.accessibleDescription() == "1"
    assert len(part.stops()) == 4
