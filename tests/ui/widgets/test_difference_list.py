from __future__ import annotations

from pytestqt.qtbot import QtBot

from exports.rubric_difference_words import DifferenceLine
from tests.ui.looks import show
from ui.widgets.difference_list import DifferenceList
from ui.widgets.text import Text


def _read(shown: DifferenceList) -> list[str]:
    return [text.accessibleName() for text in shown.findChildren(Text) if text.isVisible()]


def test_what_was_and_what_is_now_are_told_apart(qtbot: QtBot) -> None:
    shown = DifferenceList()
    show(qtbot, shown)
    came = DifferenceLine(what="Skill added", now="Calms")
    shown.show_lines([DifferenceLine(what="Name", was="Ours", now="Theirs"), came])
    assert _read(shown) == ["Name", "Was: Ours", "Now: Theirs", "Skill added", "Now: Calms"]
    shown.show_lines([])
    assert _read(shown) == ["They say the same."]
