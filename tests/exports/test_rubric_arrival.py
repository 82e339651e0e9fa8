"""What a rubric from elsewhere means here. Whatever is in use stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from exports.rubric_arrival import (
    Arrival,
    Arriving,
    arrival_of,
    arrival_sentence,
    as_copy,
    copy_name,
    take_in,
    taken_in_sentence,
)
from scoring.errors import KnownError, SecondChairError
from scoring.rubric import LONGEST_NAME, Rubric, default_rubric
from scoring.rubric_draft import RubricDraft, draft_of
from scoring.store.store import Store
from tests.scoring.test_rubric import a_rubric

THIRD = a_rubric()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """:returns: data in which the third version of a rubric is in use."""
    with closing(Store.open(tmp_path)) as store:
        store.rubrics.keep(THIRD)
        yield store


def at(version: int, name: str = "Field call, said better") -> Rubric:
    return replace(THIRD, version=version, name=name)


def all_rubrics(store: Store) -> list[Rubric]:
    """:returns: every version of every rubric in the data."""
    return [one for latest in store.rubrics.latest() for one in store.rubrics.versions(latest.id)]


APP = default_rubric()
LATER_THAN_THE_APP = replace(APP, version=APP.version + 1)
CASES = [
    (replace(THIRD, id="another-call"), Arrival.NEW),
    (THIRD, Arrival.SAME),
    (at(4), Arrival.UPDATE),
    (at(9), Arrival.UPDATE),
    (at(2), Arrival.OLDER),
    (at(3), Arrival.OTHER_WORDS),
    (APP, Arrival.SAME),
    (replace(APP, name="Our sales call"), Arrival.OF_THE_APP),
    (LATER_THAN_THE_APP, Arrival.NEWER_THAN_THE_APP),
]


@pytest.mark.parametrize(("rubric", "arrival"), CASES)
def test_it_is_told_what_it_means_and_nothing_is_changed(
    store: Store, rubric: Rubric, arrival: Arrival
) -> None:
    before = all_rubrics(store)
    found = arrival_of(store, rubric)
    assert (found.arrival, found.rubric) == (arrival, rubric)
    assert found.latest == {THIRD.id: THIRD, APP.id: APP}.get(rubric.id)
    assert rubric.name in arrival_sentence(found)
    assert all_rubrics(store) == before


def test_a_new_one_and_an_update_are_in_use_beside_what_was(store: Store) -> None:
    new, update = replace(THIRD, id="another-call"), at(5)
    for rubric in (new, update):
        assert take_in(store, arrival_of(store, rubric)) == rubric
    assert store.rubrics.versions(THIRD.id) == [THIRD, update]
    assert {new, update} < set(store.rubrics.latest())
    assert arrival_of(store, update).arrival == Arrival.SAME


@pytest.mark.parametrize("rubric", [THIRD, at(2)])
def test_what_is_here_already_or_is_older_changes_nothing(store: Store, rubric: Rubric) -> None:
    before = all_rubrics(store)
    assert take_in(store, arrival_of(store, rubric)) == THIRD
    assert all_rubrics(store) == before


@pytest.mark.parametrize("rubric", [at(3), replace(APP, name="Our sales call")])
def test_other_words_are_refused_with_the_way_out_and_change_nothing(store: Store, rubric: Rubric) -> None:
    before = all_rubrics(store)
    with pytest.raises(SecondChairError, match="as a copy"):
        take_in(store, arrival_of(store, rubric))
    assert all_rubrics(store) == before


def test_words_of_a_later_app_ask_for_that_app(store: Store) -> None:
    before = all_rubrics(store)
    with pytest.raises(KnownError, match="Update the app"):
        take_in(store, arrival_of(store, LATER_THAN_THE_APP))
    assert all_rubrics(store) == before


@pytest.mark.parametrize("rubric", [rubric for rubric, _ in CASES])
def test_a_copy_of_any_of_them_is_new_here(store: Store, rubric: Rubric) -> None:
    copy = as_copy(rubric)
    assert (copy.version, copy.skills) == (1, rubric.skills)
    assert copy.name == f"{rubric.name} (copy)"
    assert take_in(store, arrival_of(store, copy)) == copy
    assert as_copy(rubric).id != copy.id


def test_a_copy_says_it_is_one_however_long_the_name() -> None:
    assert copy_name("Demo") == "Demo (copy)"
    longest = copy_name("x" * LONGEST_NAME)
    assert len(longest) == LONGEST_NAME
    assert longest.endswith("x (copy)")


def test_what_is_being_written_of_it_stays_and_is_said(store: Store) -> None:
    draft = replace(draft_of(THIRD), name="Being written")
    store.rubric_drafts.put(THIRD.id, RubricDraft.__name__, draft)
    found = arrival_of(store, at(4))
    assert arrival_sentence(found) == (
        "“Field call, said better” comes as version 4. Here it is version 3. "
        "What you are writing of it stays as you left it."
    )
    take_in(store, found)
    assert store.rubric_drafts.get(THIRD.id, RubricDraft.__name__, RubricDraft) == draft


def test_what_was_done_is_said_and_nothing_else(store: Store) -> None:
    said = {
        arrival_of(store, rubric).arrival: taken_in_sentence(arrival_of(store, rubric)) for rubric, _ in CASES
    }
    assert said[Arrival.NEW] == "“Field call” is here now. New calls can use it."
    assert said[Arrival.UPDATE] == (
        "“Field call, said better” is version 9 now. Calls that used version 3 keep its words."
    )
    assert said[Arrival.OLDER] == arrival_sentence(arrival_of(store, at(2)))


def test_a_later_version_that_came_with_a_call_is_an_update_that_waits_to_be_seen(store: Store) -> None:
    store.rubrics.keep(at(5), in_use=False)
    found = arrival_of(store, at(5))
    assert (found.arrival, found.latest) == (Arrival.UPDATE, THIRD)
    assert arrival_of(store, at(5, "Other words")).arrival == Arrival.OTHER_WORDS
    assert take_in(store, found) == at(5)
    assert store.rubrics.in_use(THIRD.id) == at(5)


def test_what_came_with_a_call_is_chosen_once_its_file_is_taken_in(store: Store) -> None:
    brought = replace(THIRD, id="brought")
    store.rubrics.keep(brought, in_use=False)
    take_in(store, arrival_of(store, brought))
    store.rubrics.keep(replace(brought, version=9), in_use=False)
    assert store.rubrics.in_use("brought") == brought


def test_a_difference_that_nobody_saw_is_not_taken_in(store: Store) -> None:
    seen = arrival_of(store, at(5))
    store.rubrics.keep(at(4))
    with pytest.raises(SecondChairError, match="Look at the difference again"):
        take_in(store, seen)
    assert store.rubrics.versions(THIRD.id) == [THIRD, at(4)]


def test_a_name_that_runs_from_right_to_left_leaves_the_sentence_in_its_order() -> None:
    rubric = replace(THIRD, name="שיחת מכירה")
    sentence = arrival_sentence(Arriving(arrival=Arrival.NEW, rubric=rubric))
    assert sentence == "“\u2068שיחת מכירה\u2069” is new here."
