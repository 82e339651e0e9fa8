from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from tests.ui.finding import find
from tests.ui.widgets.conftest import Stage
from ui.widgets.floor_tile import FloorTile
from ui.widgets.floor_tiles import FloorTiles


@pytest.fixture
def column(stage: Stage) -> FloorTiles:
    shown = FloorTiles("ASDF")
    stage(shown, size=(240, 480))
    return shown


def _tile(column: FloorTiles, who: Floor) -> FloorTile:
    return find(column, FloorTile, f"observe.{who}")


@pytest.mark.parametrize(("number", "who"), list(enumerate(Floor)))
def test_a_press_and_its_key_tell_the_same(qtbot: QtBot, column: FloorTiles, number: int, who: Floor) -> None:
    with qtbot.waitSignal(column.tapped) as by_finger:
        qtbot.mousePress(_tile(column, who), Qt.MouseButton.LeftButton)
    other = FloorTiles("ASDF")
    qtbot.addWidget(other)
    with qtbot.waitSignal(other.tapped) as by_key:
        other.tap(number)
    assert by_finger.args == by_key.args == [who]


def test_a_press_alone_changes_nothing_on_show(qtbot: QtBot, column: FloorTiles) -> None:
    column.set_current(Floor.REP)
    qtbot.mousePress(_tile(column, Floor.ME), Qt.MouseButton.LeftButton)
    assert [who for who in Floor if _tile(column, who).isChecked()] == [Floor.REP]
    column.set_current(None)
    assert not any(_tile(column, who).isChecked() for who in Floor)


def test_nobody_is_as_large_as_the_others(column: FloorTiles) -> None:
    column.grab()
    heights = [_tile(column, who).height() for who in Floor]
    assert max(heights) - min(heights) <= 1


def test_names_are_there_only_while_they_are_given(column: FloorTiles) -> None:
    column.set_names("Priya", "Northgate")
    assert (_tile(column, Floor.REP).text(), _tile(column, Floor.CUSTOMER).text()) == ("Priya", "Northgate")
    column.set_names("", "")
    assert (_tile(column, Floor.REP).text(), _tile(column, Floor.CUSTOMER).text()) == ("Rep", "Customer")
