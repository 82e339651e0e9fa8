"""All rubrics there are, as the store has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exports.rubric_shelf import ShelvedRubric, shelf
from exports.rubrics_in_use import keep_put_away
from scoring.rubric import DEFAULT_ID, default_rubric
from scoring.rubric_draft import RubricDraft, copy_of, draft_of
from scoring.store.store import Store
from tests.builders import Log, a_call, a_rep, a_tee_up

KIND = RubricDraft.__name__


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path)
    yield store
    store.close()


def _one(store: Store, rubric_id: str) -> ShelvedRubric:
    found = shelf(store).get(rubric_id)
    assert found is not None
    return found


def test_ones_own_stand_before_those_of_the_app(store: Store) -> None:
    ours = store.put_in_use(copy_of(default_rubric(), "Zebra"))
    found = shelf(store).rubrics
    assert found[0].id == ours.id
    assert [one.is_own for one in found] == [True] + [False] * (len(found) - 1)


def test_what_is_only_begun_stands_there_too_and_is_offered_to_no_call(store: Store) -> None:
    store.rubric_drafts.put("rubric-1", KIND, RubricDraft(id="rubric-1"))
    begun = _one(store, "rubric-1")
    assert (begun.name, begun.latest) == ("", None)
    assert "rubric-1" not in [one.id for one in shelf(store).offered]


def test_changes_that_are_not_in_use_are_told_apart_from_a_draft_that_changes_nothing(store: Store) -> None:
    ours = store.put_in_use(copy_of(default_rubric(), "Ours"))
    store.rubric_drafts.put(ours.id, KIND, replace(draft_of(ours), same=(draft_of(ours).skills[0],)))
    assert _one(store, ours.id).draft is None
    store.rubric_drafts.put(ours.id, KIND, replace(draft_of(ours), name="Theirs"))
    changed = _one(store, ours.id)
    assert changed.draft is not None
    assert changed.name == "Ours", "calls go by what is in use"


def test_calls_are_counted_in_whatever_version_they_use(store: Store) -> None:
    rep = a_rep()
    store.reps.save(rep)
    ours = store.put_in_use(copy_of(default_rubric(), "Ours"))
    newer = store.put_in_use(replace(draft_of(ours), name="Ours, too"))
    for rubric in (ours, newer):
        call = a_call(rep)
        log = Log(call)
        plan = a_tee_up(rubric_id=rubric.id, rubric_version=rubric.version)
        store.add_call(call, [log.planned(plan)])
    assert _one(store, ours.id).calls == 2
    assert _one(store, DEFAULT_ID).calls == 0


def test_what_is_put_away_is_still_there_and_not_offered(store: Store) -> None:
    ours = store.put_in_use(copy_of(default_rubric(), "Ours"))
    keep_put_away(store, (ours.id,))
    assert _one(store, ours.id).is_put_away
    assert ours not in shelf(store).offered
