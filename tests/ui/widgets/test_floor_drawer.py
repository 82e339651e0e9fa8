"""The floor beside the tiles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from scoring.floor import FloorSpan
from tests.drawings import find_clipped
from tests.ui.finding import find, texts
from tests.ui.looks import Look, every_look, settle, worn
from tests.ui.widgets.conftest import Stage
from ui.theme import LIVE, wear
from ui.widgets.floor_drawer import FloorDrawer
from ui.widgets.live_button import LiveButton

SPANS = (FloorSpan(0, 60_000, Floor.REP), FloorSpan(60_000, 200_000, Floor.CUSTOMER))


@pytest.fixture
def drawer(stage: Stage) -> FloorDrawer:
    made = FloorDrawer()
    stage(made, size=(400, 620))
    made.editor.show_floor(SPANS, 0, 200_000)
    return made


@pytest.mark.parametrize(("name", "signal"), [("floor.log", "log_wanted"), ("floor.close", "left")])
def test_its_buttons_lead_back(qtbot: QtBot, drawer: FloorDrawer, name: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(drawer, signal)):
        qtbot.mousePress(find(drawer, LiveButton, name), Qt.MouseButton.LeftButton)


def test_esc_closes_it_from_wherever_the_keys_are(qtbot: QtBot, drawer: FloorDrawer) -> None:
    drawer.editor.bar.setFocus()
    with qtbot.waitSignal(drawer.left):
        qtbot.keyClick(drawer.editor.bar, Qt.Key.Key_Escape)


def test_it_names_nobody_and_counts_nothing(drawer: FloorDrawer) -> None:
    drawer.editor.bar.setFocus()
    said = " ".join(texts(drawer))
    assert "Rep" in said
    assert "%" not in said


@every_look
def test_everything_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        drawer = FloorDrawer()
        qtbot.addWidget(drawer)
        wear(drawer, LIVE)
        drawer.resize(round(400 * look.scale), 620)
        drawer.show()
        drawer.editor.show_floor(SPANS, 0, 200_000)
        qtbot.keyClick(drawer.editor.bar, Qt.Key.Key_Home)
        settle()
        drawer.grab()
        assert find_clipped(drawer) == []
