"""Legal holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from scoring.errors import SecondChairError
from scoring.holds import Hold, holds_on_call, holds_on_rep, lift_hold, one_person, place_hold
from tests.builders import NINE, an_id

ON_A_REP = Hold(id=an_id(), reason="A lawsuit", placed_at=NINE, rep_id=an_id())


def test_a_hold_is_in_force_until_it_is_lifted() -> None:
    assert ON_A_REP.is_in_force
    assert not replace(ON_A_REP, lifted_at=NINE).is_in_force


def test_a_hold_is_on_one_rep_or_one_call() -> None:
    for changes in ({"call_id": an_id()}, {"rep_id": None}):
        with pytest.raises(ValueError, match="on a rep or on a call"):
            replace(ON_A_REP, **changes)


def test_a_hold_says_why() -> None:
    with pytest.raises(ValueError, match="reason"):
        replace(ON_A_REP, reason=" ")


def test_placing_a_hold_needs_a_reason() -> None:
    rep_id = an_id()
    hold = place_hold(" A lawsuit ", NINE, rep_id=rep_id)
    assert (hold.reason, hold.placed_at, hold.rep_id, hold.is_in_force) == ("A lawsuit", NINE, rep_id, True)
    with pytest.raises(SecondChairError, match="reason"):
        place_hold(" \n", NINE, rep_id=rep_id)


def test_a_lifted_hold_holds_nothing_and_stays_known() -> None:
    later = NINE + timedelta(days=1)
    lifted = lift_hold(ON_A_REP, later)
    assert lifted == replace(ON_A_REP, lifted_at=later)
    assert lift_hold(lifted, later + timedelta(days=1)) == lifted
    assert ON_A_REP.rep_id
    assert holds_on_rep([lifted], ON_A_REP.rep_id, {}) == []


def test_a_hold_on_a_rep_holds_their_calls_and_one_on_a_call_only_that() -> None:
    rep, other, call, second = an_id(), an_id(), an_id(), an_id()
    on_rep = place_hold("A lawsuit", NINE, rep_id=rep)
    on_call = place_hold("An audit", NINE, call_id=call)
    holds = [on_call, on_rep]
    assert holds_on_call(holds, call, rep, {}) == [on_call, on_rep]
    assert holds_on_call(holds, second, rep, {}) == [on_rep]
    assert holds_on_call(holds, second, other, {}) == []
    assert holds_on_rep(holds, rep, {}) == [on_rep]
    assert holds_on_rep(holds, other, {}) == []


def test_a_hold_on_either_of_two_that_are_one_person_holds_both() -> None:
    first, second, third, stranger = an_id(), an_id(), an_id(), an_id()
    merges = {first: second, third: second}
    for held in (first, second, third):
        hold = place_hold("A lawsuit", NINE, rep_id=held)
        for asked in (first, second, third):
            assert holds_on_rep([hold], asked, merges) == [hold]
            assert holds_on_call([hold], an_id(), asked, merges) == [hold]
        assert holds_on_rep([hold], stranger, merges) == []


def test_a_person_entered_many_times_is_one() -> None:
    ids = [an_id() for _ in range(6)]
    chain = dict(pairwise(ids))
    assert all(one_person(each, chain) == set(ids) for each in ids)
    assert one_person(an_id(), chain).isdisjoint(ids)
