"""What a page and its record are made from, gathered from the store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from exports.reading import facts_in, rubric_in
from scoring.before import before_of
from scoring.call import Call
from scoring.debrief import Debrief, MyView
from scoring.entry import HandedOver
from scoring.errors import SecondChairError
from scoring.facts import CallFacts, earlier_calls, facts_of
from scoring.fold import fold
from scoring.handing_over import Before, HandOver, PageContext
from scoring.page_versions import PageVersion, page_versions
from scoring.people import Manager, RepCard
from scoring.privacy import Surface, card_of, entries_for, open_view
from scoring.rubric import Rubric
from scoring.state import DEBRIEFED_PHASES, CallState, Phase
from scoring.teeup import TeeUp
from scoring.text import language, tr
from scoring.version import VERSION

if TYPE_CHECKING:
    from scoring.store import Store

SHORT_ID_LENGTH = 8


@dataclass(frozen=True, kw_only=True)
class PageSource:
    """One page of a call with everything it refers to.

    ``state`` is what the entries of ``version`` add up to.
    """

    call: Call
    version: PageVersion
    state: CallState
    rubric: Rubric
    context: PageContext

    @cached_property
    def facts(self) -> CallFacts:
        """What screens over many calls read of it, as it stands on this page."""
        return facts_of(self.call, self.state)

    @property
    def rep(self) -> RepCard:
        """The rep, as known when the page was made."""
        return self.context.rep

    @property
    def manager(self) -> Manager:
        """The manager, as known when the page was made."""
        return self.context.manager

    @property
    def before(self) -> Before:
        """What is said of the calls before."""
        return self.context.before

    @property
    def when(self) -> datetime:
        """When the call was, in its own UTC offset: its start; from memory its planned time, as far as it is known."""
        state = self.state
        if not is_recalled(state) and state.started_at:
            return state.started_at
        return state.tee_up.planned_at or state.started_at or self.call.created_at

    @property
    def day(self) -> date:
        """The day of the call, where it took place."""
        return self.when.date()


def page_source(store: Store, call_id: UUID, number: int | None = None) -> PageSource:
    """Gather what a page of one call is made from, whether or not it may be made yet.

    :param number: which page, counted from 1 as they were handed over; None is the page as it stands.
    :raises KeyError: if there is no such call, or no such page.
    :raises SecondChairError: if the rubric of the call is not there.
    """
    call, whole = store.calls.get(call_id), store.state(call_id)
    return _source(store, call, whole, _version(whole, number))


def pages_of(store: Store, call_id: UUID) -> list[PageSource]:
    """:returns: what each page of a call is made from, the oldest first: those that were handed over, also where the
    call was made void since, and the page as it stands. Empty while there is none.

    :raises KeyError: if there is no such call.
    :raises SecondChairError: if the rubric of the call is not there.
    """
    call, whole = store.calls.get(call_id), store.state(call_id)
    versions = page_versions(entries_for(Surface.RECORD, whole)) if whole.count else []
    sources = [_source(store, call, whole, version) for version in versions]
    return [source for source in sources if _has_page(source.state)]


def _has_page(state: CallState) -> bool:
    return open_view(state) is not None and state.debrief is not None and state.phase in DEBRIEFED_PHASES


def _source(store: Store, call: Call, whole: CallState, version: PageVersion) -> PageSource:
    state = whole if len(version.entries) == whole.count else fold(version.entries)
    return PageSource(
        call=call,
        version=version,
        state=state,
        rubric=_rubric(store, state.tee_up),
        context=version.context or _present_context(store, call, whole),
    )


def page_count(store: Store, call_id: UUID) -> int:
    """:returns: how many pages the call has, amended ones counted; 1 also while there is none yet."""
    state = store.state(call_id)
    return len(page_versions(entries_for(Surface.RECORD, state))) if state.phase in DEBRIEFED_PHASES else 1


def _version(state: CallState, number: int | None) -> PageVersion:
    entries = entries_for(Surface.RECORD, state)
    if state.phase not in DEBRIEFED_PHASES:  # whatever was handed over, the call has no page now
        return PageVersion(number=1, entries=entries)
    versions = page_versions(entries)
    return versions[-1 if number is None else number - 1]


def _present_context(store: Store, call: Call, state: CallState) -> PageContext:
    """What the page says beside the entries, as it is known now; of a call from elsewhere that is what its last page
    said: somebody else sat in, and the calls before may not be here.
    """
    pages = [what for _, what in state.of(HandedOver)]
    if any(page.how == HandOver.IMPORTED for page in pages):
        return replace(pages[-1].context, language=language(), app_version=VERSION)
    rep = store.reps.get(store.counts_as(call.rep_id))
    facts = facts_of(call, state, rep.id)
    earlier = earlier_calls(facts, facts_in(store, rep.id))
    return PageContext(
        rep=replace(
            card_of(rep), id=call.rep_id
        ),  # a record and its call name the same rep, wherever they go
        manager=store.settings.get("manager", Manager, Manager()),
        before=before_of(facts, earlier, facts.shared, store.rubrics.wordings()),
        language=language(),
    )


def _rubric(store: Store, plan: TeeUp) -> Rubric:
    rubric = rubric_in(store, plan.rubric_id, plan.rubric_version)
    if rubric is None:
        message = tr("The rubric “{name}” in its version {version} is not in this data. Restore it first.")
        raise SecondChairError(
            tr("The rubric is missing"), message.format(name=plan.rubric_id, version=plan.rubric_version)
        )
    return rubric


def agreement(source: PageSource) -> tuple[MyView, Debrief]:
    """:returns: the manager's view and the debrief, once both may leave the app.

    :raises SecondChairError: while the view is sealed or nothing is agreed yet, or when the call does not count.
    """
    state = source.state
    view = open_view(state)
    if state.phase == Phase.VOID:
        raise SecondChairError(tr("This call is void"), tr("A void call has no page. Bring it back first."))
    if view is None or state.debrief is None or state.phase not in DEBRIEFED_PHASES:
        message = tr("The page is made after the debrief. Debrief the call first, then try again.")
        raise SecondChairError(tr("Not debriefed yet"), message)
    return view, state.debrief


def is_recalled(state: CallState) -> bool:
    """:returns: whether the times of the call are from memory: it has no start that was logged as it happened."""
    return state.start_is_recalled


def short_id(call_id: UUID) -> str:
    """:returns: the first characters of an id, as a person reads and types them."""
    return str(call_id)[:SHORT_ID_LENGTH].upper()
