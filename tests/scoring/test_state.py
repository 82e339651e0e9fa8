"""What a state answers."""

from __future__ import annotations

from scoring.debrief import Nerves, SelfView
from scoring.entry import (
    Floor,
    FloorTaken,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Moment,
    Paused,
    Resumed,
    SatIn,
    SelfViewed,
    SteppedIn,
    WithoutRep,
)
from scoring.state import CallState
from scoring.teeup import Way
from tests.builders import a_running_log, a_self_view, a_tee_up, an_ended_log


def test_before_anything_is_logged_nobody_has_the_floor_and_nothing_goes_on() -> None:
    state = CallState()
    assert state.floor is None
    assert state.introduction is None
    assert not state.is_paused
    assert not state.is_stepped_in
    assert not state.view_is_open


def test_the_last_tap_says_who_has_the_floor() -> None:
    log = a_running_log()
    log.floor("00:10", Floor.REP)
    log.floor("00:40", Floor.NOBODY)
    assert log.state.floor == Floor.NOBODY


def test_a_call_is_paused_until_it_is_resumed() -> None:
    log = a_running_log()
    log.at("01:00", Paused())
    assert log.state.is_paused
    log.at("01:00", Resumed())
    assert not log.state.is_paused
    log.at("02:00", Paused())
    assert log.state.is_paused


def test_the_manager_has_stepped_in_until_the_floor_goes_back() -> None:
    log = a_running_log()
    log.at("01:00", SteppedIn())
    assert log.state.is_stepped_in
    log.at("02:00", HandedBack())
    assert not log.state.is_stepped_in


def test_a_step_in_that_is_remembered_is_over() -> None:
    log = a_running_log()
    log.at("01:00", SteppedIn())
    log.at("02:00", HandedBack())
    log.at("02:00", SteppedIn(handed_back=False), recalled=True)
    assert not log.state.is_stepped_in, "whoever goes on with the call begins anew"


def test_a_call_was_without_a_device_if_that_was_agreed_or_chosen_at_any_time() -> None:
    agreed, chosen, never = a_running_log(), a_running_log(), a_running_log()
    agreed.planned(a_tee_up(way=Way.NO_DEVICE))
    agreed.at("01:00", SatIn(way=Way.OPEN_LAPTOP))
    chosen.at("01:00", SatIn(way=Way.NO_DEVICE))
    never.at("01:00", SatIn(way=Way.DISCREET))
    assert [log.state.was_without_device for log in (agreed, chosen, never)] == [True, True, False]


def test_the_introduction_is_what_was_said_last() -> None:
    log = a_running_log()
    log.at("00:05", Introduced(how=Introduction.AS_AGREED))
    log.at("00:09", Introduced(how=Introduction.AS_BOSS))
    assert log.state.introduction == Introduction.AS_BOSS


def test_marks_are_counted_by_skill_and_half() -> None:
    log = a_running_log()
    log.seen("01:00")
    log.seen("02:00")
    log.missed("03:00")
    log.seen("04:00", "price")
    state = log.state
    assert (state.tally("questions", seen=True), state.tally("questions", seen=False)) == (2, 1)
    assert (state.tally("price", seen=True), state.tally("price", seen=False)) == (1, 0)


def test_asking_for_a_tally_leaves_no_trace() -> None:
    state = a_running_log().state
    state.tally("price", seen=True)
    assert ("price", True) not in state.tallies


def test_the_marks_of_a_skill_come_in_order_of_time_not_of_logging() -> None:
    log = a_running_log()
    late = log.seen("05:00")
    log.seen("04:00", "price")
    early = log.missed("03:00")
    assert [item.entry.id for item, _ in log.state.marks_of("questions")] == [early.id, late.id]


def test_a_correction_is_seen_with_its_new_time_and_words() -> None:
    log = a_running_log()
    mark = log.seen("05:00", words="?")
    log.amended("06:00", mark, Marked(skill="price", seen=False, words="Who pays?"), really="04:30")
    ((item, what),) = log.state.of(Marked)
    assert (item.offset_ms, what.skill, what.words) == (270_000, "price", "Who pays?")
    assert item.entry.what == mark.what


def test_the_latest_of_a_kind_is_the_latest_in_time() -> None:
    log = a_running_log()
    log.at("05:00", Moment(words="later"))
    log.at("03:00", Moment(words="sooner"))
    assert log.state.last_of(Moment) == Moment(words="later")
    assert log.state.last_of(FloorTaken) is None


def test_the_managers_view_opens_once_the_rep_has_spoken() -> None:
    log = an_ended_log()
    assert not log.state.view_is_open
    log.at("20:00", SelfViewed(self_view=a_self_view()))
    assert log.state.view_is_open


def test_an_empty_self_view_opens_nothing() -> None:
    log = an_ended_log()
    log.at("20:00", SelfViewed(self_view=SelfView(went_well="  ", nerves=Nerves.A_LITTLE)))
    assert not log.state.view_is_open


def test_the_managers_view_opens_when_the_debrief_is_said_to_be_without_the_rep() -> None:
    log = an_ended_log()
    log.at("20:00", WithoutRep())
    assert log.state.view_is_open
