from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exports.summary import Party
from ui.theme import LIVE, TARGET, wear
from ui.widgets.floor_tile import FloorTile


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    wear(made, LIVE)
    qtbot.addWidget(made)
    made.resize(300, 200)
    return made


def _tile(ground: QWidget, party: Party = "customer") -> FloorTile:
    tile = FloorTile(party, "Customer", "S", ground)
    tile.resize(190, 140)
    ground.show()
    return tile


@pytest.mark.parametrize(
    ("party", "colour"),
    [("rep", LIVE.rep), ("customer", LIVE.customer), ("me", LIVE.me), ("nobody", LIVE.nobody)],
)
def test_each_party_has_its_colour_along_the_leading_edge(ground: QWidget, party: Party, colour: str) -> None:
    tile = _tile(ground, party)
    assert tile.grab().toImage().pixelColor(3, 70).name() == colour


def test_the_colour_changes_sides_when_mirrored(ground: QWidget) -> None:
    tile = _tile(ground)
    tile.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = tile.grab().toImage()
    assert image.pixelColor(186, 70).name() == LIVE.customer
    assert image.pixelColor(3, 70).name() == LIVE.card


def test_who_has_the_floor_is_raised_with_a_bright_border(ground: QWidget) -> None:
    tile = _tile(ground)
    tile.set_current(True)
    image = tile.grab().toImage()
    assert image.pixelColor(95, 20).name() == LIVE.raised
    assert image.pixelColor(95, 0).name() == LIVE.text
    assert QAccessible.queryAccessibleInterface(tile).state().checked == 1


def test_a_press_tells_and_leaves_the_floor_to_the_record(qtbot: QtBot, ground: QWidget) -> None:
    tile = _tile(ground)
    with qtbot.waitSignal(tile.tapped):
        qtbot.mousePress(tile, Qt.MouseButton.LeftButton)
    assert not tile.isChecked()


def test_it_is_large_enough_for_a_finger(ground: QWidget) -> None:
    assert _tile(ground).minimumSizeHint().height() >= TARGET
