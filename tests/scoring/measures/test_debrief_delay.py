from __future__ import annotations

from scoring.measures.debrief_delay import debrief_delays
from tests.scoring.mirror_calls import a_mirror_call, calls_with

MINUTE = 60_000


def test_the_delay_is_the_middle_one() -> None:
    minutes = [5 * MINUTE, 240 * MINUTE, 15 * MINUTE, 25 * MINUTE]
    found = debrief_delays(calls_with("delay_ms", *minutes, same_day=True))
    assert found.times.median == 20 * MINUTE  # 5, 15, 25, 240
    assert found.same_day == 4


def test_a_call_whose_end_is_remembered_is_left_out() -> None:
    remembered = a_mirror_call(9, delay_ms=MINUTE, end_recalled=True, same_day=True)
    found = debrief_delays([remembered, *calls_with("delay_ms", MINUTE, MINUTE, MINUTE)])
    assert (found.times.median, found.times.left_out, found.same_day) == (None, (remembered,), 0)


def test_a_call_without_a_debrief_has_no_delay() -> None:
    assert debrief_delays([a_mirror_call()]).times == debrief_delays([]).times
