"""Calls whose page is to be seen, for the tests of the page."""

from __future__ import annotations

from uuid import UUID

from scoring.debrief import Commitment, Debrief, SelfView
from tests.builders import FakeClock
from tests.ui.screens.aftercall import a_viewed_call, priya
from ui.session import Session


def a_debriefed_call(session: Session, clock: FakeClock, *, can_say: bool = True, comment: str = "") -> UUID:
    """:returns: a call with Priya that was debriefed twelve minutes after its end."""
    call_id = a_viewed_call(session, clock, priya(session))
    book = session.book(call_id)
    book.hear_rep(SelfView(went_well="I waited", differently="Ask for the date"))
    agreed = Commitment(words="I ask for the date before I stand up")
    book.agree(Debrief(commitments=(agreed,), can_say=can_say, comment=comment))
    return call_id
