from __future__ import annotations

from ui.rep_drawing import MOST_DRAWN, changes_drawn, drawn, drawn_words, known, read_out
from ui.widgets.chart import ChartPoint


def _points(count: int) -> list[ChartPoint]:
    return [ChartPoint(value=1, words=f"call {number}", key=number) for number in range(1, count + 1)]


def test_few_calls_are_all_drawn() -> None:
    points = _points(MOST_DRAWN + 1)
    assert drawn(points) == tuple(points)
    assert drawn_words(len(points)) == ""


def test_of_many_the_baseline_and_the_latest_are_drawn_and_it_says_so() -> None:
    shown = drawn(_points(60))
    first, gap, *latest = shown
    assert first is not None
    assert first.key == 1
    assert gap is None, "no line leads over the calls left out"
    assert [point.key for point in latest if point] == list(range(37, 61))
    assert drawn_words(60) == "The latest 24 calls are drawn, and the baseline."


def test_what_is_read_out_passes_over_places_where_nothing_is_known() -> None:
    points = [None, *_points(2)]
    assert len(known(points)) == 2
    assert read_out(points) == "call 1; call 2"
    assert read_out([None]) == "too few to tell"


def test_a_change_stands_before_the_call_it_came_with() -> None:
    assert changes_drawn(6, (2, 5)) == (1, 4)


def test_changes_on_calls_that_are_not_drawn_stand_where_those_are_left_out() -> None:
    visits = MOST_DRAWN + 10
    assert changes_drawn(visits, (3, 4, visits)) == (1, MOST_DRAWN + 1)
