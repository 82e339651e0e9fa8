"""One debrief while it is held: its drafts, and the calls of the day it belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from scoring.commitments import FollowedCommitment, closing_of, open_commitments
from scoring.debrief import Closing, Debrief, Kept, SelfView
from scoring.debriefing import (
    as_for,
    is_blank,
    is_of_same,
    is_same_day,
    may_cover,
    new_debrief,
    part_of_call,
    tidy_debrief,
    together,
    with_agreed,
    with_closing,
)
from scoring.entry import HandedOver
from scoring.facts import CallFacts, earlier_calls
from scoring.handing_over import Amendment
from scoring.page_versions import is_handed_over
from scoring.privacy import open_view
from scoring.rating import Rating
from scoring.state import DEBRIEFED_PHASES, CallState
from scoring.ticks import checked_of
from ui.logged import rating_on_evidence
from ui.session import Session


class Debriefing:
    """Reads and writes what a debrief needs, for its call and for the calls it covers as well.

    What is written is kept as a draft at once. The calls of one debrief carry the same ``Debrief.shared`` in their
    drafts and later in their records; each keeps the agreed ratings that are its own, and what was seen in it.
    """

    def __init__(self, session: Session, call_id: UUID) -> None:
        """:param call_id: the call whose debrief was opened."""
        self._session = session
        self.call_id = call_id
        self._said: SelfView | None = None
        self._said_elsewhere: list[UUID] = []
        self._debriefs: dict[UUID, Debrief] = {}
        self._amendment: Amendment | None = None

    # Reading

    @property
    def state(self) -> CallState:
        """The call as it stands."""
        return self._session.state(self.call_id)

    @property
    def is_open(self) -> bool:
        """Whether the manager's view may be shown."""
        return open_view(self.state) is not None

    @property
    def is_agreed(self) -> bool:
        """Whether the debrief was held before and is opened again."""
        return self.state.phase in DEBRIEFED_PHASES

    @property
    def self_view(self) -> SelfView:
        """What the rep said, or what is being written of it, whichever call of this debrief it was begun in."""
        if self._said is None:
            self._said = self._gathered()
        return self.state.self_view or self._said

    def _gathered(self) -> SelfView:
        drafts = {call_id: self._session.draft(call_id, SelfView) for call_id in self._all_calls()}
        found = {call_id: draft for call_id, draft in drafts.items() if draft}
        self._said_elsewhere = [call_id for call_id in found if call_id != self.call_id]
        return together(found.values())

    @property
    def debrief(self) -> Debrief:
        """What is being agreed; what was agreed where the debrief is opened again."""
        return self._begun(self.call_id)

    def debrief_of(self, call_id: UUID) -> Debrief | None:
        """:returns: what is being, or was, agreed about one of the calls."""
        if call_id not in self._debriefs:
            draft = self._session.draft(call_id, Debrief) or self._session.state(call_id).debrief
            if draft is None:
                return None
            self._debriefs[call_id] = draft
        return self._debriefs[call_id]

    @property
    def handed_over_at(self) -> datetime | None:
        """When the page was handed over as it stands, of any call of this debrief; None while nobody has it."""
        states = [self._session.state(call_id) for call_id in self._all_calls()]
        handed_over = [state.latest(HandedOver) for state in states if is_handed_over(state)]
        return max((item.entry.at for item in handed_over if item), default=None)

    @property
    def is_amending(self) -> bool:
        """Whether something is changed that a page somebody has says."""
        return any(
            is_handed_over(self._session.state(call_id))
            and self._to_agree(call_id) != self._session.state(call_id).debrief
            for call_id in self._all_calls()
        )

    @property
    def amendment(self) -> Amendment:
        """Why, and by whom, as far as it is written."""
        if self._amendment is None:
            draft = self._session.draft(self.call_id, Amendment)
            self._amendment = draft or Amendment(author=self._session.manager.name)
        return self._amendment

    def facts(self) -> CallFacts:
        """:returns: the facts of the call."""
        return self._session.facts_of(self.call_id)

    def earlier(self) -> list[CallFacts]:
        """:returns: the debriefed calls before this one, other than those of this debrief, latest first."""
        facts, together = self.facts(), self._all_calls()
        return [
            call
            for call in reversed(earlier_calls(facts, self._session.calls_with(facts.rep_id)))
            if call.phase in DEBRIEFED_PHASES and call.call_id not in together
        ]

    # What the rep came with

    def asked(self) -> tuple[FollowedCommitment, ...]:
        """:returns: the commitments that were open when the call began: both say what became of them."""
        return open_commitments(self.earlier())

    def closing(self, commitment: FollowedCommitment) -> Closing | None:
        """:returns: what is said of a commitment, with what was seen in any call of this debrief; None so far."""
        debrief = self.debrief
        said = closing_of(debrief.closings, commitment, debrief.last_commitment)
        if said is None:
            return None
        drafts = (self._begun(call_id) for call_id in self._all_calls())
        theirs = (item for draft in drafts for item in draft.closings if is_of_same(item, said))
        return replace(said, evidence=tuple(entry for item in theirs for entry in item.evidence))

    def say_kept(self, commitment: FollowedCommitment, kept: Kept) -> None:
        """Keep how a commitment was kept; what was seen of it stays linked."""
        said = self.closing(commitment)
        if said is None:
            said = Closing(
                agreed_in=commitment.agreed_in.call_id,
                number=commitment.number,
                words=commitment.commitment.words,
                kept=kept,
            )
        self._close(replace(said, kept=kept))

    def toggle_evidence(self, commitment: FollowedCommitment, entry_id: UUID) -> None:
        """Link something seen to what is said of a commitment, or no longer; nothing happens before that is said."""
        said = self.closing(commitment)
        if said is None:
            return
        evidence = tuple(entry for entry in said.evidence if entry != entry_id)
        if len(evidence) == len(said.evidence):
            evidence = (*evidence, entry_id)
        self._close(replace(said, evidence=evidence))

    def _close(self, closing: Closing) -> None:
        """Each call of this debrief keeps what was seen in it."""
        asked = self.asked()
        for call_id in self._all_calls():
            standing = self._session.state(call_id).standing
            own = replace(closing, evidence=tuple(entry for entry in closing.evidence if entry in standing))
            self._keep(call_id, with_closing(self._begun(call_id), asked, own))

    # The calls of the day

    def coverable(self) -> list[CallFacts]:
        """:returns: the other calls with the rep on this day that this debrief can belong to, in order of time."""
        facts, shared = self.facts(), self.debrief.shared
        return [
            call
            for call in self._others_of_the_day()
            if may_cover(facts, call) and self._shared(call.call_id) in (None, shared)
        ]

    def covered(self) -> list[CallFacts]:
        """:returns: the other calls this debrief belongs to, in order of time."""
        shared = self.debrief.shared
        if shared is None:
            return []
        return [call for call in self._others_of_the_day() if self._shared(call.call_id) == shared]

    def _others_of_the_day(self) -> list[CallFacts]:
        facts = self.facts()
        others = [call for call in self._session.calls_with(facts.rep_id) if is_same_day(facts, call)]
        return sorted(others, key=_by_time)

    def _shared(self, call_id: UUID) -> UUID | None:
        debrief = self.debrief_of(call_id)
        return debrief.shared if debrief else None

    def toggle_covered(self, call_id: UUID) -> None:
        """Let the debrief belong to another call too, or no longer."""
        self._said = None  # what is being written in the other call comes along, or goes with it
        covered = [call.call_id for call in self.covered()]
        if call_id not in covered:
            self._adopt(self.debrief_of(call_id))
            shared = self.debrief.shared or uuid4()
            self._share(self.call_id, shared)
            self._share(call_id, shared)
            return
        self._share(call_id, None)
        if len(covered) == 1:
            self._share(self.call_id, None)

    def _adopt(self, agreed_before: Debrief | None) -> None:
        """Go on from what was, or is being, agreed about the other call, unless something is written already: it would
        replace it."""
        own = self.debrief
        if agreed_before and is_blank(own):
            self._keep(self.call_id, replace(as_for(agreed_before, own), shared=own.shared))

    def _share(self, call_id: UUID, shared: UUID | None) -> None:
        self._keep(call_id, replace(self._begun(call_id), shared=shared))

    # Writing

    def keep_self_view(self, self_view: SelfView) -> None:
        """Keep what the rep says, as far as it is written. It moves here from the other calls of this debrief."""
        self._said = self._timed(self_view)
        self._session.keep_draft(self.call_id, self._said)
        for call_id in self._said_elsewhere:
            self._session.drop_draft(call_id, SelfView)
        self._said_elsewhere = []

    def _timed(self, self_view: SelfView) -> SelfView:
        """The debrief begins with the rep's first word, however long it is until my view is opened."""
        began_at = self_view.began_at or self.self_view.began_at or self._session.clock.now()
        return replace(self_view, began_at=began_at if self_view.is_given else None)

    def keep(self, debrief: Debrief) -> None:
        """Keep what is being agreed, for every call of this debrief."""
        self._keep(self.call_id, debrief)
        for call in self.covered():
            self._keep(call.call_id, as_for(debrief, self._begun(call.call_id)))

    def _keep(self, call_id: UUID, debrief: Debrief) -> None:
        self._debriefs[call_id] = debrief
        self._session.keep_draft(call_id, debrief)

    def _begun(self, call_id: UUID) -> Debrief:
        return self.debrief_of(call_id) or new_debrief(self._session.clock.now().date())

    def agree_rating(self, call_id: UUID, rating: Rating) -> None:
        """Keep a rating that changed after hearing the rep, with the call it belongs to."""
        state = self._session.state(call_id)
        view = open_view(state)
        if view is not None:
            checked = checked_of(view, rating.skill)
            evidenced = rating_on_evidence(state, rating.skill, rating.level, checked)
            self._keep(call_id, with_agreed(self._begun(call_id), view, evidenced))

    def hear_rep(self) -> None:
        """The rep has spoken: the manager's view opens, for every call the rep said something about. Where it was open
        already, because the debrief began without the rep, what is said is kept all the same."""
        said = self.self_view
        for call in self.covered():
            self._hear(call.call_id, part_of_call(said, self._session.state(call.call_id).tee_up))
        self._hear(self.call_id, said)

    def _hear(self, call_id: UUID, said: SelfView) -> None:
        book = self._session.book(call_id)
        if book.state.self_view is None and said.is_given:
            book.hear_rep(said)
        elif not book.state.view_is_open:
            self._share(call_id, None)
        self._session.drop_draft(call_id, SelfView)

    def go_alone(self) -> None:
        """The debrief takes place without the rep: the manager's view opens, and the pages say so."""
        for call_id in self._all_calls():
            book = self._session.book(call_id)
            if not book.state.view_is_open:
                book.debrief_alone()
            self._session.drop_draft(call_id, SelfView)

    def keep_amendment(self, amendment: Amendment) -> None:
        """Keep why a page that was handed over is changed, and by whom."""
        self._amendment = amendment
        self._session.keep_draft(self.call_id, amendment)

    def leave_as_it_was(self) -> None:
        """Forget what was changed since the page was handed over. What is being agreed for the first time about another
        call stays, and is a debrief of its own from now on."""
        for call_id in self._all_calls():
            if self._session.state(call_id).debrief is None:
                self._share(call_id, None)
            else:
                self._session.drop_draft(call_id, Debrief)
                self._debriefs.pop(call_id, None)
            self._session.drop_draft(call_id, Amendment)
        self._amendment = None

    def agree(self) -> None:
        """Make what was agreed part of the record of every call of this debrief; what was handed over is amended."""
        agreed = {call_id: self._to_agree(call_id) for call_id in self._all_calls()}
        for call_id, debrief in agreed.items():
            self._agree(call_id, debrief)
            self._session.drop_draft(call_id, Debrief)
            self._session.drop_draft(call_id, Amendment)

    def _to_agree(self, call_id: UUID) -> Debrief:
        """What is agreed of one call: the same for all, but the ratings and what was seen, which are its own."""
        agreed = tidy_debrief(self.debrief)
        own = self.debrief_of(call_id) or agreed
        return replace(as_for(agreed, own), can_say=self._can_say(call_id))

    def _can_say(self, call_id: UUID) -> bool | None:
        """The rep says it, who may have been there for some of the calls only."""
        state = self._session.state(call_id)
        if state.self_view is None:
            return None
        is_asked_here = self.state.self_view is not None
        answered = self.debrief if is_asked_here else state.debrief
        return answered.can_say if answered else None

    def _agree(self, call_id: UUID, debrief: Debrief) -> None:
        book = self._session.book(call_id)
        if not book.state.view_is_open or debrief == book.state.debrief:
            return
        if is_handed_over(book.state):
            book.amend_page(self.amendment, debrief)
        else:
            book.agree(debrief)

    def _all_calls(self) -> list[UUID]:
        return [self.call_id, *(call.call_id for call in self.covered())]


def _by_time(facts: CallFacts) -> tuple[datetime, UUID]:
    return facts.when, facts.call_id
