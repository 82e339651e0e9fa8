from __future__ import annotations

from scoring.measures.over_calls import Measured, Point, Tally, in_time
from tests.scoring.mirror_calls import a_mirror_call


def _spread(*values: float) -> Measured:
    return Measured(tuple(Point(a_mirror_call(day), value) for day, value in enumerate(values)))


def test_there_is_no_median_under_four_calls() -> None:
    assert _spread(1, 2, 3).median is None
    assert _spread(1, 9, 2, 4).median == 3  # 1, 2, 4, 9: between 2 and 4
    assert _spread(1, 9, 2, 4, 5).median == 4


def test_four_values_of_one_call_are_of_one_call() -> None:
    call = a_mirror_call()
    assert Measured(tuple(Point(call, value) for value in (1, 2, 3, 4))).median is None


def test_calls_are_ordered_by_when_they_were_and_then_by_their_ids() -> None:
    late, early = a_mirror_call(2), a_mirror_call(1)
    first, second = (a_mirror_call(3, call_id=letter * 32) for letter in "ab")
    assert in_time([second, late, first, early]) == (early, late, first, second)


def test_a_tally_tells_from_four_calls_on() -> None:
    one = a_mirror_call()
    assert not Tally((one, one), (one,), (one, one)).tells
    assert Tally((one, one), (one, one)).tells
