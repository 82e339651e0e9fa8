"""Taking hold of a window without a frame."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.strip_handles import Handle


@pytest.mark.parametrize(
    ("edge", "asked"), [(None, "move"), (Qt.Edge.BottomEdge, Qt.Edge.BottomEdge)], ids=["top", "bottom"]
)
def test_the_pointer_takes_the_window_along(
    qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch, edge: Qt.Edge | None, asked: object
) -> None:
    handle = Handle(edge)
    stage(handle)
    done: list[object] = []

    def move(_window: QWindow) -> None:
        done.append("move")

    def resize(_window: QWindow, by: Qt.Edge) -> None:
        done.append(by)

    monkeypatch.setattr(QWindow, "startSystemMove", move)
    monkeypatch.setattr(QWindow, "startSystemResize", resize)
    qtbot.mousePress(handle, Qt.MouseButton.RightButton)
    assert done == []
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton)
    assert done == [asked]


def test_it_says_what_it_is_for(stage: Stage) -> None:
    top, bottom = Handle(), Handle(Qt.Edge.BottomEdge)
    stage(top, bottom)
    assert (top.accessibleName(), bottom.accessibleName()) == ("Move", "Change the height")
