"""A practice log is laid beside what really happened: the floor in points, the marks one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.closeness import WITHIN_MS, Behaviour, Catch, Closeness, Truth, closeness, talk_ms
from scoring.entry import Floor, FloorTaken, Gap, GapReason, Marked, Paused, Resumed
from scoring.floor import FloorSpan
from tests.builders import Log, ms

REP, CUSTOMER, ME, NOBODY = Floor

# A minute: the rep speaks half of it, the customer a third, and a sixth is silence.
TALK = Truth(
    spans=(
        FloorSpan(0, 30_000, REP),
        FloorSpan(30_000, 40_000, NOBODY),
        FloorSpan(40_000, 60_000, CUSTOMER),
    ),
    behaviours=(
        Behaviour(skill="questions", seen=True, at_ms=5_000),
        Behaviour(skill="next-step", seen=False, at_ms=25_000),
    ),
)


def _log() -> Log:
    log = Log()
    log.started()
    return log


def _tapped(*taps: tuple[str, Floor], end: str = "01:00") -> Closeness:
    log = _log()
    for time, who in taps:
        log.floor(time, who)
    log.ended(end)
    return closeness(TALK, log.state)


def _marked(*marks: tuple[str, str, bool], end: str = "01:00") -> Closeness:
    log = _log()
    for time, skill, seen in marks:
        log.at(time, Marked(skill=skill, seen=seen))
    log.ended(end)
    return closeness(TALK, log.state)


def _catches(close: Closeness) -> list[Catch]:
    return [watched.catch for watched in close.watched]


# The floor


def test_who_taps_every_change_is_no_point_off() -> None:
    close = _tapped(("00:00", REP), ("00:30", NOBODY), ("00:40", CUSTOMER))
    assert close.true_percent == close.tapped_percent == {REP: 60, CUSTOMER: 40, ME: 0}
    assert close.points_over == {REP: 0, CUSTOMER: 0, ME: 0}
    assert close.tapped_spans == close.true_spans == TALK.spans


def test_silence_that_is_not_tapped_counts_for_who_spoke_last() -> None:
    close = _tapped(("00:00", REP), ("00:40", CUSTOMER))
    assert close.tapped_percent == {REP: 67, CUSTOMER: 33, ME: 0}
    assert close.points_over == {REP: 7, CUSTOMER: -7, ME: 0}


def test_there_are_figures_long_before_ten_minutes_but_none_without_a_tap() -> None:
    close = _tapped()
    assert close.true_percent == {REP: 60, CUSTOMER: 40, ME: 0}
    assert close.tapped_percent is None
    assert close.points_over is None


def test_only_what_took_place_by_the_end_of_the_call_is_compared() -> None:
    close = _tapped(("00:00", REP), end="00:20")
    assert close.end_ms == 20_000
    assert close.true_percent == {REP: 100, CUSTOMER: 0, ME: 0}
    assert close.points_over == {REP: 0, CUSTOMER: 0, ME: 0}


def test_what_is_logged_after_the_last_word_counts_for_nobody() -> None:
    close = _tapped(("00:00", REP), ("00:30", NOBODY), ("00:40", CUSTOMER), end="01:30")
    assert close.points_over == {REP: 0, CUSTOMER: 0, ME: 0}
    assert close.tapped_spans[-1] == FloorSpan(40_000, 60_000, CUSTOMER)


def test_a_call_ended_before_anything_was_said_has_no_shares() -> None:
    close = _tapped(end="00:00")
    assert (close.true_percent, close.tapped_percent, close.watched) == (None, None, ())


def test_a_talk_of_nothing_can_be_compared_too() -> None:
    log = _log()
    log.ended("00:10")
    assert closeness(Truth(spans=()), log.state).true_percent is None


def test_the_talk_waits_while_the_call_is_paused() -> None:
    log = _log()
    log.floor("00:00", REP)
    log.at("00:10", Paused())
    log.at("02:10", Resumed())
    log.floor("02:30", NOBODY)
    log.seen("02:25")
    log.floor("02:40", CUSTOMER)
    log.ended("03:00")
    close = closeness(TALK, log.state)
    assert close.points_over == {REP: 0, CUSTOMER: 0, ME: 0}
    assert [(span.start_ms, span.end_ms) for span in close.tapped_spans] == [
        (0, 10_000),
        (10_000, 30_000),
        (30_000, 40_000),
        (40_000, 60_000),
    ]


# How far the talk has come


def test_the_talk_goes_on_with_the_call() -> None:
    log = _log()
    log.floor("00:04", REP)
    assert talk_ms(log.state, ms("00:07")) == 7_000


def test_the_talk_stands_still_in_a_pause_and_goes_on_where_it_stood() -> None:
    log = _log()
    log.at("00:10", Paused())
    assert talk_ms(log.state, ms("00:50")) == 10_000
    log.at("01:00", Resumed())
    assert talk_ms(log.state, ms("01:05")) == 15_000


def test_the_talk_waits_for_a_computer_that_slept() -> None:
    log = _log()
    log.at("01:00", Gap(length_ms=50_000, reason=GapReason.ASLEEP))
    assert talk_ms(log.state, ms("01:02")) == 12_000


# The marks


def test_a_mark_of_the_same_skill_and_side_catches_a_behaviour() -> None:
    close = _marked(("00:09", "questions", True), ("00:30", "next-step", False))
    assert _catches(close) == [Catch.MARKED, Catch.MARKED]
    assert [watched.after_ms for watched in close.watched] == [4_000, 5_000]
    assert close.beside == 0


@pytest.mark.parametrize(
    ("time", "catch"),
    [
        ("00:04.999", Catch.NOT_MARKED),
        ("00:05", Catch.MARKED),
        ("00:25", Catch.MARKED),
        ("00:25.001", Catch.NOT_MARKED),
    ],
)
def test_a_mark_counts_from_the_moment_the_behaviour_begins_for_twenty_seconds(
    time: str, catch: Catch
) -> None:
    close = _marked((time, "questions", True))
    assert close.watched[0].catch == catch
    assert close.beside == (catch == Catch.NOT_MARKED)


def test_missed_instead_of_seen_is_told_apart_from_no_mark_at_all() -> None:
    close = _marked(("00:09", "questions", False))
    assert _catches(close) == [Catch.OTHER_WAY, Catch.NOT_MARKED]
    assert close.watched[0].after_ms == 4_000
    assert close.watched[1].after_ms is None
    assert (close.count(Catch.OTHER_WAY), close.count(Catch.NOT_MARKED), close.beside) == (1, 1, 0)


def test_the_right_side_comes_first_whatever_was_marked_before_it() -> None:
    close = _marked(("00:07", "questions", False), ("00:09", "questions", True))
    assert close.watched[0].catch == Catch.MARKED
    assert close.beside == 1


def test_marks_that_mean_nothing_in_the_talk_are_counted() -> None:
    close = _marked(("00:06", "listening", True), ("00:07", "questions", True), ("00:08", "questions", True))
    assert close.watched[0].catch == Catch.MARKED
    assert close.beside == 2


def test_what_had_not_begun_by_the_end_is_not_asked_for() -> None:
    assert len(_marked(end="00:10").watched) == 1


def test_a_mark_that_was_undone_or_corrected_counts_as_it_stands() -> None:
    log = _log()
    entry = log.missed("00:09")
    log.amended("00:12", entry, Marked(skill="questions", seen=True))
    log.ended("01:00")
    assert closeness(TALK, log.state).watched[0].catch == Catch.MARKED


def test_what_was_written_down_from_memory_is_no_practice() -> None:
    log = _log()
    log.ended("01:00")
    log.at("00:09", Marked(skill="questions", seen=True), recalled=True)
    assert closeness(TALK, log.state).watched[0].catch == Catch.NOT_MARKED


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60_000),
            st.sampled_from(
                [
                    *(FloorTaken(who=who) for who in Floor),
                    *(
                        Marked(skill=skill, seen=seen)
                        for skill in ("questions", "next-step")
                        for seen in (True, False)
                    ),
                ]
            ),
        ),
        max_size=20,
    )
)
def test_every_mark_is_counted_once_and_shares_add_up(
    happenings: list[tuple[int, FloorTaken | Marked]],
) -> None:
    log = _log()
    for at_ms, what in sorted(happenings, key=lambda happening: happening[0]):
        log.at_ms(at_ms, what)
    log.ended("01:00")
    close = closeness(TALK, log.state)
    marks = sum(isinstance(what, Marked) for _, what in happenings)
    caught = [watched for watched in close.watched if watched.catch != Catch.NOT_MARKED]
    assert len(caught) + close.beside == marks
    assert all(0 <= (watched.after_ms or 0) <= WITHIN_MS for watched in caught)
    if close.points_over:
        assert sum(close.points_over.values()) == 0


def test_a_log_that_is_still_going_on_is_compared_so_far() -> None:
    log = _log()
    log.floor("00:00", REP)
    log.floor("00:30", NOBODY)
    assert closeness(TALK, log.state).end_ms == 30_000
