from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from scoring.floor import FloorSpan, Span
from tests.drawings import find_clipped
from tests.ui.looks import Look, every_look, show, worn
from ui.theme import DESK
from ui.widgets.floor_editor_paint import bar_track
from ui.widgets.timeline_bar import TimelineBar

MINUTE = 60_000
SPANS = (
    FloorSpan(0, 4 * MINUTE, Floor.REP),
    FloorSpan(4 * MINUTE, 6 * MINUTE, Floor.CUSTOMER),
    FloorSpan(8 * MINUTE, 10 * MINUTE, Floor.ME),
)


@pytest.fixture
def bar(qtbot: QtBot) -> TimelineBar:
    made = TimelineBar()
    made.show_floor(SPANS, 10 * MINUTE, [Span(9 * MINUTE, 9 * MINUTE + 100)])
    show(qtbot, made, (600, 80))
    return made


def _x(bar: TimelineBar, share: float) -> int:
    track = bar_track(bar.rect())
    return round(track.left() + share * track.width())


def test_a_press_tells_the_place_and_chooses_nothing_by_itself(qtbot: QtBot, bar: TimelineBar) -> None:
    with qtbot.waitSignal(bar.place_chosen) as chosen:
        place = QPoint(_x(bar, 0.5), bar.height() // 2)
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args is not None
    assert abs(chosen.args[0] - 5 * MINUTE) < 2_000
    assert [letters.text for letters in bar.lettering()] == ["00:00", "10:00"]


def test_beside_the_strip_lie_its_ends(qtbot: QtBot, bar: TimelineBar) -> None:
    with qtbot.waitSignal(bar.place_chosen) as chosen:
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 1, bar.height() // 2))
    assert chosen.args == [10 * MINUTE]


def test_the_time_of_the_place_stands_above_it(bar: TimelineBar) -> None:
    bar.show_place(5 * MINUTE)
    assert [letters.text for letters in bar.lettering()] == ["00:00", "10:00", "05:00"]


def test_arrows_go_from_one_stretch_to_the_next(qtbot: QtBot, bar: TimelineBar) -> None:
    chosen: list[int] = []
    bar.place_chosen.connect(chosen.append)
    bar.place_chosen.connect(bar.show_place)
    for key in (Qt.Key.Key_Right,) * 4 + (Qt.Key.Key_Left,) * 2 + (Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(bar, key)
    assert chosen == [minutes * MINUTE for minutes in (0, 4, 8, 10, 8, 4, 0, 10)]


def test_mirrored_the_arrows_follow_what_is_seen(qtbot: QtBot, bar: TimelineBar) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.show_place(4 * MINUTE)
    with qtbot.waitSignal(bar.place_chosen) as chosen:
        qtbot.keyClick(bar, Qt.Key.Key_Left)
    assert chosen.args == [8 * MINUTE]


def test_where_the_manager_had_stepped_in_is_seen_however_short_it_was(bar: TimelineBar) -> None:
    picture = bar.grab().toImage()
    below = bar_track(bar.rect()).bottom() + 4
    inked = [x for x in range(picture.width()) if picture.pixelColor(x, below).name() == DESK.text]
    assert len(inked) >= 4
    assert abs(inked[0] - _x(bar, 0.9)) <= 1


def test_another_call_is_drawn_anew_and_begins_without_a_place(bar: TimelineBar) -> None:
    bar.show_place(5 * MINUTE)
    inside = QPoint(_x(bar, 0.2), bar_track(bar.rect()).top() + 2)
    before = bar.grab().toImage().pixelColor(inside)
    bar.show_floor((), 20 * MINUTE, ())
    assert bar.grab().toImage().pixelColor(inside) != before
    assert [letters.text for letters in bar.lettering()] == ["00:00", "20:00"]


@every_look
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        bar = TimelineBar()
        bar.show_floor(SPANS, 3 * 3_600_000, [Span(0, MINUTE)])
        bar.show_place(3 * 3_600_000)
        show(qtbot, bar, (400, 100))
        assert find_clipped(bar) == []
