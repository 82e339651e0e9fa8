"""The facts in a record: what follows from the entries, for readers that do not want to work it out.

Their form is that of the first records and stays: a page that is made again gives the same bytes, whatever the app has
learnt to ask of a call since.
"""

from __future__ import annotations

from typing import Any

from scoring.codec import to_plain
from scoring.facts import CallFacts
from scoring.state import LOGGED_PHASES, CallState
from scoring.teeup import StepInReason

VERSION = 4
_KEPT = (
    *("call_id", "rep_id", "created_at", "phase", "customer", "purpose", "call_type", "way", "planned_at"),
    *("planned_minutes", "teed_up", "rubric_id", "rubric_version", "focus_skills", "started_at", "ended_at"),
    *("length_ms", "introduction", "floor", "without_rep", "outcome", "outcome_words"),
    *("strengths", "gaps", "nerves", "can_say", "commitments", "last_commitment", "parked", "shared"),
)
_KEPT_OF_SKILL = ("skill", "focus", "seen", "missed", "rated", "level", "basis", "self_level")


def record_facts(facts: CallFacts, state: CallState) -> dict[str, Any]:
    """:param state: what the entries of the record add up to.
    :returns: plain values. ``stepped_in_ms`` is the sum over all times the manager stepped in, as far as they were
        logged; ``rep_spoke_first`` says that the rep spoke at all, first or not; ``debrief_delay_ms`` is nought where
        the clock was set back.
    """
    plain = to_plain(facts)
    return {key: plain[key] for key in _KEPT} | {
        "version": VERSION,
        "debrief_delay_ms": _delay_ms(facts, state),
        "rep_spoke_first": state.self_view is not None,
        "step_ins": len(facts.steps),
        "step_ins_asked": sum(step.reason == StepInReason.ASKED for step in facts.steps),
        "stepped_in_ms": sum(step.length_ms or 0 for step in facts.steps),
        "skills": [{key: skill[key] for key in _KEPT_OF_SKILL} for skill in plain["skills"]],
    }


def _delay_ms(facts: CallFacts, state: CallState) -> int | None:
    is_known = state.debrief_began_at is not None and state.ended_at is not None
    return (facts.debrief_delay_ms or 0) if is_known and facts.phase in LOGGED_PHASES else None
