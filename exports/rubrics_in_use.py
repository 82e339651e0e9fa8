"""The rubrics that calls can be planned with, and the one a new call starts with, as the store has them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from exports.overview import plan_in
from scoring.call_type import CallType
from scoring.rubric import Rubric
from scoring.rubric_choice import PUT_AWAY, SETTING, RubricDefaults, offered, rubric_for
from scoring.tenure import Tenure, tenure_of

if TYPE_CHECKING:
    from scoring.store import Store


def rubrics_offered(store: Store) -> list[Rubric]:
    """:returns: every rubric that is not put away, in the version in use, by name."""
    return offered(store.rubrics.latest(), put_away_in(store))


def rubric_for_call(store: Store, rep_id: UUID, call_type: CallType, today: date) -> Rubric:
    """:returns: the rubric that a call of this type with this rep starts with."""
    tenure = tenure_in(store, rep_id, today)
    return rubric_for(defaults_in(store), call_type, tenure, rubrics_offered(store))


def tenure_in(store: Store, rep_id: UUID, today: date) -> Tenure:
    """:returns: how long a rep has been with us: since their first day, or since the first joint call where that day is
    not known."""
    rep = store.reps.get(store.counts_as(rep_id))
    first_call, _ = store.facts.seen_on().get(rep.id, (None, None))
    return tenure_of(rep.started_on or first_call, plan_in(store), today)


def defaults_in(store: Store) -> RubricDefaults:
    """:returns: what is set for each type of call and tenure."""
    return store.settings.get(SETTING, RubricDefaults, RubricDefaults())


def keep_defaults(store: Store, defaults: RubricDefaults) -> None:
    """Keep what new calls start with from now on."""
    with store.batch():
        store.settings.put(SETTING, defaults)


def put_away_in(store: Store) -> tuple[str, ...]:
    """:returns: the ids of the rubrics that are not offered any more."""
    return store.settings.get(PUT_AWAY, tuple[str, ...], ())


def keep_put_away(store: Store, put_away: tuple[str, ...]) -> None:
    """Keep which rubrics are not offered any more. Calls that use them go on."""
    with store.batch():
        store.settings.put(PUT_AWAY, put_away)
