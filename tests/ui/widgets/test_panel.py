from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.theme import DESK
from ui.widgets.panel import Panel, PanelShape


@pytest.mark.parametrize("shape", PanelShape)
def test_it_is_white_paper(qtbot: QtBot, shape: PanelShape) -> None:
    panel = Panel(shape)
    qtbot.addWidget(panel)
    panel.resize(80, 60)
    assert panel.grab().toImage().pixelColor(40, 30).name() == DESK.card


@pytest.mark.parametrize(
    ("direction", "edge"), [(Qt.LayoutDirection.LeftToRight, 0), (Qt.LayoutDirection.RightToLeft, 79)]
)
def test_a_page_has_its_hairline_towards_the_start(
    qtbot: QtBot, direction: Qt.LayoutDirection, edge: int
) -> None:
    panel = Panel(PanelShape.PAGE)
    qtbot.addWidget(panel)
    panel.setLayoutDirection(direction)
    panel.resize(80, 60)
    image = panel.grab().toImage()
    assert image.pixelColor(edge, 30).name() == DESK.hairline
    assert image.pixelColor(79 - edge, 30).name() == DESK.card
