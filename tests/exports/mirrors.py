"""Mirrors put together by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from exports.mirror_figures import Mirror
from scoring.measures.cadence_kept import CadenceKept
from scoring.measures.coaching_closed import coaching_closed
from scoring.measures.debrief_delay import debrief_delays
from scoring.measures.followed_through import followed_through
from scoring.measures.hand_back import hand_backs
from scoring.measures.introductions import introductions
from scoring.measures.one_thing import one_thing
from scoring.measures.own_share import own_share
from scoring.measures.rep_first import rep_first
from scoring.measures.step_ins import step_ins
from scoring.measures.strengths_first import strengths_first
from scoring.measures.tee_ups import tee_ups
from scoring.mirror import MirrorCall
from scoring.mirror_goals import MirrorGoals
from scoring.people import Rep
from tests.builders import NINE

PRIYA = Rep(id=UUID(int=0), name="Priya Nair")
"""The rep of ``a_mirror_call``."""
TODAY = NINE.date()


def a_mirror(calls: Sequence[MirrorCall], goals: MirrorGoals | None = None, **details: Any) -> Mirror:
    """:returns: the mirror of ``calls`` with Priya; ``details`` are fields of it."""
    aims = goals or MirrorGoals()
    found: dict[str, Any] = {
        "since": TODAY,
        "months": 12,
        "calls": len(calls),
        "of_others": 0,
        "goals": aims,
        "one_thing": one_thing(calls, aims),
        "own_share": own_share(calls),
        "step_ins": step_ins(calls),
        "hand_backs": hand_backs(calls),
        "tee_ups": tee_ups(calls),
        "introductions": introductions(calls),
        "debrief_delays": debrief_delays(calls),
        "rep_first": rep_first(calls),
        "strengths_first": strengths_first(calls),
        "coaching_closed": coaching_closed(calls),
        "followed_through": followed_through(calls, TODAY),
        "cadence": CadenceKept(kept=(), late=(), never=()),
        "observed": tuple(reversed([call for call in calls if call.observed])),
        "reps": {PRIYA.id.hex: PRIYA},
    }
    return Mirror(**{**found, **details})
