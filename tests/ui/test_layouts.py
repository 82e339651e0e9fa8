from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.layouts import clear_layout


def test_a_cleared_layout_lets_go_of_its_widgets(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for words in ("one", "two"):
        layout.addWidget(QLabel(words))
    clear_layout(layout)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert layout.count() == 0
    assert window.findChildren(QLabel) == []
