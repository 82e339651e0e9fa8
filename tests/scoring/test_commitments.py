"""What became of the things reps agreed to do differently, followed through their calls."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.commitments import FollowedCommitment, Footing, closing_of, followed, open_commitments
from scoring.debrief import Closing, Commitment, Kept
from scoring.facts import CallFacts, facts_of
from tests.builders import NINE, a_call, a_debriefed_call, a_rep, an_id

PRIYA, SOFIA = UUID(int=1, version=4), UUID(int=2, version=4)
_CALL = facts_of(a_call(), a_debriefed_call(a_rep())[1].state)
ASK, WAIT = "I ask what it costs first", "I wait for the answer"


def _on(day: int, *words: str, rep: UUID = PRIYA, **said: object) -> CallFacts:
    """:returns: the facts of a call on a day, in whose debrief ``words`` were agreed; ``said`` are fields of them."""
    plain = replace(
        _CALL,
        call_id=an_id(),
        rep_id=rep,
        started_at=NINE + timedelta(days=day),
        commitments=tuple(Commitment(words=text) for text in words),
        closings=(),
        last_commitment=None,
    )
    return replace(plain, **said)  # pyright: ignore[reportArgumentType]  by name


def _says(call: CallFacts, kept: Kept, *evidence: UUID, number: int = 0) -> Closing:
    words = call.commitments[number].words
    return Closing(agreed_in=call.call_id, number=number, words=words, kept=kept, evidence=evidence)


def _short(items: Iterable[FollowedCommitment]) -> list[tuple[str, Kept | None, bool]]:
    return [(item.commitment.words, item.kept, item.is_open) for item in items]


def test_what_nobody_spoke_about_is_open() -> None:
    first = _on(0, ASK, WAIT)
    assert _short(followed([first, _on(7)])) == [(ASK, None, True), (WAIT, None, True)]
    assert [item.number for item in open_commitments([first])] == [0, 1]
    assert open_commitments([_on(0)]) == ()


def test_each_is_closed_on_its_own_with_what_was_seen() -> None:
    first, seen = _on(0, ASK, WAIT), an_id()
    then = _on(7, closings=(_says(first, Kept.KEPT, seen), _says(first, Kept.NOT_YET, number=1)))
    ask, wait = followed([then, first])
    assert (ask.kept, ask.closed_in, ask.evidence, ask.footing) == (Kept.KEPT, then, (seen,), Footing.SEEN)
    assert (wait.kept, wait.evidence, wait.footing) == (Kept.NOT_YET, (), Footing.NOTHING)
    assert [item.commitment.words for item in open_commitments([then, first])] == [WAIT]


@pytest.mark.parametrize("kept", [Kept.PARTLY, Kept.NOT_YET])
def test_what_is_not_quite_kept_goes_on_until_another_one_is_agreed(kept: Kept) -> None:
    first = _on(0, ASK)
    then = _on(7, closings=(_says(first, kept),))
    assert _short(open_commitments([first, then])) == [(ASK, kept, True)]
    assert _short(followed([first, then, _on(14, WAIT)])) == [(WAIT, None, True), (ASK, kept, False)]


def test_the_last_word_counts() -> None:
    first = _on(0, ASK)
    calls = [first, *(_on(7 * n, closings=(_says(first, kept),)) for n, kept in enumerate(Kept, 1))]
    (item,) = followed(calls)
    assert (item.kept, item.closed_in) == (Kept.NOT_YET, calls[-1])


def test_one_debrief_over_several_calls_is_one_closing_with_what_was_seen_in_any() -> None:
    day = an_id()
    morning, noon = (_on(0, ASK, shared=day), _on(0, ASK, shared=day))
    later, here, there = an_id(), an_id(), an_id()
    one = _on(7, shared=later, closings=(_says(noon, Kept.KEPT, here),))
    two = _on(7, shared=later, closings=(_says(noon, Kept.KEPT, there),))
    three = _on(7, shared=later, closings=(_says(morning, Kept.KEPT),))
    (item,) = followed([morning, noon, one, two, three])
    assert item.agreed_in == max((morning, noon), key=lambda call: call.call_id)
    assert (item.evidence, item.kept, item.closed_in) == ((here, there), Kept.KEPT, two)


def test_what_a_debrief_agrees_for_another_of_its_calls_was_not_agreed_last_time() -> None:
    day = an_id()
    before, other = _on(0, ASK), _on(7, WAIT, shared=day)
    assert _short(open_commitments([other, before], day)) == [(ASK, None, True)]


def test_older_records_say_it_of_all_at_once() -> None:
    first = _on(0, ASK, WAIT)
    then = _on(7, last_commitment=Kept.PARTLY)
    assert _short(followed([first, then])) == [(ASK, Kept.PARTLY, True), (WAIT, Kept.PARTLY, True)]
    assert {item.footing for item in followed([first, then])} == {Footing.NOTHING}
    assert open_commitments([first, then, _on(14, last_commitment=Kept.KEPT)]) == ()
    kept = followed([first, _on(7, last_commitment=Kept.KEPT), _on(14, last_commitment=Kept.NOT_YET)])
    assert {item.kept for item in kept} == {Kept.KEPT}, "it says nothing of what is closed"


def test_what_a_debrief_says_in_either_way_is_found() -> None:
    (item,) = followed([first := _on(0, ASK)])
    assert closing_of((), item) is None
    assert closing_of((), item, Kept.PARTLY) == _says(first, Kept.PARTLY)
    assert closing_of((_says(first, Kept.KEPT),), item, Kept.PARTLY) == _says(first, Kept.KEPT)


def test_words_that_were_never_written_are_no_commitment() -> None:
    assert [item.number for item in followed([_on(0, " ", ASK)])] == [1]


# For any calls

_kept = st.sampled_from(Kept)


@st.composite
def _calls(draw: st.DrawFn) -> list[CallFacts]:
    """Up to six calls with two reps, some sharing a debrief, with closings of anything, older and newer ones."""
    shared = [None, an_id()]
    calls: list[CallFacts] = []
    for day in range(draw(st.integers(1, 6))):
        call = _on(
            draw(st.sampled_from([day, day - 1])),
            *draw(st.lists(st.sampled_from([ASK, WAIT, " "]), max_size=2)),
            rep=draw(st.sampled_from([PRIYA, PRIYA, SOFIA])),
            shared=draw(st.sampled_from(shared)),
            last_commitment=draw(st.none() | _kept),
        )
        about = draw(st.lists(st.sampled_from([*(c.call_id for c in calls), an_id()]), max_size=2))
        closings = [
            Closing(
                agreed_in=agreed_in,
                number=draw(st.integers(0, 1)),
                words=ASK,
                kept=draw(_kept),
                evidence=tuple(an_id() for _ in range(draw(st.integers(0, 2)))),
            )
            for agreed_in in about
        ]
        calls.append(replace(call, closings=tuple(closings)))
    return calls


@given(_calls(), st.randoms(use_true_random=False))
def test_the_order_of_the_calls_is_irrelevant(calls: list[CallFacts], rng: random.Random) -> None:
    mixed = rng.sample(calls, len(calls))
    assert followed(mixed) == followed(calls)
    assert open_commitments(mixed) == open_commitments(calls)


@given(_calls())
def test_the_calls_of_another_rep_change_nothing(calls: list[CallFacts]) -> None:
    own = [call for call in calls if call.rep_id == PRIYA]
    assert [item for item in followed(calls) if item.agreed_in.rep_id == PRIYA] == list(followed(own))


@given(_calls())
def test_what_was_never_agreed_cannot_be_closed(calls: list[CallFacts]) -> None:
    strange = [
        replace(
            call,
            closings=(
                *call.closings,
                Closing(agreed_in=an_id(), number=0, words=ASK, kept=Kept.KEPT),
                Closing(agreed_in=call.call_id, number=0, words=ASK, kept=Kept.KEPT, evidence=(an_id(),)),
            ),
        )
        for call in calls
    ]
    assert [_told(item) for item in followed(strange)] == [_told(item) for item in followed(calls)]


def _told(item: FollowedCommitment) -> tuple[object, ...]:
    return (item.agreed_in.call_id, item.number, item.kept, item.evidence, item.footing, item.is_open)


@given(_calls())
def test_what_is_from_memory_never_counts_for_more(calls: list[CallFacts]) -> None:
    remembered = [
        replace(call, recalled_evidence=tuple(e for closing in call.closings for e in closing.evidence))
        for call in calls
    ]
    bare = [
        replace(call, closings=tuple(replace(closing, evidence=()) for closing in call.closings))
        for call in calls
    ]
    for item, without in zip(followed(remembered), followed(bare), strict=True):
        assert without.footing == Footing.NOTHING
        assert item.footing == (Footing.MEMORY if item.evidence else Footing.NOTHING)
        assert (item.kept, item.is_open) == (without.kept, without.is_open)


@given(_calls())
def test_older_records_mean_what_they_always_meant(calls: list[CallFacts]) -> None:
    old = [replace(c, closings=(), shared=None) for c in calls if c.rep_id == PRIYA]
    latest_first = sorted(old, key=lambda call: (call.when, call.call_id), reverse=True)
    expected = _open_as_it_was(latest_first)
    assert [item.agreed_in for item in open_commitments(old)] == expected


def _open_as_it_was(latest_first: Sequence[CallFacts]) -> list[CallFacts]:
    """:returns: the call whose commitment is open, once for each of them, as it was read before there were closings."""
    for call in latest_first:
        words = [item for item in call.commitments if item.words.strip()]
        if words:
            return [call] * len(words)
        if call.last_commitment == Kept.KEPT:
            return []
    return []
