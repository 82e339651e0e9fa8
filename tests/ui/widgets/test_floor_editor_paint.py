from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from scoring.entry import Floor
from scoring.floor import FloorSpan, Span
from tests.ui.widgets.conftest import Stage
from ui.theme import DESK, LIVE, TARGET, Tokens, px, wear
from ui.widgets.floor_editor_bar import FloorEditorBar
from ui.widgets.floor_editor_paint import bar_height, bar_track

SPANS = (
    FloorSpan(10_000, 40_000, Floor.REP),
    FloorSpan(40_000, 60_000, Floor.ME),
    FloorSpan(80_000, 100_000, Floor.REP),
)


@pytest.fixture
def bar(stage: Stage) -> FloorEditorBar:
    made = FloorEditorBar()
    made.show_stretches(SPANS, (), Span(0, 100_000), None)
    stage(made, size=(600, 120))
    return made


def _colours(bar: FloorEditorBar, start_ms: int, end_ms: int) -> set[str]:
    """:returns: the colours in the strip well between two times."""
    left, right = sorted((bar.x_of(start_ms), bar.x_of(end_ms)))
    track, image = bar_track(bar.rect()), bar.grab().toImage()
    rows = range(track.top() + 4, track.bottom() - 3)
    return {image.pixelColor(x, y).name() for x in range(left + 4, right - 4) for y in rows}


def _top_line(bar: FloorEditorBar) -> list[bool]:
    """:returns: for each column whether the frame of a chosen stretch stands above it."""
    image: QImage = bar.grab().toImage()
    y = bar_track(bar.rect()).top() - px(4)
    return [image.pixelColor(x, y).name() == DESK.text for x in range(image.width())]


@pytest.mark.parametrize("face", [DESK, LIVE], ids=["paper", "dark"])
def test_each_stretch_stands_in_its_pattern_and_unlogged_time_is_a_thin_line(
    bar: FloorEditorBar, face: Tokens
) -> None:
    wear(bar.window(), face)
    assert _colours(bar, 10_000, 40_000) == {face.rep}
    assert {face.me, face.card} <= _colours(bar, 40_000, 60_000)
    assert _colours(bar, 60_000, 80_000) == {face.ground, face.border}


def test_the_chosen_stretch_stands_in_a_frame(bar: FloorEditorBar) -> None:
    assert not any(_top_line(bar))
    bar.show_stretches(SPANS, (), Span(0, 100_000), 1)
    framed = [x for x, is_framed in enumerate(_top_line(bar)) if is_framed]
    assert bar.x_of(40_000) - px(4) <= framed[0] <= bar.x_of(40_000) + px(6)
    assert bar.x_of(60_000) - px(6) <= framed[-1] <= bar.x_of(60_000) + px(4)


def test_the_chosen_stretch_is_seen_however_short_it_is(bar: FloorEditorBar) -> None:
    bar.show_stretches([FloorSpan(50_000, 50_001, Floor.REP)], (), Span(0, 100_000), 0)
    assert any(_top_line(bar))
    track, image = bar_track(bar.rect()), bar.grab().toImage()
    near = range(bar.x_of(50_000) - 2, bar.x_of(50_000) + 3)
    assert DESK.rep in {image.pixelColor(x, track.center().y()).name() for x in near}


def test_time_runs_from_the_right_when_mirrored(bar: FloorEditorBar) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert bar.x_of(0) > bar.x_of(100_000)
    assert _colours(bar, 10_000, 40_000) == {DESK.rep}


def test_the_ends_of_the_strip_say_their_times(bar: FloorEditorBar) -> None:
    assert [letters.text for letters in bar.lettering()] == ["00:00", "01:40"]
    first, last = bar.lettering()
    assert first.rect.center().x() < last.rect.center().x()
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, last = bar.lettering()
    assert first.rect.center().x() > last.rect.center().x()


def test_all_of_it_is_high_enough_for_a_finger() -> None:
    assert bar_height() >= TARGET
