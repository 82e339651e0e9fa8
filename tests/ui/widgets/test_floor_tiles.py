from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from tests.drawings import find_clipped
from tests.ui.finding import find
from tests.ui.widgets.conftest import Stage
from ui.widgets.floor_cell import FloorCell
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


def test_shares_stand_on_the_tiles_of_those_who_have_one(column: FloorTiles) -> None:
    column.set_names("Priya", "", {Floor.REP: 60, Floor.CUSTOMER: 40, Floor.ME: 0})
    descriptions = [_tile(column, who).accessibleDescription() for who in Floor]
    assert descriptions == ["60%. A", "40%. S", "0%. D", "F"]
    column.set_names("Priya")
    assert [_tile(column, who).accessibleDescription() for who in Floor] == ["A", "S", "D", "F"]


def test_a_long_stretch_shows_on_my_tile_alone(column: FloorTiles) -> None:
    column.set_late(True)
    assert ["For long" in _tile(column, who).accessibleDescription() for who in Floor] == [
        False,
        False,
        True,
        False,
    ]


@pytest.fixture
def row(stage: Stage) -> FloorTiles:
    """Without keys: for a strip."""
    shown = FloorTiles("")
    stage(shown, size=(304, 120))
    return shown


def test_without_keys_they_stand_side_by_side_in_short_words(row: FloorTiles) -> None:
    row.grab()
    cells = [_tile(row, who) for who in Floor]
    assert all(isinstance(cell, FloorCell) for cell in cells)
    assert [cell.text() for cell in cells] == ["Rep", "Cust.", "Me", "None"]
    assert len({cell.y() for cell in cells}) == 1
    assert max(cell.width() for cell in cells) - min(cell.width() for cell in cells) <= 1
    assert find_clipped(row) == []


@pytest.mark.parametrize("who", list(Floor))
def test_a_press_on_a_cell_tells_who(qtbot: QtBot, row: FloorTiles, who: Floor) -> None:
    with qtbot.waitSignal(row.tapped) as told:
        qtbot.mousePress(_tile(row, who), Qt.MouseButton.LeftButton)
    assert told.args == [who]


def test_a_screen_reader_hears_whole_words_where_short_ones_stand(stage: Stage) -> None:
    cells = FloorTiles("")
    stage(cells, size=(300, 80))
    assert [_tile(cells, who).accessibleName() for who in Floor] == ["Rep", "Customer", "Me", "Nobody"]
    assert _tile(cells, Floor.CUSTOMER).text() == "Cust."
