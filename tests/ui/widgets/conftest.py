"""Every widget is tested in the look it has in the program."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme


@pytest.fixture(autouse=True)
def _themed(qapp: QApplication) -> None:
    apply_theme(qapp)


Stage = Callable[..., QWidget]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """``stage(widget, another…, size=(400, 300))`` shows them in one active window, which it returns."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget, size: tuple[int, int] = (400, 300)) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(*size)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show
