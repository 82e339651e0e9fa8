from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exports.summary import Party
from tests.drawings import find_clipped
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


def test_the_edge_is_wide_for_who_has_had_the_floor_for_long(ground: QWidget) -> None:
    tile = _tile(ground, "me")
    edge = tile.grab().toImage()
    tile.set_late(True)
    image = tile.grab().toImage()
    assert edge.pixelColor(10, 70).name() == LIVE.card
    assert image.pixelColor(10, 70).name() == LIVE.me
    assert [letters.text for letters in tile.lettering()] == ["Customer", "S"], "no word says so"
    tile.set_late(False)
    assert tile.grab().toImage() == edge


def test_a_long_stretch_is_no_figure_and_no_blame_to_a_screen_reader(ground: QWidget) -> None:
    tile = _tile(ground, "me")
    tile.set_late(True)
    assert tile.accessibleDescription() == "For long. S"
    tile.set_late(False)
    assert tile.accessibleDescription() == "S"


def test_a_share_is_seen_and_heard_only_while_it_is_given(ground: QWidget) -> None:
    tile = _tile(ground)
    tile.set_share(0)
    assert [letters.text for letters in tile.lettering()] == ["Customer", "S", "0%"]
    assert tile.accessibleDescription() == "0%. S"
    tile.set_share(None)
    assert [letters.text for letters in tile.lettering()] == ["Customer", "S"]
    assert tile.accessibleDescription() == "S"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_name_key_and_share_have_room_of_their_own(ground: QWidget, direction: Qt.LayoutDirection) -> None:
    tile = _tile(ground)
    tile.setLayoutDirection(direction)
    tile.set_share(100)
    tile.resize(tile.minimumSizeHint().width(), tile.heightForWidth(tile.minimumSizeHint().width()))
    assert find_clipped(tile) == []
    name, key, share = (letters.rect for letters in tile.lettering())
    assert not name.intersects(key)
    assert not name.intersects(share)
