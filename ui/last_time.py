"""What stands beside a tee-up or a debrief: the last commitment, how this person likes it, the last call together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from exports.wording import date_text, duration_text, kept_word, near_date_text, quoted
from scoring.commitments import FollowedCommitment, open_commitments
from scoring.entry import Floor
from scoring.facts import CallFacts, earlier_calls, order_of
from scoring.floor import Band, whole_percents
from scoring.people import Rep
from scoring.state import DEBRIEFED_PHASES
from scoring.text import tr, trn
from ui.session import Session
from ui.widgets.side_notes import Note


def debriefed_before(session: Session, call_id: UUID) -> list[CallFacts]:
    """:returns: the rep's debriefed calls before this one, latest first."""
    facts = session.facts_of(call_id)
    earlier = earlier_calls(facts, session.calls_with(facts.rep_id))
    return [call for call in reversed(earlier) if call.phase in DEBRIEFED_PHASES]


def last_time_notes(session: Session, rep: Rep, call_id: UUID) -> list[Note]:
    """:returns: the notes for the side of the screen, for the manager's eyes."""
    earlier = debriefed_before(session, call_id)
    notes = commitment_notes(earlier, session.clock.now().date())
    if parked := next((call for call in earlier if call.parked), None):
        notes.append(Note(tr("Parked for a later ride"), "\n".join(parked.parked), _where(parked)))
    if rep.coaching.strip():
        notes.append(Note(tr("How {rep} likes it").format(rep=rep.first_name), detail=rep.coaching))
    if earlier:
        notes.append(Note(tr("Your last call together"), detail=_together(earlier[0])))
    return notes


def commitment_notes(earlier: Sequence[CallFacts], today: date) -> list[Note]:
    """:returns: what the rep agreed to do and is still at, one note each, or that there is nothing."""
    heading = tr("Last time's commitment")
    opened = open_commitments(earlier)
    if not opened and any(call.commitments for call in earlier):
        return [Note(heading, detail=tr("Kept. Nothing is open."))]
    if not opened:
        return [Note(heading, detail=tr("None yet. The first one comes out of this call's debrief."))]
    return [
        Note("" if number else heading, quoted(item.commitment.words), _so_far(item, earlier, today))
        for number, item in enumerate(opened)
    ]


def _so_far(item: FollowedCommitment, earlier: Sequence[CallFacts], today: date) -> str:
    """Where it comes from, when it is looked at, and the last word on it."""
    lines = [_where(item.agreed_in)]
    if item.commitment.check_on:
        day = near_date_text(item.commitment.check_on, today)
        lines.append(tr("Look at it together: {date}.").format(date=day))
    if item.kept and item.closed_in:
        day = near_date_text(item.closed_in.when.date(), today)
        lines.append(tr("So far: {kept}, {day}.").format(kept=kept_word(item.kept), day=day))
    elif any(order_of(call) > order_of(item.agreed_in) for call in earlier):
        lines.append(tr("Not talked about since."))
    return "\n".join(lines)


def _where(call: CallFacts) -> str:
    where = tr("{day}, {customer}").format(day=date_text(call.when.date()), customer=call.customer)
    return where.rstrip(", ")


def _together(call: CallFacts) -> str:
    sentences: list[str] = []
    if call.floor and call.floor.band in (Band.FIVE, Band.EIGHT):
        share = tr("You had the floor {share}% of the time (±{points} points).")
        percents = whole_percents(call.floor)
        sentences.append(share.format(share=percents[Floor.ME], points=call.floor.band))
    sentences.append(_step_in_words(len(call.steps)))
    if call.debrief_delay_ms is not None:
        delay = duration_text(call.debrief_delay_ms)
        sentences.append(tr("Debrief was {delay} after the call.").format(delay=delay))
    return " ".join(sentences)


def _step_in_words(count: int) -> str:
    if count == 0:
        return tr("You did not step in.")
    return trn("You stepped in once.", "You stepped in {n} times.", count).format(n=count)
