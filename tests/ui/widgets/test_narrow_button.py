"""The buttons of the strip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.theme import TARGET
from ui.widgets.narrow_button import NarrowButton, WordsButton


def test_four_narrow_buttons_fit_beside_each_other(qtbot: QtBot) -> None:
    buttons = [NarrowButton(word) for word in ("Mark", "Hand back", "Undo", "Curtain")]
    for button in buttons:
        qtbot.addWidget(button)
    assert sum(button.minimumSizeHint().width() for button in buttons) + 3 * 6 <= 280
    assert min(button.minimumSizeHint().height() for button in buttons) >= TARGET


def test_words_that_were_begun_stand_where_they_are_written(stage: Stage) -> None:
    button = WordsButton("Words (click)")
    stage(button)
    assert button.text() == "Words (click)"
    button.show_words("It is ste")
    assert button.text() == "It is ste"
    button.show_words("  ")
    assert button.text() == "Words (click)"


def test_the_press_counts(qtbot: QtBot, stage: Stage) -> None:
    button = WordsButton("Words (click)")
    stage(button)
    with qtbot.waitSignal(button.tapped):
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)
