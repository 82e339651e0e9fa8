"""Calls as the mirror knows them, and random ones."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from scoring.entry import Introduction
from scoring.mirror import MirrorCall
from tests.builders import NINE, an_id


def a_mirror_call(day: float = 0, **details: Any) -> MirrorCall:
    """:returns: a call to observe, ``day`` days after the first, on which nothing happened; ``details`` are fields."""
    when = NINE + timedelta(days=day)
    blank: dict[str, Any] = {
        "call_id": an_id().hex,
        "rep_id": "0" * 32,
        "customer": "Bergmann & Söhne",
        "at_ms": round(when.timestamp() * 1000),
        "offset_s": 3600,
        "observed": True,
        "from_memory": False,
        "teed_up": True,
        "introduction": None,
        "introduction_recalled": False,
        "share": None,
        "margin": None,
        "steps": 0,
        "asked": 0,
        "recalled": 0,
        "longest_ms": None,
        "never_back": 0,
        "debrief_begun": False,
        "delay_ms": None,
        "same_day": False,
        "end_recalled": False,
        "rep_first": False,
        "without_rep": False,
        "strengths": 0,
        "gaps": 0,
        "debriefed": False,
        "can_say": None,
        "closed_all": None,
        "shared": None,
        "sat_in_by": None,
        "hand_backs": (),
        "agreed": (),
        "closed": (),
    }
    return MirrorCall(**{**blank, **details})


def calls_with(name: str, *values: Any, **details: Any) -> list[MirrorCall]:
    """:returns: one call a day, each with the next of ``values`` in the field ``name``."""
    return [a_mirror_call(day, **{name: value}, **details) for day, value in enumerate(values)]


_maybe = st.booleans()


@st.composite
def mirror_calls(draw: st.DrawFn) -> MirrorCall:
    """:returns: a call with anything that one call can have."""
    has_figures, steps = draw(_maybe), draw(st.integers(0, 3))
    recalled = draw(st.integers(0, steps))
    never = draw(st.integers(0, steps - recalled))
    begun = draw(_maybe)
    return a_mirror_call(
        draw(st.integers(0, 30)),
        observed=draw(_maybe),
        from_memory=draw(_maybe),
        teed_up=draw(_maybe),
        introduction=draw(st.sampled_from([None, *(how.value for how in Introduction)])),
        introduction_recalled=draw(_maybe),
        share=draw(st.floats(0, 1)) if has_figures else None,
        margin=draw(st.sampled_from([5, 8])) if has_figures else None,
        steps=steps,
        asked=draw(st.integers(0, steps)),
        recalled=recalled,
        never_back=never,
        hand_backs=tuple(draw(st.integers(0, 300_000)) for _ in range(steps - recalled - never)),
        debrief_begun=begun,
        delay_ms=draw(st.integers(0, 90_000_000)) if begun else None,
        same_day=draw(_maybe),
        end_recalled=draw(_maybe),
        rep_first=begun and draw(_maybe),
        without_rep=begun and draw(_maybe),
        strengths=draw(st.integers(0, 2)),
        gaps=draw(st.integers(0, 2)),
        debriefed=begun,
        can_say=draw(st.sampled_from([None, True, False])),
    )
