from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from exports.summary import FloorLabel, FloorPicture, FloorSegment
from ui.theme import DESK
from ui.widgets.floor_strip import FloorStrip

PICTURE = FloorPicture(
    heading="Who had the floor",
    segments=(
        FloorSegment(party="rep", start=0.0, end=0.4),
        FloorSegment(party="customer", start=0.4, end=0.7),
        FloorSegment(party="me", start=0.7, end=0.9),
    ),
    labels=(FloorLabel(party="rep", text="Priya 44%"), FloorLabel(party="me", text="Dana 22%")),
    note="About five points either way.",
    alternative="Priya had 44 per cent of the floor, Dana 22.",
)


@pytest.fixture
def strip(qtbot: QtBot) -> FloorStrip:
    made = FloorStrip()
    qtbot.addWidget(made)
    made.set_picture(PICTURE)
    made.resize(400, made.sizeHint().height())
    made.show()
    return made


def _colours(image: QImage, start: float, end: float) -> set[str]:
    columns = range(round(start * image.width()) + 2, round(end * image.width()) - 2)
    return {image.pixelColor(x, y).name() for x in columns for y in range(3, image.height() - 3)}


def test_each_stretch_stands_where_it_was_in_the_call(strip: FloorStrip) -> None:
    image = strip.bar.grab().toImage()
    assert _colours(image, 0.0, 0.4) == {DESK.rep}
    assert _colours(image, 0.4, 0.7) == {DESK.customer}
    assert _colours(image, 0.9, 1.0) == {DESK.nobody}


def test_my_stretches_are_hatched_so_that_grey_is_enough(strip: FloorStrip) -> None:
    colours = _colours(strip.bar.grab().toImage(), 0.7, 0.9)
    assert {DESK.me, DESK.card} <= colours


def test_time_runs_from_the_right_when_mirrored(strip: FloorStrip) -> None:
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert _colours(strip.bar.grab().toImage(), 0.6, 1.0) == {DESK.rep}


def test_a_screen_reader_hears_the_shares_in_words(strip: FloorStrip) -> None:
    found = QAccessible.queryAccessibleInterface(strip.bar)
    assert found.text(QAccessible.Text.Name) == "Who had the floor"
    assert found.text(QAccessible.Text.Description) == PICTURE.alternative


def test_another_call_brings_its_own_labels(strip: FloorStrip) -> None:
    strip.set_picture(replace(PICTURE, labels=(FloorLabel(party="customer", text="Customer 100%"),)))
    assert [key.accessibleName() for key in strip.labels()] == ["Customer 100%"]
    assert strip.labels()[0].isVisible()
