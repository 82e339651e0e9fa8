"""Believable reps and calls to look around with, in a folder of their own.

The same moment gives the same samples, but for the ids of the entries.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from scoring.call import Call
from scoring.entry import Entry
from scoring.logbook import Logbook
from scoring.people import Rep
from scoring.rubric import default_rubric
from scoring.state import CallState
from scoring.teeup import TeeUp, next_tee_up
from ui.driving import VirtualClock
from ui.sample_data import Ride, SampleRep, samples
from ui.sample_log import TEE_UP_MINUTES, Before, RideLog
from ui.session import Session

SEED = 1926
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSamples:
    """Sample reps and calls, each call with its log; ``to_tee_up`` is the call that is still to come."""

    reps: tuple[Rep, ...]
    calls: tuple[tuple[Call, list[Entry]], ...]
    to_tee_up: UUID


def write_samples(session: Session) -> Future[UUID]:
    """Fill an empty data folder with a manager, reps, past calls, one call to debrief and one to tee up.

    Everything is dated back from the session's present time. It is stored without waiting, which takes a second.

    :returns: the id of the call to tee up once all is stored, or the KnownError that kept it from being stored.
    """
    made = made_samples(session.clock.now())
    session.save_manager(samples().manager)
    return session.post(lambda store: _store(made, store.reps.save, store.calls.add, store.append))


def _store(
    made: MadeSamples,
    save_rep: Callable[[Rep], None],
    add_call: Callable[[Call], None],
    append: Callable[[list[Entry]], None],
) -> UUID:
    for rep in made.reps:
        save_rep(rep)
    for call, entries in made.calls:
        add_call(call)
        append(entries)
    return made.to_tee_up


def made_samples(now: datetime) -> MadeSamples:
    """:returns: the samples of the moment ``now``, which carries its UTC offset."""
    rng = random.Random(SEED)
    reps = {sample.name: _made_rep(sample, now, rng) for sample in samples().reps}
    calls: list[tuple[Call, list[Entry]]] = []
    plans: dict[str, TeeUp] = {}
    before: dict[str, Before] = {}
    for ride in samples().rides:
        call = Call(id=_an_id(rng), rep_id=reps[ride.rep].id, created_at=_teed_up_at(ride, now))
        log = RideLog(ride, call, rng, before.get(ride.rep))
        log.write()
        calls.append((call, log.entries))
        plans[ride.rep] = log.book.state.tee_up
        before[ride.rep] = Before(call.id, ride.change, ride.focus)
    planned = samples().planned
    call = Call(id=_an_id(rng), rep_id=reps[planned.rep].id, created_at=now)
    calls.append((call, _planned_entries(call, plans[planned.rep])))
    return MadeSamples(reps=tuple(reps.values()), calls=tuple(calls), to_tee_up=call.id)


def _planned_entries(call: Call, previous: TeeUp) -> list[Entry]:
    planned = samples().planned
    plan = next_tee_up(previous, default_rubric(), call.created_at)
    entries: list[Entry] = []
    book = Logbook(CallState(), call.id, VirtualClock(call.created_at), entries.append)
    book.plan(replace(plan, customer=planned.customer, people_met=planned.people))
    return entries


def _made_rep(sample: SampleRep, now: datetime, rng: random.Random) -> Rep:
    return Rep(
        id=_an_id(rng),
        name=sample.name,
        employee_number=sample.employee_number,
        team=sample.team,
        title=sample.title,
        started_on=now.date() - timedelta(days=sample.days),
        coaching=sample.coaching,
    )


def _an_id(rng: random.Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)


def _teed_up_at(ride: Ride, now: datetime) -> datetime:
    return _started_at(ride, now) - timedelta(minutes=TEE_UP_MINUTES)


def _started_at(ride: Ride, now: datetime) -> datetime:
    if ride.ended_minutes_ago is not None:
        return now - timedelta(minutes=ride.ended_minutes_ago + ride.minutes)
    day = _working_day(now.date() - timedelta(days=ride.days))
    return datetime.combine(day, time.fromisoformat(ride.at), now.tzinfo)


def _working_day(day: date) -> date:
    """:returns: ``day``, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))
