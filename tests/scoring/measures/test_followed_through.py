from __future__ import annotations

from datetime import timedelta

from scoring.measures.followed_through import followed_through
from scoring.mirror import Closed
from tests.builders import NINE
from tests.scoring.mirror_calls import a_mirror_call

FIRST = NINE.date()
TODAY = FIRST + timedelta(days=60)
IN_A_MONTH, IN_A_YEAR = ((FIRST + timedelta(days=days)).toordinal() for days in (30, 365))


def _closing(agreed: str, number: int = 0, evidence: int = 1) -> Closed:
    return Closed(agreed, number, "kept", evidence)


def test_every_commitment_is_closed_with_evidence_or_without_or_past_its_day_or_waiting() -> None:
    first = a_mirror_call(0, agreed=(IN_A_MONTH, IN_A_MONTH))
    second = a_mirror_call(
        30, agreed=(IN_A_YEAR, 0), closed=(_closing(first.call_id), _closing(first.call_id, 1, evidence=0))
    )
    third = a_mirror_call(31, agreed=(IN_A_MONTH,))
    found = followed_through([third, first, second], TODAY)
    assert (found.with_evidence, found.without) == ((first,), (first,))
    assert (found.past, found.waiting) == ((third,), (second, second))
    assert found.due.done == (first,)
    assert found.due.not_done == (first, third)


def test_on_its_day_a_commitment_is_not_past_it() -> None:
    call = a_mirror_call(agreed=(TODAY.toordinal(),))
    assert followed_through([call], TODAY).waiting == (call,)
    assert followed_through([call], TODAY + timedelta(days=1)).past == (call,)


def test_the_latest_closing_stands() -> None:
    agreed = a_mirror_call(0, agreed=(IN_A_MONTH,))
    ticked = a_mirror_call(10, closed=(_closing(agreed.call_id, evidence=0),))
    seen = a_mirror_call(20, closed=(_closing(agreed.call_id, evidence=2),))
    assert followed_through([seen, ticked, agreed], TODAY).with_evidence == (agreed,)


def test_where_nothing_was_written_nothing_was_agreed() -> None:
    assert followed_through([a_mirror_call(agreed=(None,))], TODAY).waiting == ()


def test_another_reps_calls_change_nothing() -> None:
    agreed = a_mirror_call(0, agreed=(IN_A_MONTH,))
    other = a_mirror_call(1, rep_id="f" * 32, closed=(_closing("e" * 32),))
    assert followed_through([agreed, other], TODAY) == followed_through([agreed], TODAY)
