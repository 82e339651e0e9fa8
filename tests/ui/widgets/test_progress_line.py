"""How far something is."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import find, press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.theme import DESK
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text


def _filled(line: ProgressLine) -> float:
    picture = line.grab().toImage()
    row = [picture.pixelColor(x, picture.height() - 2) for x in range(picture.width())]
    return sum(colour == QColor(DESK.accent) for colour in row) / len(row)


def test_the_line_fills_as_the_work_goes_on(qtbot: QtBot) -> None:
    line = ProgressLine("work")
    show(qtbot, line, (400, 60))
    line.begin("Reading …")
    assert _filled(line) == 0
    line.say("Reading 3 of 4 files …", 3, 4)
    assert abs(_filled(line) - 0.75) < 0.02
    assert find(line, Text, "work.words").text() == "Reading 3 of 4 files …"


def test_it_is_stopped_once(qtbot: QtBot) -> None:
    line = ProgressLine("work")
    show(qtbot, line, (400, 60))
    line.begin("Reading …")
    with qtbot.waitSignal(line.stop_chosen):
        press(qtbot, line, "work.stop")
    assert not line.stop.isEnabled()
    assert find(line, Text, "work.words").text() == "Stopping …"
    line.end()
    assert line.isHidden()
    line.begin("Again …")
    assert line.stop.isEnabled()


@every_look
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        line = ProgressLine("work")
        show(qtbot, line)
        line.begin("Reading 3 of 4 files …")
        assert_all_can_be_read(line)
