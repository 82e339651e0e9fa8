"""Which rep each entry counts as, when one person was entered more than once."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.errors import SecondChairError
from scoring.merging import check_merge, counted_with, counts_as, likely_doubles
from tests.builders import a_rep

A, B, C, D = (UUID(int=number, version=4) for number in range(1, 5))
SEVERAL = [A, B, C, D]


def test_whoever_was_merged_into_nobody_counts_as_themselves() -> None:
    assert counts_as({}, A) == A
    assert counted_with({}, A) == {A}


def test_a_chain_counts_as_its_end() -> None:
    merges = {A: B, B: C}
    assert [counts_as(merges, rep) for rep in SEVERAL] == [C, C, C, D]
    assert counted_with(merges, C) == {A, B, C}
    assert counted_with(merges, B) == {A, B}


@given(st.dictionaries(st.sampled_from(SEVERAL), st.sampled_from(SEVERAL)))
def test_no_circle_in_a_file_holds_anything_up(merges: dict[UUID, UUID]) -> None:
    for rep in SEVERAL:
        assert counts_as(merges, rep) in SEVERAL
        assert rep in counted_with(merges, rep)


@given(st.lists(st.tuples(st.sampled_from(SEVERAL), st.sampled_from(SEVERAL)), max_size=8))
def test_what_is_merged_in_turn_never_becomes_a_circle(wishes: list[tuple[UUID, UUID]]) -> None:
    merges: dict[UUID, UUID] = {}
    for rep, into in wishes:
        try:
            check_merge(merges, rep, into)
        except SecondChairError:
            continue
        merges[rep] = into
    ends = {counts_as(merges, rep) for rep in SEVERAL}
    assert not ends & merges.keys()
    assert sum(len(counted_with(merges, end)) for end in ends) == len(SEVERAL)


@pytest.mark.parametrize(
    ("merges", "rep", "into", "title"),
    [
        ({}, A, A, "That is the same entry"),
        ({A: B}, A, B, "These two are one already"),
        ({A: B}, B, A, "These two are one already"),
        ({A: B, B: C}, C, A, "These two are one already"),
        ({A: B}, A, C, "Merged already"),
    ],
)
def test_what_makes_no_sense_is_refused(merges: dict[UUID, UUID], rep: UUID, into: UUID, title: str) -> None:
    with pytest.raises(SecondChairError) as refused:
        check_merge(merges, rep, into)
    assert refused.value.title == title


def test_likely_doubles_share_a_name_or_an_employee_number() -> None:
    jose, plain = a_rep("José  García", employee_number="N 7"), a_rep("jose garcia")
    wed, other = a_rep("Josephine Wu", employee_number="n7"), a_rep("Somebody Else", employee_number="8")
    assert likely_doubles([jose, plain, wed, other]) == [(jose, plain), (jose, wed)]


def test_an_employee_number_is_not_taken_for_a_name_and_none_is_not_a_number() -> None:
    numbered, named = a_rep("One", employee_number="Two"), a_rep("Two")
    assert likely_doubles([numbered, named, a_rep("Three")]) == []


def test_two_who_share_both_are_told_of_once() -> None:
    first, second = (a_rep("Priya Nair", employee_number="7") for _ in range(2))
    assert likely_doubles([first, second]) == [(first, second)]


def test_three_alike_are_three_pairs() -> None:
    reps = [a_rep("Priya Nair") for _ in range(3)]
    pairs = likely_doubles(reps)
    assert [pair for pair in pairwise(reps) if pair not in pairs] == []
    assert len(pairs) == 3
