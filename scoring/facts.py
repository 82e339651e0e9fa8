"""The facts of a call: what screens over many calls need, without folding every call.

A pure function of the call's state. Counts and figures come with the end of the call, the manager's view once it is
open. Raise ``FACTS_VERSION`` with every change of meaning or form; stored facts of another version are made again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from scoring.call import Call
from scoring.call_type import CallType
from scoring.debrief import Closing, Commitment, Kept, Nerves, Outcome, standing_rating
from scoring.entry import Floor, HandedOver, Introduced, Introduction
from scoring.floor import (
    Band,
    Span,
    StepIn,
    counted_ms,
    figures_of,
    floor_spans,
    length_ms,
    longest_ms,
    step_ins,
)
from scoring.handing_over import HandOver
from scoring.privacy import open_view
from scoring.rating import Basis, Rating, rating_of
from scoring.state import LOGGED_PHASES, CallState, Phase
from scoring.teeup import Chooser, StepInReason, TeeUp, Way

FACTS_VERSION = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillFacts:
    """One skill on one call: marks seen and missed, ``recalled`` of them from memory, the level that stands and what it
    stands on, the rep's own level.

    ``level`` None is "no chance to see" where ``rated`` is True, and "not rated" elsewhere. ``first_level`` is the
    manager's, before hearing the rep. ``from_memory`` is True where the level stands on recalled marks alone, and
    ``first_from_memory`` where the first one did.
    """

    skill: str
    focus: bool
    seen: int
    missed: int
    rated: bool
    level: int | None
    basis: Basis | None
    self_level: int | None
    first_level: int | None = None
    recalled: int = 0
    from_memory: bool = False
    first_from_memory: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorFacts:
    """Shares of the floor (0 to 1) with their band, the number of taps behind them, and the longest stretches (ms) of
    rep and customer, None where one never had it."""

    rep: float
    customer: float
    me: float
    band: Band
    taps: int
    longest_rep_ms: int | None
    longest_customer_ms: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """One time the manager stepped in: why, and for how long (ms) without what does not count; None where it is
    ``recalled``, which has no length."""

    reason: StepInReason | None
    length_ms: int | None
    handed_back: bool
    recalled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    """One call in short. Times carry their UTC offset, lengths and delays are ms; None is "not known (yet)".
    ``rep_id`` is the rep the call counts as. ``end_recalled`` and ``introduction_recalled`` are True where end and
    introduction were said from memory. ``sat_in_by`` is the name of the manager on the page of a call that was brought
    in from a file; None where it was logged here. ``closings`` name the evidence that still stands,
    ``recalled_evidence`` what of it is from memory."""

    call_id: UUID
    rep_id: UUID
    created_at: datetime
    phase: Phase
    customer: str
    purpose: str
    call_type: CallType
    way: Way
    planned_at: datetime | None
    planned_minutes: int
    teed_up: bool
    rubric_id: str
    rubric_version: int
    focus_skills: tuple[str, ...]
    best: str = ""
    least: str = ""
    chosen_by: Chooser | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    end_recalled: bool = False
    length_ms: int | None = None
    introduction: Introduction | None = None
    introduction_recalled: bool = False
    floor: FloorFacts | None = None
    steps: tuple[StepFacts, ...] = ()
    debrief_delay_ms: int | None = None
    rep_spoke_first: bool = False
    without_rep: bool = False
    outcome: Outcome | None = None
    outcome_words: str = ""
    strengths: int = 0
    gaps: int = 0
    nerves: Nerves | None = None
    can_say: bool | None = None
    commitments: tuple[Commitment, ...] = ()
    last_commitment: Kept | None = None
    closings: tuple[Closing, ...] = ()
    recalled_evidence: tuple[UUID, ...] = ()
    parked: tuple[str, ...] = ()
    shared: UUID | None = None
    sat_in_by: str | None = None
    skills: tuple[SkillFacts, ...] = ()

    @property
    def when(self) -> datetime:
        """The time this call is sorted and shown by: its start, else its planned time, else when it was entered."""
        return self.started_at or self.planned_at or self.created_at


def is_teed_up(tee_up: TeeUp) -> bool:
    """Whether the two things that decide a call are agreed: its purpose, and how the manager is introduced."""
    return bool(tee_up.purpose.strip() and tee_up.introduction.strip())


def facts_of(call: Call, state: CallState, rep_id: UUID | None = None) -> CallFacts:
    """:param rep_id: the rep the call counts as, where that is not the one it was entered with.
    :returns: the facts of ``call`` from its state."""
    plan = state.tee_up
    facts = CallFacts(
        call_id=call.id,
        rep_id=rep_id or call.rep_id,
        created_at=call.created_at,
        phase=state.phase,
        customer=plan.customer,
        purpose=plan.purpose,
        call_type=plan.call_type,
        way=state.way,
        planned_at=plan.planned_at,
        planned_minutes=plan.planned_minutes,
        teed_up=is_teed_up(plan),
        rubric_id=plan.rubric_id,
        rubric_version=plan.rubric_version,
        focus_skills=plan.focus_skills,
        best=plan.best,
        least=plan.least,
        chosen_by=plan.chosen_by,
        started_at=state.started_at,
    )
    if state.phase not in LOGGED_PHASES:
        return facts
    return _with_agreement(_with_view(_with_log(facts, state), state), state)


def earlier_calls(facts: CallFacts, of_rep: Iterable[CallFacts]) -> tuple[CallFacts, ...]:
    """:returns: the calls of ``of_rep`` that took place before the one of ``facts``, oldest first; all that took place
    where it has not begun yet."""
    this = order_of(facts)
    before = [
        other
        for other in of_rep
        if other.phase in LOGGED_PHASES
        and other.call_id != facts.call_id
        and (facts.started_at is None or order_of(other) < this)
    ]
    return tuple(sorted(before, key=order_of))


def order_of(facts: CallFacts) -> tuple[datetime, UUID]:
    """:returns: what calls are sorted by, oldest first."""
    return facts.when, facts.call_id


def _with_log(facts: CallFacts, state: CallState) -> CallFacts:
    return replace(
        facts,
        sat_in_by=_sat_in_by(state),
        ended_at=state.ended_at,
        end_recalled=state.end_is_recalled,
        length_ms=length_ms(state),
        introduction=state.introduction,
        introduction_recalled=_introduction_is_recalled(state),
        floor=_floor_facts(state),
        steps=tuple(_step_facts(state, step) for step in step_ins(state)),
        debrief_delay_ms=_debrief_delay_ms(state),
        rep_spoke_first=state.self_view is not None and not state.without_rep,
        without_rep=state.without_rep,
        nerves=state.self_view.nerves if state.self_view else None,
        skills=_skill_facts(state),
    )


def _sat_in_by(state: CallState) -> str | None:
    imported = [what for _, what in state.of(HandedOver) if what.how == HandOver.IMPORTED]
    return imported[-1].context.manager.name if imported else None


def _introduction_is_recalled(state: CallState) -> bool:
    introduced = state.latest(Introduced)
    return introduced is not None and introduced.entry.recalled


def _step_facts(state: CallState, step: StepIn) -> StepFacts:
    length = None if step.recalled else counted_ms(state, Span(step.start_ms, step.end_ms))
    return StepFacts(
        reason=step.reason, length_ms=length, handed_back=step.handed_back, recalled=step.recalled
    )


def _with_view(facts: CallFacts, state: CallState) -> CallFacts:
    view = open_view(state)
    if view is None:
        return facts
    return replace(
        facts,
        outcome=view.outcome,
        outcome_words=view.outcome_words,
        strengths=len(view.strengths),
        gaps=len(view.gaps),
    )


def _with_agreement(facts: CallFacts, state: CallState) -> CallFacts:
    debrief = state.debrief
    if debrief is None:
        return facts
    closings = tuple(_on_what_stands(state, closing) for closing in debrief.closings)
    return replace(
        facts,
        can_say=debrief.can_say,
        commitments=debrief.commitments,
        last_commitment=debrief.last_commitment,
        closings=closings,
        recalled_evidence=_recalled(state, closings),
        parked=debrief.parked,
        shared=debrief.shared,
    )


def _on_what_stands(state: CallState, closing: Closing) -> Closing:
    """:returns: ``closing`` without evidence that was struck since."""
    return replace(closing, evidence=tuple(entry for entry in closing.evidence if entry in state.standing))


def _recalled(state: CallState, closings: Iterable[Closing]) -> tuple[UUID, ...]:
    evidence = dict.fromkeys(entry for closing in closings for entry in closing.evidence)
    return tuple(entry for entry in evidence if state.standing[entry].entry.recalled)


def _floor_facts(state: CallState) -> FloorFacts | None:
    spans = floor_spans(state)
    figures = figures_of(state, spans)
    if figures is None or figures.band == Band.NONE:
        return None
    return FloorFacts(
        rep=figures.rep,
        customer=figures.customer,
        me=figures.me,
        band=figures.band,
        taps=figures.taps,
        longest_rep_ms=longest_ms(spans, Floor.REP),
        longest_customer_ms=longest_ms(spans, Floor.CUSTOMER),
    )


def _debrief_delay_ms(state: CallState) -> int | None:
    """Not known either where the clock was set back between the two: "straight after" would be made up."""
    if state.debrief_began_at is None or state.ended_at is None or state.debrief_began_at < state.ended_at:
        return None
    return round((state.debrief_began_at - state.ended_at).total_seconds() * 1000)


def _skill_facts(state: CallState) -> tuple[SkillFacts, ...]:
    view = open_view(state)
    agreed = state.debrief.agreed if state.debrief else ()
    rated = [rating.skill for rating in (*view.ratings, *agreed)] if view else []
    marked = [skill for (skill, _), count in state.tallies.items() if count]
    skills = dict.fromkeys([*rated, *sorted(marked), *state.tee_up.focus_skills])
    return tuple(_one_skill(state, skill) for skill in skills)


def _one_skill(state: CallState, skill: str) -> SkillFacts:
    view = open_view(state)
    rating = standing_rating(view, state.debrief, skill) if view else None
    first = rating_of(view.ratings, skill) if view else None
    own = rating_of(state.self_view.ratings, skill) if state.self_view else None
    return SkillFacts(
        skill=skill,
        focus=skill in state.tee_up.focus_skills,
        seen=state.tally(skill, seen=True),
        missed=state.tally(skill, seen=False),
        rated=rating is not None,
        level=rating.level if rating else None,
        basis=rating.basis if rating else None,
        self_level=own.level if own else None,
        first_level=first.level if first else None,
        recalled=sum(item.entry.recalled for item, _ in state.marks_of(skill)),
        from_memory=_stands_on_memory(state, rating),
        first_from_memory=_stands_on_memory(state, first),
    )


def _stands_on_memory(state: CallState, rating: Rating | None) -> bool:
    named = rating.evidence if rating else ()
    evidence = [state.standing[entry] for entry in named if entry in state.standing]
    return bool(evidence) and all(item.entry.recalled for item in evidence)
