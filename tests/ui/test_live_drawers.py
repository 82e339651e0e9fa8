"""One drawer at a time."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoring.teeup import Way
from tests.builders import FakeClock, a_rep, a_tee_up
from tests.ui.finding import find
from ui.live_drawers import LiveDrawers
from ui.session import Session
from ui.sitting import Sitting
from ui.theme import LIVE, wear
from ui.widgets.floor_drawer import FloorDrawer
from ui.widgets.live_button import LiveButton
from ui.widgets.log_drawer import LogDrawer

PLACE = QRect(300, 40, 400, 600)


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    made = QWidget()
    wear(made, LIVE)
    qtbot.addWidget(made)
    made.resize(760, 700)
    made.show()
    return made


@pytest.fixture
def drawers(session: Session, clock: FakeClock, screen: QWidget) -> LiveDrawers:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    call_id: UUID = session.add_call(rep.id, a_tee_up())
    session.book(call_id).start()
    sitting = Sitting(session, screen)
    sitting.begin(call_id)
    made = LiveDrawers(screen, sitting, clock=clock.monotonic_ms)
    made.set_place(PLACE)
    return made


def _press(qtbot: QtBot, screen: QWidget, name: str) -> None:
    qtbot.mousePress(find(screen, LiveButton, name), Qt.MouseButton.LeftButton)


def _shown(screen: QWidget) -> list[str]:
    drawers = (find(screen, LogDrawer, "observe.drawer"), find(screen, FloorDrawer, "observe.floor_drawer"))
    assert all(drawer.geometry() == PLACE for drawer in drawers)
    return [drawer.objectName() for drawer in drawers if drawer.isVisible()]


def test_from_the_log_to_the_floor_and_back(qtbot: QtBot, screen: QWidget, drawers: LiveDrawers) -> None:
    assert not drawers.is_open
    drawers.open_log()
    assert _shown(screen) == ["observe.drawer"]
    _press(qtbot, screen, "log.floor")
    assert _shown(screen) == ["observe.floor_drawer"]
    _press(qtbot, screen, "floor.log")
    assert _shown(screen) == ["observe.drawer"]
    assert drawers.is_open


@pytest.mark.parametrize("opening", ["open_log", "open_floor"])
def test_closing_tells_once(qtbot: QtBot, screen: QWidget, drawers: LiveDrawers, opening: str) -> None:
    getattr(drawers, opening)()
    with qtbot.waitSignal(drawers.closed):
        drawers.close()
    assert _shown(screen) == []
    with qtbot.assertNotEmitted(drawers.closed):
        drawers.close()


def test_other_ways_are_there_unless_they_make_no_sense(
    qtbot: QtBot, screen: QWidget, drawers: LiveDrawers
) -> None:
    drawers.open_log()
    with qtbot.waitSignal(drawers.way_chosen) as chosen:
        _press(qtbot, screen, f"log.way.{Way.DISCREET}")
    assert chosen.args == [Way.DISCREET]
    drawers.offer_ways(False)
    assert not find(screen, LiveButton, f"log.way.{Way.DISCREET}").isVisible()
