from __future__ import annotations

from scoring.measures.tee_ups import tee_ups
from tests.scoring.mirror_calls import a_mirror_call, calls_with


def test_calls_are_told_apart_by_whether_they_were_teed_up() -> None:
    first, second, third = calls_with("teed_up", True, False, True)
    found = tee_ups([third, second, first])
    assert (found.done, found.not_done) == ((first, third), (second,))


def test_a_call_of_any_type_is_teed_up() -> None:
    assert tee_ups([a_mirror_call(observed=False)]).calls == 1
