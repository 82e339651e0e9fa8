"""What holds for every measure of the mirror, whatever the calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.measures.coaching_closed import coaching_closed
from scoring.measures.debrief_delay import debrief_delays
from scoring.measures.hand_back import hand_backs
from scoring.measures.introductions import introductions
from scoring.measures.own_share import own_share
from scoring.measures.rep_first import rep_first
from scoring.measures.step_ins import step_ins
from scoring.measures.strengths_first import strengths_first
from scoring.measures.tee_ups import tee_ups
from scoring.mirror import MirrorCall
from tests.scoring.mirror_calls import a_mirror_call, mirror_calls

MEASURES: tuple[Callable[[list[MirrorCall]], Any], ...] = (
    own_share,
    step_ins,
    hand_backs,
    tee_ups,
    introductions,
    debrief_delays,
    rep_first,
    strengths_first,
    coaching_closed,
)
every_measure = pytest.mark.parametrize("measure", MEASURES)


@every_measure
@settings(max_examples=15)
@given(st.lists(mirror_calls(), max_size=6))
def test_the_order_of_calls_is_irrelevant(measure: Callable[..., Any], calls: list[MirrorCall]) -> None:
    assert measure(calls[::-1]) == measure(calls)


@every_measure
def test_without_calls_a_measure_is_empty(measure: Callable[..., Any]) -> None:
    assert measure([]) is not None


@given(st.lists(mirror_calls(), max_size=6), st.integers(0, 40))
def test_a_call_from_memory_never_makes_a_figure_better(calls: list[MirrorCall], day: int) -> None:
    remembered = a_mirror_call(
        day,
        introduction="as_agreed",
        introduction_recalled=True,
        steps=1,
        recalled=1,
        delay_ms=1,
        same_day=True,
        end_recalled=True,
        debrief_begun=True,
    )
    more = [*calls, remembered]
    assert own_share(more).median == own_share(calls).median
    assert hand_backs(more).times == hand_backs(calls).times
    assert debrief_delays(more).times.points == debrief_delays(calls).times.points
    assert introductions(more).noted == introductions(calls).noted
    assert step_ins(more).longest == step_ins(calls).longest
    assert step_ins(more).taken_over == step_ins(calls).taken_over + 1
