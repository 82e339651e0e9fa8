"""A call of a given number of entries, as three hours of busy tapping leave it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from scoring.call import Call
from scoring.entry import Entry, Floor, FloorTaken, Marked, Planned, Started, What
from scoring.people import Manager, Rep
from scoring.rubric import default_rubric
from scoring.store import Store
from scoring.teeup import next_tee_up

TAP_MS = 500


def write_running_call(folder: Path, taps: int) -> UUID:
    """Make a data folder with one running call of ``taps`` taps.

    :returns: the id of the call.
    """
    store = Store.open(folder)
    began = datetime.now().astimezone()
    rep = Rep(id=uuid4(), name="Priya Nair")
    call = Call(id=uuid4(), rep_id=rep.id, created_at=began)
    store.settings.put("manager", Manager(name="Dana Whitfield"))
    store.reps.save(rep)
    store.calls.add(call)
    store.append([_entry(call.id, began, number, what) for number, what in enumerate(_log(taps))])
    store.close()
    return call.id


def _log(taps: int) -> list[What]:
    rubric = default_rubric()
    skills = [skill.id for skill in rubric.skills]
    parties = list(Floor)
    began: list[What] = [Planned(tee_up=next_tee_up(None, rubric, datetime.now().astimezone())), Started()]
    taken: list[What] = [
        FloorTaken(who=parties[number % 4])
        if number % 5 == 0
        else Marked(skill=skills[number % len(skills)], seen=number % 2 == 0)
        for number in range(taps)
    ]
    return began + taken


def _entry(call_id: UUID, began: datetime, number: int, what: What) -> Entry:
    offset_ms = max(0, number - 1) * TAP_MS
    at = began + timedelta(milliseconds=offset_ms)
    return Entry(id=uuid4(), call_id=call_id, offset_ms=offset_ms, at=at, what=what)
