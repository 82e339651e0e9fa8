"""What a call can be planned with, read from the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from exports.overview import keep_plan
from exports.rubrics_in_use import (
    defaults_in,
    keep_defaults,
    keep_put_away,
    rubric_for_call,
    rubrics_offered,
    tenure_in,
)
from scoring.cadence import two_step_plan
from scoring.call import Call
from scoring.call_type import CallType
from scoring.facts import facts_of
from scoring.rubric import DEFAULT_ID, default_rubric
from scoring.rubric_draft import copy_of
from scoring.state import CallState, Phase
from scoring.store.store import Store
from scoring.tenure import Tenure
from tests.builders import NINE, a_rep, an_id

TODAY = NINE.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path)
    yield store
    store.close()


def test_a_rubric_of_ones_own_is_offered_in_the_version_in_use_and_not_once_put_away(store: Store) -> None:
    own = store.put_in_use(copy_of(default_rubric(), "Ours"))
    newer = store.put_in_use(replace(copy_of(own, "Ours, again"), id=own.id))
    assert [one.version for one in rubrics_offered(store) if one.id == own.id] == [newer.version] == [2]
    keep_put_away(store, (own.id,))
    assert own.id not in [one.id for one in rubrics_offered(store)]
    assert DEFAULT_ID in [one.id for one in rubrics_offered(store)]


def test_who_began_lately_starts_with_what_is_set_for_the_first_months(store: Store) -> None:
    new, known = (
        a_rep("Ada", started_on=TODAY - timedelta(days=30)),
        a_rep("Grace", started_on=date(2020, 1, 1)),
    )
    for rep in (new, known):
        store.reps.save(rep)
    own = store.put_in_use(copy_of(default_rubric(), "Ours"))
    keep_defaults(store, defaults_in(store).setting(CallType.OBSERVE, Tenure.FIRST_MONTHS, own.id))
    assert rubric_for_call(store, new.id, CallType.OBSERVE, TODAY) == own
    assert rubric_for_call(store, known.id, CallType.OBSERVE, TODAY) == default_rubric()


def test_where_the_first_day_is_not_known_the_first_joint_call_counts(store: Store) -> None:
    rep = a_rep("Ada")
    store.reps.save(rep)
    assert tenure_in(store, rep.id, TODAY) == Tenure.LATER
    call = Call(id=an_id(), rep_id=rep.id, created_at=NINE - timedelta(days=100))
    store.calls.add(call)
    store.facts.put(replace(facts_of(call, CallState()), phase=Phase.CLOSED, started_at=call.created_at))
    assert tenure_in(store, rep.id, TODAY) == Tenure.LATER
    keep_plan(store, two_step_plan(6, 1, 3))
    assert tenure_in(store, rep.id, TODAY) == Tenure.FIRST_MONTHS
