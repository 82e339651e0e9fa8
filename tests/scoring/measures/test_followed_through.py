from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import count
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.call_type import CallType
from scoring.commitments import Footing, followed
from scoring.debrief import MOST_COMMITMENTS, Closing, Commitment, Kept
from scoring.facts import CallFacts
from scoring.measures.followed_through import FollowedThrough, followed_through
from scoring.mirror import Closed, MirrorCall, mirror_call
from scoring.state import Phase
from scoring.teeup import Way
from tests.builders import NINE
from tests.scoring.mirror_calls import a_mirror_call

FIRST = NINE.date()
TODAY = FIRST + timedelta(days=60)
IN_A_MONTH, IN_A_YEAR = ((FIRST + timedelta(days=days)).toordinal() for days in (30, 365))


def _closing(agreed: MirrorCall, number: int = 0, evidence: int = 1, kept: Kept = Kept.KEPT) -> Closed:
    return Closed(agreed.call_id, number, kept.value, evidence)


def test_a_commitment_is_closed_with_something_seen_or_without() -> None:
    first = a_mirror_call(0, agreed=(IN_A_MONTH, IN_A_MONTH))
    closings = (_closing(first), _closing(first, 1, evidence=0))
    found = followed_through([a_mirror_call(30, closed=closings), first], TODAY)
    assert (found.with_evidence, found.without) == ((first,), (first,))


def test_an_open_one_is_past_its_day_or_waiting() -> None:
    late = a_mirror_call(0, agreed=(IN_A_MONTH, 0))
    assert followed_through([late], TODAY).past == (late,)
    assert followed_through([late], TODAY).waiting == (late,), "the other one has no day"
    early = a_mirror_call(0, agreed=(TODAY.toordinal(),))
    assert followed_through([early], TODAY).waiting == (early,)
    assert followed_through([early], TODAY + timedelta(days=1)).past == (early,)


def test_one_that_another_took_the_place_of_was_not_followed_through() -> None:
    first, second = a_mirror_call(0, agreed=(IN_A_YEAR,)), a_mirror_call(9, agreed=(IN_A_YEAR,))
    found = followed_through([first, second], TODAY)
    assert (found.replaced, found.waiting, found.due.not_done) == ((first,), (second,), (first,))


def test_not_yet_is_looked_at_as_well_as_kept() -> None:
    first = a_mirror_call(0, agreed=(IN_A_MONTH,))
    again = a_mirror_call(9, closed=(_closing(first, kept=Kept.NOT_YET),))
    assert followed_through([first, again], TODAY).with_evidence == (first,)


def test_the_last_word_stands() -> None:
    agreed = a_mirror_call(0, agreed=(IN_A_MONTH,))
    ticked = a_mirror_call(10, closed=(_closing(agreed, evidence=0),))
    seen = a_mirror_call(20, closed=(_closing(agreed, evidence=2),))
    assert followed_through([seen, ticked, agreed], TODAY).with_evidence == (agreed,)


def test_an_older_record_closes_all_at_once_and_names_nothing_seen() -> None:
    agreed = a_mirror_call(0, agreed=(IN_A_MONTH, IN_A_MONTH))
    assert followed_through([agreed, a_mirror_call(9, closed_all="kept")], TODAY).without == (agreed, agreed)


def test_an_older_record_has_no_say_on_what_was_kept_already() -> None:
    agreed = a_mirror_call(0, agreed=(IN_A_MONTH,))
    kept = a_mirror_call(5, closed=(_closing(agreed),))
    assert followed_through([agreed, kept, a_mirror_call(9, closed_all="kept")], TODAY).without == ()


def test_a_debrief_of_two_calls_agrees_once() -> None:
    shared = "5" * 32
    one = a_mirror_call(0, agreed=(IN_A_MONTH,), shared=shared)
    other = a_mirror_call(0.1, agreed=(IN_A_MONTH,), shared=shared)
    later = a_mirror_call(9, closed=(_closing(one),))
    assert followed_through([one, other, later], TODAY).with_evidence == (other,)


def test_where_nothing_was_written_nothing_was_agreed() -> None:
    assert followed_through([a_mirror_call(agreed=(None,))], TODAY).waiting == ()


def test_another_reps_calls_change_nothing() -> None:
    agreed = a_mirror_call(0, agreed=(IN_A_MONTH,))
    other = a_mirror_call(1, rep_id="f" * 32, closed_all="kept", closed=(_closing(agreed),))
    assert followed_through([agreed, other], TODAY) == followed_through([agreed], TODAY)


@st.composite
def _histories(draw: st.DrawFn) -> list[CallFacts]:
    """:returns: calls of two reps, one a day, with anything agreed and anything closed."""
    calls: list[CallFacts] = []
    numbers = count(1)
    for day in range(draw(st.integers(0, 6))):
        entries = [UUID(int=1000 + next(numbers)) for _ in range(2)]
        closings = [
            Closing(
                agreed_in=draw(st.sampled_from(calls)).call_id,
                number=draw(st.integers(0, MOST_COMMITMENTS - 1)),
                words="ask",
                kept=draw(st.sampled_from(Kept)),
                evidence=tuple(draw(st.lists(st.sampled_from(entries), unique=True))),
            )
            for _ in range(draw(st.integers(0, 2)) if calls else 0)
        ]
        agreed = [
            Commitment(
                words=draw(st.sampled_from(["ask", " "])), check_on=draw(st.sampled_from([None, FIRST]))
            )
            for _ in range(draw(st.integers(0, MOST_COMMITMENTS)))
        ]
        calls.append(
            CallFacts(
                call_id=UUID(int=day + 1),
                rep_id=UUID(int=draw(st.integers(1, 2))),
                created_at=NINE + timedelta(days=day),
                phase=Phase.DEBRIEFED,
                customer="",
                purpose="",
                call_type=CallType.OBSERVE,
                way=Way.OPEN_LAPTOP,
                planned_at=None,
                planned_minutes=45,
                teed_up=True,
                rubric_id="",
                rubric_version=1,
                focus_skills=(),
                commitments=tuple(agreed),
                closings=tuple(closings),
                recalled_evidence=tuple(draw(st.lists(st.sampled_from(entries), unique=True))),
                last_commitment=draw(st.sampled_from([None, None, *Kept])),
                shared=draw(st.sampled_from([None, None, UUID(int=77)])),
            )
        )
    return calls


def _counts(found: FollowedThrough) -> tuple[int, int, int, int]:
    """:returns: how many are closed with evidence, closed without, replaced, and open."""
    still_open = len(found.past) + len(found.waiting)
    return len(found.with_evidence), len(found.without), len(found.replaced), still_open


def _counted_apart(calls: Sequence[CallFacts]) -> tuple[int, int, int, int]:
    """:returns: the same, from what is known of each commitment by itself."""
    items = followed(calls)
    closed = [item for item in items if item.kept is not None]
    seen = sum(item.footing == Footing.SEEN for item in closed)
    left = [item for item in items if item.kept is None]
    replaced = sum(item.is_replaced for item in left)
    return seen, len(closed) - seen, replaced, len(left) - replaced


@settings(max_examples=60)
@given(_histories())
def test_it_counts_what_is_known_of_each_commitment(calls: list[CallFacts]) -> None:
    seen = [call for call in map(mirror_call, calls) if call]
    assert _counts(followed_through(seen[::-1], TODAY)) == _counted_apart(calls)
