from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scoring.measures.spread import Spread, spread_of


def test_of_an_odd_number_the_middle_is_one_value() -> None:
    assert spread_of([1, 4, 2, 2, 3]) == Spread(lowest=1, highest=4, low_middle=2, high_middle=2)


def test_of_an_even_number_it_lies_between_two_and_is_no_mean() -> None:
    assert spread_of([1, 1, 4, 4]) == Spread(lowest=1, highest=4, low_middle=1, high_middle=4)


def test_of_nothing_there_is_none() -> None:
    assert spread_of([]) is None


@given(values=st.lists(st.integers(-3, 4), min_size=1, max_size=9), data=st.data())
def test_it_holds_only_values_that_were_given_in_any_order(values: list[int], data: st.DataObject) -> None:
    spread = spread_of(values)
    assert spread == spread_of(data.draw(st.permutations(values)))
    assert spread is not None
    assert spread.lowest <= spread.low_middle <= spread.high_middle <= spread.highest
    assert {spread.lowest, spread.low_middle, spread.high_middle, spread.highest} <= set(values)
