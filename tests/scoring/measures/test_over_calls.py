from __future__ import annotations

from scoring.measures.over_calls import Point, Spread, Tally, spread_of
from tests.scoring.mirror_calls import a_mirror_call


def _spread(*values: float) -> Spread:
    return spread_of(Point(a_mirror_call(day), value) for day, value in enumerate(values))


def test_there_is_no_median_under_four_calls() -> None:
    assert _spread(1, 2, 3).median is None
    assert _spread(1, 9, 2, 4).median == 3  # 1, 2, 4, 9: between 2 and 4
    assert _spread(1, 9, 2, 4, 5).median == 4


def test_four_values_of_one_call_are_of_one_call() -> None:
    call = a_mirror_call()
    assert spread_of(Point(call, value) for value in (1, 2, 3, 4)).median is None


def test_points_stand_in_the_order_of_their_calls() -> None:
    late, early = a_mirror_call(2), a_mirror_call(1)
    assert [point.value for point in spread_of([Point(late, 5), Point(early, 7)]).points] == [7, 5]


def test_a_tally_tells_from_four_calls_on() -> None:
    one = a_mirror_call()
    assert not Tally((one, one), (one,), (one, one)).tells
    assert Tally((one, one), (one, one)).tells
