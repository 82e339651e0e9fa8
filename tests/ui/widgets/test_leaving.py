from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.field import LineEdit
from ui.widgets.growing_text import GrowingText
from ui.widgets.leaving import SETTLE_MS, Leaving


@pytest.mark.usefixtures("no_button_down")
def test_leaving_is_told_once_the_keys_are_elsewhere(qtbot: QtBot, stage: Stage) -> None:
    first, second, other = GrowingText(), LineEdit(), LineEdit()
    window = stage(first, second, other)
    together = Leaving(first, second, parent=window)
    first.setFocus()
    with qtbot.waitSignal(Leaving(first, parent=window).left):
        second.setFocus()
    with qtbot.assertNotEmitted(together.left, wait=SETTLE_MS + 50):
        first.setFocus()
    with qtbot.waitSignal(together.left):
        other.setFocus()


def test_nothing_is_told_while_something_is_being_pressed(
    qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    buttons = [Qt.MouseButton.LeftButton]
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: buttons[0])
    field, other = GrowingText(), LineEdit()
    leaving = Leaving(field, parent=stage(field, other))
    field.setFocus()
    with qtbot.assertNotEmitted(leaving.left, wait=SETTLE_MS + 100):
        other.setFocus(Qt.FocusReason.MouseFocusReason)
    buttons[0] = Qt.MouseButton.NoButton
    qtbot.waitSignal(leaving.left).wait()
