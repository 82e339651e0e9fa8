"""A sample call goes as a call does: the floor goes round, and what is seen comes where it belongs."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from scoring.entry import FloorTaken, HandedBack, Marked, SteppedIn
from ui.sample_data import Ride, samples
from ui.sample_talk import MINUTE_MS, happenings

RIDES = [pytest.param(ride, id=ride.customer) for ride in samples().rides]


@pytest.mark.parametrize("ride", RIDES)
def test_everything_happens_in_order_and_before_the_end(ride: Ride) -> None:
    times = [offset_ms for offset_ms, _ in happenings(ride, random.Random(1))]
    assert times == sorted(times)
    assert times[0] >= 0
    assert times[-1] < ride.minutes * MINUTE_MS


@pytest.mark.parametrize("ride", RIDES)
def test_no_floor_is_tapped_twice_in_a_row(ride: Ride) -> None:
    floors = [what.who for _, what in happenings(ride, random.Random(2)) if isinstance(what, FloorTaken)]
    assert all(before != after for before, after in pairwise(floors))


def test_the_better_the_level_the_more_is_seen_and_the_less_is_missed() -> None:
    ride = next(ride for ride in samples().rides if not ride.marks and "-" in ride.levels)
    marks = [what for _, what in happenings(ride, random.Random(3)) if isinstance(what, Marked)]
    for phrases, level in zip(samples().heard, ride.levels, strict=True):
        seen = sum(mark.skill == phrases.skill and mark.seen for mark in marks)
        missed = sum(mark.skill == phrases.skill and not mark.seen for mark in marks)
        assert (seen > missed) == (level in "34")
        assert (seen + missed == 0) == (level == "-")


def test_who_steps_in_hands_back() -> None:
    ride = next(ride for ride in samples().rides if ride.step_in)
    steps = [
        what for _, what in happenings(ride, random.Random(4)) if isinstance(what, SteppedIn | HandedBack)
    ]
    assert [type(step) for step in steps] == [SteppedIn, HandedBack]
