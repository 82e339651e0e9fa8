from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from ui.widgets.tally import TallyMark, paint_tally, tally_marks


def test_each_mark_is_a_dot_hollow_until_it_is_saved() -> None:
    assert tally_marks(2, 1) == (TallyMark(1, True), TallyMark(1, True), TallyMark(1, False))


def test_full_fives_become_bars_once_there_are_many() -> None:
    assert [mark.stands_for for mark in tally_marks(10, 0)] == [1] * 10
    assert [mark.stands_for for mark in tally_marks(13, 0)] == [5, 5, 1, 1, 1]


def test_a_bar_is_hollow_until_all_of_it_is_saved() -> None:
    assert [mark.saved for mark in tally_marks(4, 8)] == [False, False, False, False]
    assert [mark.saved for mark in tally_marks(5, 7)] == [True, False, False, False]


@given(st.integers(0, 80), st.integers(0, 5))
def test_every_mark_is_in_the_picture(saved: int, pending: int) -> None:
    marks = tally_marks(saved, pending)
    assert sum(mark.stands_for for mark in marks) == saved + pending


@given(st.integers(0, 100_000), st.integers(0, 100))
def test_what_is_not_saved_never_looks_saved(saved: int, pending: int) -> None:
    marks = tally_marks(saved, pending)
    assert len(marks) <= 21
    assert sum(mark.stands_for for mark in marks if mark.saved) <= saved
    assert all(mark.saved for mark in marks) == (pending == 0)


@pytest.mark.parametrize("saved", [0, 1, 7, 10, 23, 400])
def test_the_picture_stays_in_its_room(qapp: object, saved: int) -> None:
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#000000"))
    painter = QPainter(image)
    room = QRect(20, 10, 80, 40)
    paint_tally(painter, room, tally_marks(saved, 0), "#ffffff")
    painter.end()
    inked = [(x, y) for x in range(120) for y in range(60) if image.pixelColor(x, y).lightness() > 30]
    assert all(room.contains(x, y) for x, y in inked)
    assert bool(inked) == bool(saved)
