"""Calls whose page or call sheet is to be seen."""

from __future__ import annotations

from uuid import UUID

from scoring.debrief import Commitment, Debrief, SelfView
from scoring.handing_over import HandOver, PageContext
from scoring.privacy import card_of
from scoring.rubric import default_rubric
from tests.builders import FakeClock, a_tee_up
from tests.ui.screens.aftercall import ASKS, a_viewed_call, priya
from ui.session import Session


def a_planned_call(session: Session, clock: FakeClock, **details: object) -> UUID:
    """:returns: a call with Priya that is teed up for now; ``details`` are fields of ``TeeUp``."""
    plan: dict[str, object] = {
        "customer": "Northgate Dental",
        "planned_at": clock.now(),
        "focus_skills": (ASKS,),
        "rubric_id": default_rubric().id,
    }
    return session.add_call(priya(session).id, a_tee_up(**{**plan, **details}))


def a_debriefed_call(session: Session, clock: FakeClock, *, can_say: bool = True, comment: str = "") -> UUID:
    """:returns: a call with Priya that was debriefed twelve minutes after its end."""
    call_id = a_viewed_call(session, clock, priya(session))
    book = session.book(call_id)
    book.hear_rep(SelfView(went_well="I waited", differently="Ask for the date"))
    agreed = Commitment(words="I ask for the date before I stand up")
    book.agree(Debrief(commitments=(agreed,), can_say=can_say, comment=comment))
    return call_id


def a_handed_over_call(session: Session, clock: FakeClock) -> UUID:
    """:returns: the same, a day after its page was printed."""
    call_id = a_debriefed_call(session, clock)
    context = PageContext(rep=card_of(session.rep_of(call_id)), manager=session.manager)
    session.book(call_id).hand_over(HandOver.PRINTED, context)
    clock.advance(minutes=24 * 60)
    return call_id
