"""Lines of a log with one of each kind, and hands and fingers to open them with."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from scoring.entry import (
    Floor,
    FloorCorrected,
    FloorTaken,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Moment,
    SteppedIn,
    What,
    WordsHeard,
)
from scoring.rubric import default_rubric
from tests.builders import a_running_log
from ui.log_lines import LogLine, log_lines

KINDS: dict[str, What] = {
    "mark": Marked(skill="asks-before-answering", seen=False, words="Gave a discount at once"),
    "floor": FloorTaken(who=Floor.CUSTOMER),
    "correction": FloorCorrected(who=Floor.ME, from_ms=60_000, until_ms=90_000),
    "step": SteppedIn(),
    "back": HandedBack(),
    "words": WordsHeard(text="It costs us eleven patients a week, and that is on a good week"),
    "moment": Moment(),
    "introduction": Introduced(how=Introduction.AS_BOSS),
}


def a_line(what: What) -> LogLine:
    """:returns: the line of one thing at 04:10."""
    log = a_running_log()
    log.at("04:10", what)
    (line,) = log_lines(log.state, default_rubric(), 9)
    return line


def some_lines(count: int) -> list[LogLine]:
    """:returns: so many marks as lines, newest first, a second apart."""
    log = a_running_log()
    for second in range(count):
        log.at_ms(second * 1000, Marked(skill="stays-calm", seen=True))
    return log_lines(log.state, default_rubric(), count)


class Finger:
    """A finger on a touch screen."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self._window = window
        self._device: QPointingDevice = QTest.createTouchDevice()

    def tap(self, part: QWidget) -> None:
        """Come down on a part and leave it again."""
        place = self._come_down(part)
        self._touch().release(0, place, self._window).commit()

    def scroll(self, part: QWidget, up: int, bar: QScrollBar) -> None:
        """Come down on a part, move up so many px, and leave once what lies under the finger has followed."""
        place, before = self._come_down(part), bar.value()
        for step in range(1, 11):
            self._touch().move(0, place - QPoint(0, up * step // 10), self._window).commit()
        self._qtbot.waitUntil(lambda: bar.value() > before)
        self._touch().release(0, place - QPoint(0, up), self._window).commit()

    def _come_down(self, part: QWidget) -> QPoint:
        place = part.mapTo(self._window, part.rect().center())
        self._touch().press(0, place, self._window).commit()
        return place

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._window, self._device)
