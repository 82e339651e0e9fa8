from __future__ import annotations

from scoring.floor import Span
from ui.widgets.floor_window import LEAST_SEEN_MS, FloorWindow

HOUR = 3_600_000
WHOLE = FloorWindow(0, HOUR)


def test_all_is_seen_at_first_and_as_the_window_moves_on() -> None:
    assert WHOLE.view == Span(0, HOUR)
    assert WHOLE.moved_to(60_000, 660_000).view == Span(60_000, 660_000)


def test_closer_shows_half_as_much_around_a_time_and_wider_twice_as_much() -> None:
    closer = WHOLE.zoomed(1, 1_200_000)
    assert closer.view == Span(300_000, 2_100_000)
    assert closer.zoomed(-1).view == WHOLE.view


def test_the_view_stays_inside_the_call() -> None:
    assert WHOLE.zoomed(2, 0).view == Span(0, HOUR // 4)
    assert WHOLE.zoomed(2, HOUR).view == Span(HOUR - HOUR // 4, HOUR)
    assert WHOLE.zoomed(2, 0).panned(-60_000).view.start_ms == 0
    assert WHOLE.zoomed(2, 0).panned(60_000).view == Span(60_000, 60_000 + HOUR // 4)


def test_there_is_a_nearest() -> None:
    assert WHOLE.zoomed(30).view.length_ms == LEAST_SEEN_MS
    short = FloorWindow(0, 10_000)
    assert short.zoomed(3) == short


def test_who_sees_everything_has_nowhere_to_move_to() -> None:
    assert WHOLE.panned(60_000) == WHOLE


def test_a_stretch_is_brought_into_view_by_moving_as_little_as_it_takes() -> None:
    near = WHOLE.zoomed(2, HOUR // 2)
    view = near.view
    assert near.showing(Span(view.start_ms + 1, view.end_ms - 1)) == near
    assert (
        near.showing(Span(view.start_ms - 5_000, view.start_ms + 5_000)).view.start_ms
        == view.start_ms - 5_000
    )
    assert near.showing(Span(view.end_ms, view.end_ms + 5_000)).view.end_ms == view.end_ms + 5_000


def test_of_a_stretch_longer_than_the_view_its_beginning_is_shown() -> None:
    near = WHOLE.zoomed(2, HOUR // 2)
    assert near.showing(Span(60_000, HOUR)).view.start_ms == 60_000
    assert near.showing(Span(near.view.start_ms + 60_000, HOUR)).view.start_ms == near.view.start_ms + 60_000


def test_who_looks_closely_at_the_end_of_a_running_call_goes_on_looking_at_its_end() -> None:
    near = WHOLE.zoomed(2, HOUR)
    assert near.moved_to(5_000, HOUR + 5_000).view == Span(HOUR + 5_000 - HOUR // 4, HOUR + 5_000)


def test_who_looks_closely_elsewhere_stays_there() -> None:
    near = WHOLE.zoomed(2, HOUR // 2)
    assert near.moved_to(5_000, HOUR + 5_000).view == near.view
