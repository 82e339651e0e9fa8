from __future__ import annotations

from scoring.measures.own_share import own_share
from tests.scoring.mirror_calls import a_mirror_call, calls_with


def test_the_own_share_is_the_middle_one_of_the_observed_calls() -> None:
    found = own_share(calls_with("share", 0.30, 0.05, 0.10, 0.20, margin=5))
    assert [point.value for point in found.points] == [0.30, 0.05, 0.10, 0.20]
    assert found.median == 0.15000000000000002  # 0.05, 0.10, 0.20, 0.30: between 0.10 and 0.20


def test_a_call_sold_together_is_none_of_it() -> None:
    found = own_share([a_mirror_call(observed=False, share=0.6, margin=5)])
    assert (found.points, found.left_out) == ((), ())


def test_a_call_without_figures_is_left_out_and_never_nought() -> None:
    without = a_mirror_call(1)
    found = own_share([without, *calls_with("share", 0.4, 0.4, 0.4, 0.4, margin=8)])
    assert (found.median, found.left_out) == (0.4, (without,))
