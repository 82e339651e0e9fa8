"""Three clocks, and what it means when they disagree."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.clock import CallClock, SystemClock
from scoring.entry import Gap, GapReason
from tests.builders import NINE, FakeClock

changes = st.one_of(
    st.tuples(st.just("advance"), st.floats(0, 4000)),
    st.tuples(st.just("sleep"), st.floats(0, 100_000)),
    st.tuples(st.just("set_wall"), st.floats(-1_000_000, 1_000_000)),
)


def test_offsets_count_from_where_the_clock_was_started() -> None:
    clock = FakeClock()
    call = CallClock(clock)
    clock.advance(minutes=4, seconds=10)
    reading = call.read()
    assert (reading.offset_ms, reading.at, reading.gaps) == (250_000, NINE + timedelta(seconds=250), ())


def test_a_call_taken_up_again_goes_on_from_its_last_offset() -> None:
    clock = FakeClock()
    call = CallClock(clock, offset_ms=250_000)
    clock.advance(ms=5)
    assert call.read().offset_ms == 250_005


def test_a_laptop_that_slept_leaves_a_gap_and_the_offset_moves_on() -> None:
    clock = FakeClock()
    call = CallClock(clock)
    clock.advance(seconds=60)
    clock.sleep(seconds=300)
    clock.advance(seconds=10)
    reading = call.read()
    assert reading.offset_ms == 370_000
    assert reading.gaps == (Gap(length_ms=300_000, reason=GapReason.ASLEEP),)


@pytest.mark.parametrize("seconds", [3600, -3600])
def test_a_clock_that_is_set_is_noted_and_moves_no_offset(seconds: int) -> None:
    clock = FakeClock()
    call = CallClock(clock)
    clock.advance(seconds=60)
    clock.set_wall(seconds=seconds)
    reading = call.read()
    assert reading.offset_ms == 60_000
    assert reading.gaps == (Gap(length_ms=seconds * 1000, reason=GapReason.CLOCK_CHANGED),)
    assert reading.at == NINE + timedelta(seconds=60 + seconds)


def test_a_clock_that_is_set_during_sleep_is_told_apart_from_it() -> None:
    clock = FakeClock()
    call = CallClock(clock)
    clock.sleep(seconds=300)
    clock.set_wall(seconds=-3600)
    assert call.read().gaps == (
        Gap(length_ms=300_000, reason=GapReason.ASLEEP),
        Gap(length_ms=-3_600_000, reason=GapReason.CLOCK_CHANGED),
    )


def test_a_gap_is_told_once() -> None:
    clock = FakeClock()
    call = CallClock(clock)
    clock.sleep(seconds=300)
    assert call.read().gaps
    clock.advance(seconds=1)
    assert not call.read().gaps


def test_a_wall_clock_that_is_only_nudged_is_no_gap() -> None:
    clock = FakeClock()
    call = CallClock(clock)
    for _ in range(60):
        clock.advance(seconds=60)
        clock.set_wall(seconds=-1.5)
        assert not call.read().gaps
    assert call.read().offset_ms == 3_600_000


def test_looking_at_the_time_is_right_after_sleep_and_notes_nothing() -> None:
    clock = FakeClock()
    call = CallClock(clock)
    clock.sleep(seconds=300)
    clock.advance(seconds=1)
    assert call.peek_ms() == 301_000
    assert call.read().gaps


@given(st.lists(changes))
def test_offsets_never_go_back_whatever_happens_to_the_clocks(happened: list[tuple[str, float]]) -> None:
    clock = FakeClock()
    call = CallClock(clock)
    offsets = [0]
    for what, seconds in happened:
        getattr(clock, what)(seconds=seconds)
        offsets.append(call.peek_ms())
        offsets.append(call.read().offset_ms)
    assert offsets == sorted(offsets)


@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(2, 100_000))))
def test_sleep_and_waking_time_add_up_to_the_offset(stretches: list[tuple[int, int]]) -> None:
    clock = FakeClock()
    call = CallClock(clock)
    slept = 0
    for awake, asleep in stretches:
        clock.advance(seconds=awake)
        clock.sleep(seconds=asleep)
        slept += sum(gap.length_ms for gap in call.read().gaps)
    assert call.peek_ms() == round((clock.now() - NINE).total_seconds() * 1000)
    assert call.peek_ms() == clock.awake_ms() - 5_000 + slept


def test_the_computers_own_clocks_run_forward_and_say_their_offset() -> None:
    clock = SystemClock()
    first = clock.monotonic_ms()
    assert clock.monotonic_ms() >= first
    awake = clock.awake_ms()
    assert clock.awake_ms() >= awake > 0
    assert clock.now().utcoffset() is not None


def test_the_times_of_the_computers_clock_share_their_zone() -> None:
    first, second = SystemClock().now(), SystemClock().now()
    assert first.tzinfo is second.tzinfo, (
        "a zone takes more memory than a time, and a long call has thousands"
    )
