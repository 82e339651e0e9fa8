from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exports.summary import Party
from tests.drawings import find_clipped
from tests.ui.looks import Look, worn
from ui.theme import LIVE, TARGET, wear
from ui.widgets.floor_cell import FloorCell

COLOURS: list[tuple[Party, str]] = [
    ("rep", LIVE.rep),
    ("customer", LIVE.customer),
    ("me", LIVE.me),
    ("nobody", LIVE.nobody),
]


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    wear(made, LIVE)
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.show()
    return made


def _cell(ground: QWidget, party: Party = "me") -> FloorCell:
    cell = FloorCell(party, "Me", parent=ground)
    cell.resize(70, 44)
    cell.show()
    return cell


@pytest.mark.parametrize(("party", "colour"), COLOURS)
def test_each_party_has_its_colour_along_the_upper_edge(ground: QWidget, party: Party, colour: str) -> None:
    image = _cell(ground, party).grab().toImage()
    assert image.pixelColor(35, 2).name() == colour
    assert image.pixelColor(35, 7).name() == LIVE.card


def test_the_edge_is_wide_for_who_has_had_the_floor_for_long(ground: QWidget) -> None:
    cell = _cell(ground)
    cell.set_late(True)
    assert cell.grab().toImage().pixelColor(35, 7).name() == LIVE.me
    cell.set_late(False)
    assert cell.grab().toImage().pixelColor(35, 7).name() == LIVE.card


def test_who_has_the_floor_is_raised(ground: QWidget) -> None:
    cell = _cell(ground)
    cell.set_current(True)
    assert cell.grab().toImage().pixelColor(35, 40).name() == LIVE.raised
    assert QAccessible.queryAccessibleInterface(cell).state().checked == 1


def test_a_press_tells_when_the_finger_comes_down(qtbot: QtBot, ground: QWidget) -> None:
    cell = _cell(ground)
    with qtbot.waitSignal(cell.tapped):
        qtbot.mousePress(cell, Qt.MouseButton.LeftButton)
    assert not cell.isChecked()


def test_a_share_stands_under_the_name_where_it_is_given(ground: QWidget) -> None:
    cell = _cell(ground)
    cell.set_share(34)
    name, share = cell.lettering()
    assert (name.text, share.text) == ("Me", "34%")
    assert not name.rect.intersects(share.rect)
    cell.set_share(None)
    assert [letters.text for letters in cell.lettering()] == ["Me"]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("share", [None, 100])
@pytest.mark.parametrize("name", ["Me", "Northgate Dental", "Priya"])
def test_everything_can_be_read_on_the_least_room(
    qapp: QApplication, qtbot: QtBot, scale: float, share: int | None, name: str
) -> None:
    with worn(qapp, Look(scale)):
        cell = FloorCell("rep", name)
        qtbot.addWidget(cell)
        cell.set_share(share)
        width = cell.minimumSizeHint().width()
        cell.resize(width, cell.heightForWidth(width))
        assert find_clipped(cell) == []
        assert cell.height() >= TARGET * scale
