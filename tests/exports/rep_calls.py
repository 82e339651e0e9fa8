"""Calls with Priya a month apart, as the tests of the rep over time tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scoring.debrief import Closing, Commitment, Kept, MyView, Nerves, Outcome
from scoring.rating import Rating
from scoring.rubric import Rubric, default_rubric
from scoring.store.store import Store
from scoring.teeup import Chooser, TeeUp
from tests.exports.builders import A_SELF_VIEW, MORNING, Told, a_debrief, a_plan, a_view

ASKS, MONEY = "asks-before-answering", "talks-money-plainly"
FIRST = MORNING - timedelta(days=170)  # a day in June


@dataclass(frozen=True, slots=True, kw_only=True)
class Ride:
    """One call: the manager's level for asking, the rep's own, and what else there is to say. ``kept`` closes what the
    call before agreed."""

    level: int | None = 2
    own: int | None = None
    nerves: Nerves | None = None
    outcome: Outcome | None = None
    chosen_by: Chooser | None = None
    marks: tuple[bool, ...] = (True,)
    agreed: str = ""
    check_in_days: int = 14
    kept: Kept | None = None
    parked: tuple[str, ...] = ()
    rubric: Rubric | None = None


def rubrics_of_ours(count: int) -> list[Rubric]:
    """:returns: versions of a rubric, the second of which says in other words what asking is."""
    rubric = default_rubric()
    found = [replace(rubric, id="ours", version=version) for version in range(1, count + 1)]
    changed = replace(rubric.skill(ASKS), name="Asks first")
    for version in range(2, count + 1):
        skills = tuple(changed if skill.id == ASKS else skill for skill in rubric.skills)
        found[version - 1] = replace(found[version - 1], skills=skills)
    return found


def tell(rides: Sequence[Ride], first: datetime = FIRST, days: int = 30) -> list[Told]:
    """:returns: the calls, told by the real logbook, ``days`` apart."""
    told: list[Told] = []
    for number, ride in enumerate(rides, start=1):
        told.append(_one(ride, number, first + timedelta(days=days * (number - 1)), told))
    return told


def keep(store: Store, rides: Sequence[Ride], days: int = 30) -> list[Told]:
    """Put the calls into a real store.

    :returns: the calls.
    """
    for ride in rides:
        if ride.rubric:
            store.rubrics.keep(ride.rubric)
    told = tell(rides, days=days)
    for call in told:
        call.keep(store)
    return told


def _one(ride: Ride, number: int, at: datetime, before: Sequence[Told]) -> Told:
    told = Told(number=number, at=at, plan=_plan(ride))
    told.book.start()
    for seen in ride.marks:
        told.clock.go(2)
        told.book.mark(ASKS, seen=seen)
    told.clock.go(20)
    told.end().view(_view(ride, told))
    debrief = a_debrief(commitments=_agreed(ride, at), closings=_closings(ride, before), parked=ride.parked)
    own = () if ride.own is None else (Rating(skill=ASKS, level=ride.own),)
    return told.debrief(debrief, replace(A_SELF_VIEW, ratings=own, nerves=ride.nerves))


def _plan(ride: Ride) -> TeeUp:
    plan = replace(a_plan(), chosen_by=ride.chosen_by)
    return (
        replace(plan, rubric_id=ride.rubric.id, rubric_version=ride.rubric.version) if ride.rubric else plan
    )


def _view(ride: Ride, told: Told) -> MyView:
    marks = tuple(item.entry.id for item, _ in told.book.state.marks_of(ASKS))
    ratings = (
        Rating(skill=ASKS, level=ride.level, evidence=marks if ride.level else ()),
        Rating(skill=MONEY, level=None),
    )
    return a_view(ratings=ratings, outcome=ride.outcome, strengths=(), gaps=())


def _agreed(ride: Ride, at: datetime) -> tuple[Commitment, ...]:
    if not ride.agreed:
        return ()
    return (Commitment(words=ride.agreed, check_on=(at + timedelta(days=ride.check_in_days)).date()),)


def _closings(ride: Ride, before: Sequence[Told]) -> tuple[Closing, ...]:
    if ride.kept is None:
        return ()
    return (Closing(agreed_in=before[-1].call.id, number=0, words="as agreed", kept=ride.kept),)
