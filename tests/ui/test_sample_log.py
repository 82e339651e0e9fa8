"""The log of a sample call holds what happened in it, up to what was agreed."""

from __future__ import annotations

import random
from uuid import UUID

import pytest

from scoring.debrief import Kept, Outcome, standing_rating
from scoring.entry import Introduction, Marked
from scoring.fold import fold
from scoring.rating import Basis
from scoring.state import CallState, Phase
from tests.builders import a_call
from ui.sample_data import Ride, samples
from ui.sample_log import Before, RideLog

BEFORE = Before(UUID(int=1), "Ask first", ("asks-before-answering", "uses-their-words"))


def ridden(ride: Ride, before: Before | None = None) -> CallState:
    log = RideLog(ride, a_call(), random.Random(5), before)
    log.write()
    return fold(log.entries)


def ride_with(customer: str) -> Ride:
    return next(ride for ride in samples().rides if ride.customer == customer)


def test_a_past_call_is_closed_with_its_change_and_the_reps_own_view() -> None:
    ride = ride_with("Castle Street Practice")
    state = ridden(ride)
    assert state.phase == Phase.CLOSED
    assert state.self_view is not None
    assert state.self_view.went_well == ride.went_well
    assert state.debrief is not None
    assert [change.words for change in state.debrief.commitments] == [ride.change]


def test_a_rating_stands_on_its_marks_and_no_chance_on_nothing() -> None:
    state = ridden(ride_with("Stonebridge Dental"))
    assert state.view is not None
    for rating in state.view.ratings:
        assert (rating.level is None) == (not state.marks_of(rating.skill))
        assert rating.basis in (Basis.EVIDENCE, None)


def test_strengths_and_what_got_in_the_way_point_at_marks_with_words() -> None:
    state = ridden(ride_with("Mill Lane Dental"))
    assert state.view is not None
    for observations, seen in ((state.view.strengths, True), (state.view.gaps, False)):
        assert observations
        for observation in observations:
            assert observation.entry is not None
            mark = state.standing[observation.entry].what
            assert isinstance(mark, Marked)
            assert (mark.words, mark.seen) == (observation.words, seen)


def test_the_call_that_just_ended_waits_for_the_rep() -> None:
    state = ridden(ride_with("Northgate Dental"))
    assert state.phase == Phase.VIEWED
    assert not state.view_is_open
    assert state.view is not None
    assert state.view.outcome == Outcome.BEST


def test_the_first_call_with_priya_was_introduced_otherwise() -> None:
    assert ridden(ride_with("Harbour Orthodontics")).introduction == Introduction.AS_BOSS


def test_a_level_that_was_agreed_stands_in_place_of_the_first() -> None:
    ride = ride_with("Corner House")
    state = ridden(ride)
    assert state.view is not None
    rating = standing_rating(state.view, state.debrief, ride.focus[0])
    assert rating is not None
    assert rating.level == ride.agreed == 3


@pytest.mark.parametrize(
    ("customer", "kept", "seen"),
    [
        ("Hill Road Practice", Kept.KEPT, [True, True]),
        ("Corner House", Kept.PARTLY, [True, False]),
        ("Dr. Kessler & Partners", Kept.NOT_YET, [False, False]),
        ("Castle Street Practice", Kept.KEPT, []),
    ],
)
def test_what_was_agreed_before_is_closed_by_marks_of_what_was_watched_for(
    customer: str, kept: Kept, seen: list[bool]
) -> None:
    state = ridden(ride_with(customer), BEFORE)
    assert state.debrief is not None
    (closing,) = state.debrief.closings
    assert (closing.agreed_in, closing.words, closing.kept) == (BEFORE.call_id, BEFORE.change, kept)
    marks = [mark for item, mark in state.of(Marked) if item.entry.id in closing.evidence]
    assert {mark.skill for mark in marks} <= set(BEFORE.focus)
    assert sorted(mark.seen for mark in marks) == sorted(seen)
    assert state.debrief.last_commitment is None


def test_the_first_ride_with_a_rep_closes_nothing() -> None:
    state = ridden(ride_with("Riverside Dental"))
    assert state.debrief is not None
    assert state.debrief.closings == ()
