from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.drawings import find_clipped
from ui.theme import LIVE, TARGET, px, wear
from ui.widgets.mark_tile import MarkHalf, MarkTile
from ui.widgets.painting import Lettering


class Paints(MarkTile):
    """Counts how often the tile itself is painted."""

    def __init__(self) -> None:
        super().__init__("Asks before answering", ("2", "W"))
        self.times = 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.times += 1
        super().paintEvent(event)


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    wear(made, LIVE)
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


@pytest.fixture
def tile(ground: QWidget, qtbot: QtBot) -> MarkTile:
    made = MarkTile("Asks before answering", ("2", "W"), ground)
    made.resize(307, 190)
    with qtbot.waitExposed(ground):
        ground.show()
    return made


def _ink(half: MarkHalf) -> QImage:
    return half.grab().toImage()


def test_each_half_tells_its_own_press(qtbot: QtBot, tile: MarkTile) -> None:
    with qtbot.waitSignal(tile.seen_tapped), qtbot.assertNotEmitted(tile.missed_tapped):
        qtbot.mousePress(tile.seen, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(tile.missed_tapped), qtbot.assertNotEmitted(tile.seen_tapped):
        qtbot.mousePress(tile.missed, Qt.MouseButton.LeftButton)


def test_seen_and_missed_at_once_are_two_marks(qtbot: QtBot, ground: QWidget) -> None:
    tile = MarkTile("Stays calm", ("6", "Y"), ground, clock=lambda: 5_000)
    with qtbot.waitSignals([tile.seen_tapped, tile.missed_tapped]):
        tile.seen.tap()
        tile.missed.tap()


def test_a_screen_reader_hears_skill_half_tally_and_key(tile: MarkTile) -> None:
    tile.set_tally(seen=(3, 1), missed=(0, 0))
    seen = QAccessible.queryAccessibleInterface(tile.seen)
    assert seen.text(QAccessible.Text.Name) == "Asks before answering, seen"
    assert seen.text(QAccessible.Text.Description) == "Marked, not saved yet. Key 2"
    tile.set_counted(True)
    assert seen.text(QAccessible.Text.Description) == "4 marks, not saved yet. Key 2"
    missed = QAccessible.queryAccessibleInterface(tile.missed)
    assert missed.text(QAccessible.Text.Description) == "Key W"


def test_a_pending_mark_looks_different_from_a_saved_one(tile: MarkTile) -> None:
    tile.set_tally(seen=(0, 1), missed=(0, 0))
    pending = _ink(tile.seen)
    tile.set_tally(seen=(1, 0), missed=(0, 0))
    assert _ink(tile.seen) != pending


def test_what_was_painted_is_known_only_after_painting(tile: MarkTile) -> None:
    tile.set_tally(seen=(4, 0), missed=(0, 0))
    assert tile.seen.painted_tally == (0, 0)
    tile.seen.repaint()
    assert tile.seen.painted_tally == (4, 0)


def test_a_tap_repaints_its_half_and_nothing_else(qtbot: QtBot) -> None:
    tile = Paints()
    qtbot.addWidget(tile)
    tile.resize(307, 190)
    with qtbot.waitExposed(tile):
        tile.show()
    before = tile.times
    tile.set_tally(seen=(1, 0), missed=(0, 0))
    tile.seen.repaint()
    assert tile.seen.painted_tally == (1, 0)
    assert tile.times == before


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_halves_fill_the_tile_below_its_name(tile: MarkTile, direction: Qt.LayoutDirection) -> None:
    tile.setLayoutDirection(direction)
    tile.resize(308, 190)
    seen, missed = tile.seen.geometry(), tile.missed.geometry()
    assert (seen.left() < missed.left()) == (direction == Qt.LayoutDirection.LeftToRight)
    assert not seen.intersects(missed)
    assert seen.united(missed).bottomRight() == tile.rect().bottomRight()
    assert seen.width() + missed.width() == tile.width()


@pytest.mark.parametrize("width", [180, 240, 307])
def test_the_name_is_whole_and_the_halves_keep_the_size_of_a_finger(tile: MarkTile, width: int) -> None:
    tile.resize(width, tile.heightForWidth(width))
    assert not [letters.text for letters in tile.lettering() if letters.clipped()]
    assert min(tile.seen.height(), tile.seen.width(), tile.missed.width()) >= TARGET


def test_the_corners_are_those_of_one_round_box(tile: MarkTile) -> None:
    image = tile.grab().toImage()
    corner = QRect(tile.rect().bottomLeft(), tile.rect().bottomLeft()).topLeft()
    assert image.pixelColor(corner).name() == LIVE.ground


def _said(half: MarkHalf) -> list[str]:
    return [letters.text for letters in half.lettering()]


def test_a_number_stands_there_only_where_it_is_asked_for(tile: MarkTile) -> None:
    tile.set_tally(seen=(12, 1), missed=(0, 0))
    assert (_said(tile.seen), _said(tile.missed)) == (["+", "2"], ["–", "W"])
    assert not any(sign.isdigit() for sign in tile.seen.accessibleDescription().replace("Key 2", ""))
    tile.set_counted(True)
    assert (_said(tile.seen), _said(tile.missed)) == (["+", "2", "13"], ["–", "W"])
    tile.set_counted(False)
    assert _said(tile.seen) == ["+", "2"]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("height", [190, 92])
def test_a_number_has_room_of_its_own(tile: MarkTile, direction: Qt.LayoutDirection, height: int) -> None:
    tile.setLayoutDirection(direction)
    tile.set_counted(True)
    tile.set_tally(seen=(150, 0), missed=(20, 0))
    tile.resize(307, height)
    assert find_clipped(tile) == []
    rooms = [_inked(letters, direction) for letters in tile.seen.lettering()]
    for number, room in enumerate(rooms):
        assert not any(room.intersects(other) for other in rooms[:number])


def _inked(letters: Lettering, direction: Qt.LayoutDirection) -> QRect:
    """:returns: where the letters are painted; "left" in their flags means leading."""
    alignment = Qt.AlignmentFlag(letters.flags & int(Qt.AlignmentFlag.AlignHorizontal_Mask))
    upright = letters.flags & ~int(Qt.AlignmentFlag.AlignHorizontal_Mask)
    across = int(QStyle.visualAlignment(direction, alignment))
    return QFontMetrics(letters.font).boundingRect(letters.rect, upright | across, letters.text)


def test_a_number_is_told_from_the_key_by_its_colour(tile: MarkTile) -> None:
    tile.set_counted(True)
    tile.set_tally(seen=(1, 0), missed=(0, 0))
    colours = {letters.text: letters.colour for letters in tile.seen.lettering()}
    assert (colours["1"], colours["2"]) == (LIVE.text, LIVE.muted)


def test_the_dots_stay_beside_the_number(tile: MarkTile) -> None:
    tile.set_tally(seen=(2, 0), missed=(0, 0))
    tile.set_counted(True)
    two = _ink(tile.seen)
    tile.set_tally(seen=(1, 1), missed=(0, 0))
    assert _ink(tile.seen) != two, "hollow while it is not saved"


def test_a_name_too_long_for_its_tile_is_set_smaller_before_anything_of_it_is_left_out(
    ground: QWidget,
) -> None:
    tile = MarkTile("Agrees who does what by when, and writes it down together", ("1", "Q"), ground)
    ground.show()
    tile.resize(300, 200)
    usual = tile.title_font().pixelSize()
    tile.resize(180, 102)
    assert tile.title_font().pixelSize() < usual
    assert find_clipped(tile) == []
    assert tile.seen.height() >= px(TARGET)
