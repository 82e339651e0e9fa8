from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.theme import DESK
from ui.widgets.level_dots import LevelDots


def _filled(dots: LevelDots) -> list[bool]:
    image = dots.grab().toImage()
    return [image.pixelColor(QPoint(5 + 15 * n, 5)).name() == DESK.accent for n in range(4)]


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_as_many_dots_are_filled_as_the_level_says(qtbot: QtBot, level: int) -> None:
    dots = LevelDots(level, "Mostly")
    qtbot.addWidget(dots)
    assert _filled(dots) == [n < level for n in range(4)]


def test_they_start_at_the_right_when_mirrored(qtbot: QtBot) -> None:
    dots = LevelDots(1, "Not yet, 1 of 4")
    qtbot.addWidget(dots)
    dots.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert _filled(dots) == [False, False, False, True]


def test_a_screen_reader_hears_the_words(qtbot: QtBot) -> None:
    dots = LevelDots()
    qtbot.addWidget(dots)
    dots.set_level(3, "Mostly, 3 of 4")
    assert QAccessible.queryAccessibleInterface(dots).text(QAccessible.Text.Name) == "Mostly, 3 of 4"
