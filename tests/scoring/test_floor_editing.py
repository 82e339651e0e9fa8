from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.entry import Ended, Entry, Floor, FloorCorrected, FloorTaken, Moment, Paused, Undone
from scoring.floor import FloorSpan, floor_figures, floor_spans, has_floor
from scoring.floor_editing import correction_to_redo, correction_to_undo, floor_until
from scoring.fold import fold
from scoring.logbook import Logbook
from scoring.state import CallState
from tests.builders import FakeClock, Log, a_running_log, an_ended_log, ms
from tests.scoring.strategies import CALL_ID, HOUR_MS, floor_corrections, nonsense_logs


def _book(entries: list[Entry]) -> Logbook:
    return Logbook(fold(entries), CALL_ID, FakeClock(), entries.append)


# Up to now


def _a_talk() -> Log:
    log = a_running_log()
    log.floor("00:10", Floor.REP)
    log.floor("01:00", Floor.CUSTOMER)
    return log


def test_whoever_has_the_floor_goes_on_up_to_now() -> None:
    spans = floor_until(_a_talk().state, ms("02:00"))
    assert spans == (
        FloorSpan(ms("00:10"), ms("01:00"), Floor.REP),
        FloorSpan(ms("01:00"), ms("02:00"), Floor.CUSTOMER),
    )


def test_whoever_just_took_the_floor_is_the_last_at_once() -> None:
    *_, last = floor_until(_a_talk().state, ms("01:00"))
    assert (last.start_ms, last.who) == (ms("01:00"), Floor.CUSTOMER)
    assert last.length_ms > 0


def test_what_was_logged_meanwhile_leaves_the_stretch_in_one_piece() -> None:
    log = _a_talk()
    log.at("01:30", Moment())
    assert floor_until(log.state, ms("02:00"))[-1] == FloorSpan(ms("01:00"), ms("02:00"), Floor.CUSTOMER)


def test_that_was_me_since_goes_on_too() -> None:
    log = _a_talk()
    log.at("01:30", FloorCorrected(who=Floor.ME, from_ms=ms("01:20")))
    assert floor_until(log.state, ms("02:00"))[-1] == FloorSpan(ms("01:20"), ms("02:00"), Floor.ME)


@pytest.mark.parametrize("what", [Paused(), Ended()])
def test_nobody_goes_on_in_a_pause_or_after_the_end(what: Paused | Ended) -> None:
    log = _a_talk()
    log.at("01:30", what)
    assert floor_until(log.state, ms("02:00")) == floor_spans(log.state)


def test_before_the_first_tap_there_is_no_floor() -> None:
    assert floor_until(a_running_log().state, ms("02:00")) == ()


# Undo after the call


def _corrected_after_the_end() -> Log:
    log = an_ended_log()
    log.at("12:00", FloorCorrected(who=Floor.ME, from_ms=ms("02:00"), until_ms=ms("02:10")))
    log.at("12:00", FloorCorrected(who=Floor.REP, from_ms=ms("04:00"), until_ms=ms("04:40")))
    return log


def test_corrections_after_the_call_are_undone_and_redone_one_by_one() -> None:
    log = _corrected_after_the_end()
    book = _book(log.entries)
    both = floor_spans(book.state)
    book.undo_floor()
    one = floor_spans(book.state)
    book.undo_floor()
    assert floor_spans(book.state) == floor_spans(an_ended_log().state)
    assert book.undo_floor() is None
    book.redo_floor()
    assert floor_spans(book.state) == one
    book.redo_floor()
    assert floor_spans(book.state) == both
    assert book.redo_floor() is None


def test_what_was_logged_or_corrected_in_the_call_is_not_undone_after_it() -> None:
    log = a_running_log()
    log.floor("00:10", Floor.REP)
    log.at("05:00", FloorCorrected(who=Floor.ME, from_ms=ms("02:00"), until_ms=ms("02:10")))
    log.ended("12:00")
    assert correction_to_undo(log.state) is None
    assert _book(log.entries).undo_floor() is None


def test_what_was_undone_in_the_call_is_not_redone_after_it() -> None:
    log = a_running_log()
    log.floor("00:10", Floor.REP)
    wrong = log.at("05:00", FloorCorrected(who=Floor.ME, from_ms=ms("02:00"), until_ms=ms("02:10")))
    log.at("05:01", Undone(target=wrong.id))
    log.ended("12:00")
    assert correction_to_redo(log.state) is None


def test_something_else_written_meanwhile_does_not_hide_the_correction() -> None:
    log = _corrected_after_the_end()
    moment = log.at("12:00", Moment(), recalled=True)
    book = _book(log.entries)
    book.undo_floor()
    assert moment.id in book.state.standing
    assert len(list(book.state.of(FloorCorrected))) == 1


# Whatever is in a log


_few_corrections = st.lists(floor_corrections(), min_size=1, max_size=6)


def _correct(book: Logbook, correction: FloorCorrected) -> Entry | None:
    return book.correct_floor(correction.who, correction.from_ms, correction.until_ms)


def _assert_sound(state: CallState) -> None:
    spans = floor_spans(state)
    assert all(span.start_ms < span.end_ms for span in spans)
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(spans))
    assert all(one.end_ms < other.start_ms or one.who != other.who for one, other in pairwise(spans))
    figures = floor_figures(state)
    if figures is not None:
        assert figures.logged_ms == sum(span.length_ms for span in spans)


@given(nonsense_logs(), _few_corrections)
def test_corrected_spans_never_overlap_and_sum_to_the_logged_time(
    entries: list[Entry], corrections: list[FloorCorrected]
) -> None:
    book = _book(entries)
    for correction in corrections:
        _correct(book, correction)
        _assert_sound(book.state)


@given(nonsense_logs(), _few_corrections)
def test_undo_restores_the_spans_exactly_and_redo_the_corrected_ones(
    entries: list[Entry], corrections: list[FloorCorrected]
) -> None:
    book = _book(entries)
    looks = [floor_spans(book.state)]
    for correction in corrections:
        if _correct(book, correction) is not None:
            looks.append(floor_spans(book.state))
    for look in reversed(looks[:-1]):
        book.undo()
        assert floor_spans(book.state) == look
    for look in looks[1:]:
        book.redo()
        assert floor_spans(book.state) == look


_taps = st.lists(st.tuples(st.integers(1, 60_000), st.sampled_from(Floor)), min_size=1, max_size=12)


def _ended_talk(taps: list[tuple[int, Floor]]) -> list[Entry]:
    log, at = a_running_log(), 0
    for wait, who in taps:
        at += wait
        log.at_ms(at, FloorTaken(who=who))
    log.at_ms(at + 1_000, Ended())
    return log.entries


@given(_taps, _few_corrections)
def test_after_a_correction_the_stretch_is_as_it_was_said_and_the_rest_as_it_was(
    taps: list[tuple[int, Floor]], corrections: list[FloorCorrected]
) -> None:
    book = _book(_ended_talk(taps))
    for correction in corrections:
        before = floor_spans(book.state)
        entry = _correct(book, correction)
        after = floor_spans(book.state)
        if entry is None:
            assert after == before
            continue
        until_ms = HOUR_MS * 2 if correction.until_ms is None else correction.until_ms
        whole = FloorSpan(correction.from_ms, until_ms, correction.who)
        assert has_floor(book.state, correction.who, whole)
        assert _outside(before, whole) == _outside(after, whole)


def _outside(spans: tuple[FloorSpan, ...], hole: FloorSpan) -> list[FloorSpan]:
    pieces = [
        FloorSpan(start, end, span.who)
        for span in spans
        for start, end in (
            (span.start_ms, min(span.end_ms, hole.start_ms)),
            (max(span.start_ms, hole.end_ms), span.end_ms),
        )
        if start < end
    ]
    return sorted(pieces, key=lambda span: span.start_ms)
