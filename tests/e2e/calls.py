"""Data folders to begin with: a manager, a rep and a planned call; and what became of the call."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from scoring.call import Call
from scoring.entry import Entry, Planned
from scoring.people import Manager, Rep
from scoring.rubric import Rubric, default_rubric
from scoring.state import CallState
from scoring.store import Store
from scoring.teeup import StepInReason, TeeUp, Way

REP = "Priya Nair"
CUSTOMER = "Elm Street Clinic"
MANAGER = "Dana Whitfield"


def a_planned_call(folder: Path, way: Way = Way.OPEN_LAPTOP, rubric: Rubric | None = None) -> UUID:
    """Make a data folder with one call that is teed up.

    :param rubric: what it is watched with; the default one if None.

    :returns: the id of the call.
    """
    now, rubric = datetime.now().astimezone(), rubric or default_rubric()
    rep = Rep(id=uuid4(), name=REP)
    call = Call(id=uuid4(), rep_id=rep.id, created_at=now)
    plan = TeeUp(
        customer=CUSTOMER,
        purpose="Agree the scope of the pilot",
        introduction="Dana works with me and is here to listen.",
        way=way,
        step_in_reasons=(StepInReason.ASKED, StepInReason.FACTS),
        focus_skills=(rubric.skills[1].id,),
        rubric_id=rubric.id,
        rubric_version=rubric.version,
    )
    store = Store.open(folder)
    store.settings.put("manager", Manager(name=MANAGER))
    store.reps.save(rep)
    store.rubrics.keep(rubric)
    entry = Entry(id=uuid4(), call_id=call.id, offset_ms=0, at=now, what=Planned(tee_up=plan))
    store.add_call(call, [entry])
    store.close()
    return call.id


def what_became_of(folder: Path, call_id: UUID) -> CallState:
    """:returns: the call as the file has it; the file must be sound."""
    store = Store.open(folder)
    state = store.state(call_id)
    assert store.check() == []
    store.close()
    return state
