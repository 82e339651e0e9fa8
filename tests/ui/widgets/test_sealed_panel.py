from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.sealed_panel import SealedPanel
from ui.widgets.text import Text


def test_it_says_when_it_opens_and_nothing_else(qtbot: QtBot) -> None:
    panel = SealedPanel()
    qtbot.addWidget(panel)
    panel.set_sentence("Opens after Priya has spoken.")
    assert [label.text() for label in panel.findChildren(Text)] == ["Opens after Priya has spoken."]
