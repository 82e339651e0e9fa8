from __future__ import annotations

from scoring.entry import Floor, FloorRemembered, Marked, Moment, SteppedIn, WordsHeard
from scoring.logbook import RECALLED_KINDS
from tests.builders import a_running_log, an_ended_log
from ui.screens.write_down_page_words import KINDS, Step, heading_of, state_of, step_of, steps_of, summary_of


def test_nothing_is_asked_but_when_it_ended_before_a_call_is_over() -> None:
    assert steps_of(a_running_log().state) == [Step.WHEN]


def test_what_was_logged_is_not_asked_for() -> None:
    assert steps_of(an_ended_log().state) == [Step.MARKS, Step.MOMENTS, Step.STEPS]
    log = a_running_log()
    log.ended("10:00")
    assert steps_of(log.state) == [Step.FLOOR, Step.MARKS, Step.MOMENTS, Step.STEPS]


def test_everything_that_can_be_remembered_belongs_to_one_step() -> None:
    assert {kind for kinds in KINDS.values() for kind in kinds} == set(RECALLED_KINDS)
    for what, step in (
        (FloorRemembered(mostly=Floor.REP), Step.FLOOR),
        (Marked(skill="a", seen=True), Step.MARKS),
        (Moment(), Step.MOMENTS),
        (WordsHeard(text="a"), Step.MOMENTS),
        (SteppedIn(), Step.STEPS),
    ):
        assert step_of(what) == step


def test_every_step_has_a_heading_and_says_what_to_think_of() -> None:
    for words in (heading_of, summary_of):
        assert len({words(step) for step in Step}) == len(Step)


def test_a_step_shows_whether_something_is_written_there() -> None:
    log = a_running_log()
    assert state_of(Step.WHEN, log.state).words == "to do"
    log.ended("10:00")
    log.seen("05:00")
    assert state_of(Step.WHEN, log.state).words == "09:10"
    assert state_of(Step.MARKS, log.state).words == "to do", "what was logged is not from memory"
    log.at("20:00", Marked(skill="a", seen=True), recalled=True)
    assert state_of(Step.MARKS, log.state).words == "written"
