from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.quiet_lines import EvidenceWords, QuietLines, QuietLink
from ui.widgets.text import Text

Stage = Callable[..., QWidget]


def test_a_line_leads_to_what_it_is_about_and_one_without_a_key_is_only_read(
    qtbot: QtBot, stage: Stage
) -> None:
    lines = QuietLines()
    stage(lines)
    words = (EvidenceWords(words="Mostly", key=1), EvidenceWords(words="No chance to see"))
    lines.show_lines(words)
    assert [text.text() for text in lines.findChildren(Text)] == ["No chance to see"]
    (link,) = lines.findChildren(QuietLink)
    with qtbot.waitSignal(lines.chosen) as chosen:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert chosen.args == [1]


def test_no_lines_take_no_room(stage: Stage) -> None:
    lines = QuietLines()
    stage(lines)
    lines.show_lines((EvidenceWords(words="Mostly", key=1),))
    assert lines.isVisible()
    lines.show_lines(())
    assert not lines.isVisible()
