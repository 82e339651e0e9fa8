from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from tests.ui.finding import find, press
from tests.ui.widgets.conftest import Stage
from ui.widgets.floor_edges import Edge
from ui.widgets.floor_editor_buttons import ReachableButton
from ui.widgets.floor_editor_nudges import FloorNudges

START = Edge(at_ms=60_000, before=Floor.REP, after=Floor.ME, least_ms=20_000, most_ms=80_000)
END = replace(START, at_ms=90_000, most_ms=92_000, least_ms=61_000)


@pytest.fixture
def nudges(stage: Stage) -> FloorNudges:
    made = FloorNudges()
    made.show_edges(START, END)
    stage(made, size=(400, 200))
    return made


@pytest.mark.parametrize(
    ("name", "edge", "to_ms"),
    [
        ("floor.start.earlier", START, 55_000),
        ("floor.start.later", START, 65_000),
        ("floor.end.earlier", END, 85_000),
        ("floor.end.later", END, 92_000),
    ],
)
def test_each_button_moves_its_end_by_five_seconds_or_as_far_as_it_goes(
    qtbot: QtBot, nudges: FloorNudges, name: str, edge: Edge, to_ms: int
) -> None:
    with qtbot.waitSignal(nudges.nudged) as told:
        press(qtbot, nudges, name)
    assert told.args == [edge, to_ms]


def test_the_times_stand_beside_the_buttons(nudges: FloorNudges) -> None:
    words = [label.text() for label in nudges.findChildren(QLabel) if label.isVisible()]
    assert words == ["Starts 01:00", "Ends 01:30"]


def test_what_cannot_be_moved_is_not_there(nudges: FloorNudges) -> None:
    nudges.show_edges(START, None)
    shown = [button.objectName() for button in nudges.findChildren(ReachableButton) if button.isVisible()]
    assert shown == ["floor.start.earlier", "floor.start.later"]


def test_a_screen_reader_hears_what_is_moved_and_how_far(nudges: FloorNudges) -> None:
    assert find(nudges, ReachableButton, "floor.start.earlier").accessibleName() == "Starts 5 seconds earlier"
    assert find(nudges, ReachableButton, "floor.end.later").accessibleName() == "Ends 5 seconds later"
