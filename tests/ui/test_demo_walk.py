"""What was pressed and typed on the walk stands in the record, as if a person had done it."""

from __future__ import annotations

import random

import pytest

from exports.reading import reading
from scoring.entry import FloorTaken, Introduction, Marked, WordsHeard
from scoring.floor import Band, floor_figures, step_ins
from scoring.people import Manager
from scoring.rubric import default_rubric
from scoring.state import CallState, Phase
from scoring.teeup import StepInReason
from tests.ui.conftest import Demo
from ui.sample_data import samples
from ui.sample_talk import MINUTE_MS, NO_CHANCE, happenings
from ui.samples import SEED

pytestmark = pytest.mark.timeout(240)

RIDE = samples().planned


@pytest.fixture(scope="module")
def state(walked: Demo) -> CallState:
    with reading(walked.folder) as store:
        return store.state(walked.shown.call)


def test_the_whole_call_is_done_and_the_data_is_sound(walked: Demo, state: CallState) -> None:
    assert state.phase == Phase.CLOSED
    with reading(walked.folder) as store:
        assert store.check() == []
        assert store.settings.get("manager", Manager, Manager()) == samples().manager


def test_the_tee_up_is_what_was_typed(state: CallState) -> None:
    plan = state.tee_up
    assert (plan.customer, plan.purpose, plan.best, plan.least) == (
        RIDE.customer,
        RIDE.purpose,
        RIDE.best,
        RIDE.least,
    )


def test_every_tap_is_logged_at_its_time(state: CallState) -> None:
    acted = happenings(RIDE, random.Random(SEED))
    taps = [(at, what.who) for at, what in acted if isinstance(what, FloorTaken)]
    marks = [(at, what.skill, what.seen, what.words) for at, what in acted if isinstance(what, Marked)]
    assert [(item.offset_ms, what.who) for item, what in state.of(FloorTaken)] == taps
    assert [(item.offset_ms, what.skill, what.seen, what.words) for item, what in state.of(Marked)] == marks
    assert [what.text for _, what in state.of(WordsHeard)] == [heard.words for heard in RIDE.heard]
    assert state.ended_ms == RIDE.minutes * MINUTE_MS


def test_introduction_and_step_in_are_logged(state: CallState) -> None:
    assert state.introduction == Introduction.AS_AGREED
    (step,) = step_ins(state)
    assert step.handed_back
    assert step.reason == StepInReason.ASKED


def test_the_shares_are_as_exact_as_they_can_be(state: CallState) -> None:
    figures = floor_figures(state)
    assert figures is not None
    assert figures.band == Band.FIVE


def test_my_view_is_what_was_pressed(state: CallState) -> None:
    assert state.view is not None
    levels = [NO_CHANCE if rating.level is None else str(rating.level) for rating in state.view.ratings]
    assert "".join(levels) == RIDE.levels
    assert [rating.skill for rating in state.view.ratings] == [skill.id for skill in default_rubric().skills]
    assert state.view.outcome == RIDE.outcome
    assert state.view.outcome_words == RIDE.outcome_words
    assert len(state.view.strengths) == 2
    assert len(state.view.gaps) == 2


def test_the_debrief_is_what_both_said(state: CallState) -> None:
    assert state.self_view is not None
    assert state.self_view.went_well == RIDE.went_well
    assert state.self_view.differently == RIDE.differently
    assert [rating.level for rating in state.self_view.ratings] == [RIDE.own]
    assert state.self_view.nerves == RIDE.nerves
    assert state.debrief is not None
    assert [change.words for change in state.debrief.commitments] == [RIDE.change]
    (closing,) = state.debrief.closings
    assert (closing.kept, state.debrief.last_commitment) == (RIDE.last, None)
    assert [state.standing[entry].what for entry in closing.evidence] == [
        WordsHeard(text=RIDE.heard[0].words)
    ]
    assert state.debrief.parked == RIDE.parked
    assert state.debrief.comment == RIDE.comment
    assert state.debrief.can_say is True
