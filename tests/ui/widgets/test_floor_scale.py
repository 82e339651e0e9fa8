from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from scoring.floor import Span
from ui.widgets.floor_scale import TimeScale

TRACK = QRect(10, 20, 500, 30)


@pytest.mark.parametrize(("mirrored", "start", "end"), [(False, 10, 510), (True, 510, 10)])
def test_time_runs_in_reading_direction(mirrored: bool, start: float, end: float) -> None:
    scale = TimeScale(Span(60_000, 160_000), TRACK, mirrored)
    assert (scale.x_of(60_000), scale.x_of(160_000)) == (start, end)


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_place_is_the_time_that_is_painted_there(mirrored: bool) -> None:
    scale = TimeScale(Span(60_000, 160_000), TRACK, mirrored)
    assert scale.ms_at(scale.x_of(72_500)) == pytest.approx(72_500)


@pytest.mark.parametrize(("mirrored", "left"), [(False, 10), (True, 460)])
def test_of_a_stretch_only_what_is_seen_is_painted(mirrored: bool, left: int) -> None:
    scale = TimeScale(Span(60_000, 160_000), TRACK, mirrored)
    assert scale.rect_of(Span(0, 70_000)) == QRect(left, 20, 50, 30)
    assert scale.shows(Span(0, 70_000))
    assert not scale.shows(Span(0, 60_000))


def test_how_far_a_place_is_from_a_stretch() -> None:
    scale = TimeScale(Span(0, 100_000), TRACK, mirrored=False)
    stretch = Span(20_000, 40_000)
    assert [scale.distance(x, stretch) for x in (100, 150, 220)] == [10, 0, 10]
