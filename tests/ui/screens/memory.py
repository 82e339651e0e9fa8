"""What the tests of writing down share: calls that were held without a device."""

from __future__ import annotations

from uuid import UUID

from scoring.people import Rep
from scoring.rubric import default_rubric
from scoring.teeup import StepInReason, Way
from tests.builders import NINE, FakeClock, a_tee_up
from tests.ui.screens.aftercall import ASKS
from ui.session import Session


def a_planned_call(session: Session, rep: Rep, **details: object) -> UUID:
    """:returns: a call that is planned for nine o'clock without a device; ``details`` are fields of ``TeeUp``."""
    plan: dict[str, object] = {
        "customer": "Northgate Dental",
        "way": Way.NO_DEVICE,
        "planned_at": NINE,
        "focus_skills": (ASKS,),
        "step_in_reasons": (StepInReason.ASKED, StepInReason.FACTS),
        "rubric_id": default_rubric().id,
    }
    return session.add_call(rep.id, a_tee_up(**{**plan, **details}))


def a_running_call(session: Session, rep: Rep, **details: object) -> UUID:
    """:returns: the same, begun now."""
    call_id = a_planned_call(session, rep, **details)
    session.book(call_id).start()
    return call_id


def a_call_to_write_down(session: Session, clock: FakeClock, rep: Rep, **details: object) -> UUID:
    """:returns: a call of fifty minutes, said to have ended 25 minutes ago."""
    call_id = a_running_call(session, rep, **details)
    clock.advance(minutes=50)
    ended = clock.now()
    clock.advance(minutes=25)
    session.book(call_id).ended_at(ended)
    return call_id
