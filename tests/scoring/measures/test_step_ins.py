from __future__ import annotations

from scoring.measures.step_ins import step_ins
from tests.scoring.mirror_calls import a_mirror_call


def test_step_ins_are_counted_by_call_and_by_whether_they_were_asked_for() -> None:
    found = step_ins(
        [
            a_mirror_call(0, steps=3, asked=1, longest_ms=90_000),
            a_mirror_call(1),
            a_mirror_call(2, steps=1, asked=1, longest_ms=20_000),
            a_mirror_call(3, steps=2, recalled=2),
            a_mirror_call(4, observed=False, steps=9),
        ]
    )
    assert [point.value for point in found.a_call.points] == [3, 0, 1, 2]
    assert found.a_call.median == 1.5  # 0, 1, 2, 3
    assert (found.asked, found.taken_over, found.recalled) == (2, 4, 2)
    assert found.longest
    assert found.longest.value == 90_000


def test_one_that_is_remembered_counts_and_has_no_length() -> None:
    found = step_ins([a_mirror_call(steps=1, recalled=1)])
    assert (found.taken_over, found.longest) == (1, None)


def test_without_calls_there_is_nothing() -> None:
    assert step_ins([]).a_call.median is None


def test_a_call_from_memory_adds_what_is_remembered_and_no_quiet_call() -> None:
    quiet = a_mirror_call(9, from_memory=True)
    calls = [a_mirror_call(day, steps=2) for day in range(4)]
    found = step_ins([*calls, quiet, a_mirror_call(8, from_memory=True, steps=1, recalled=1)])
    assert (found.a_call.median, found.taken_over) == (2, 9)
    assert (quiet in found.a_call.left_out, found.a_call.calls) == (True, 4)
