"""Step-ins: how often the manager took the floor on calls they meant to observe.

Definition: every time the manager stepped in on a call of the type "I observe". "Asked" is where the reason was that
the rep asked; any other reason, or none, is "taken over". Those from memory are counted with them, because leaving them
out would make a call look quieter than it was; they have no length, so they are never the longest. A call that was sat
in without a device has no number of its own: what was forgotten of it would make the median better.
Source: practice.md, section 2 (every time the manager stepped in, why, and when the floor went back) and section 6.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.measures.over_calls import Measured, Point, in_time
from scoring.mirror import MirrorCall


@dataclass(frozen=True, slots=True, kw_only=True)
class StepIns:
    """``a_call`` is how many there were on each observed call, nought too; those from memory are left out of it, and
    of nothing else. ``longest`` is the longest (ms) that was logged, the first of equal ones, or None."""

    a_call: Measured
    asked: int
    taken_over: int
    recalled: int
    longest: Point | None


def step_ins(calls: Iterable[MirrorCall]) -> StepIns:
    """:returns: the step-ins on the observed calls among ``calls``."""
    observed = [call for call in in_time(calls) if call.observed]
    a_call = Measured(
        tuple(Point(call, call.steps) for call in observed if not call.from_memory),
        tuple(call for call in observed if call.from_memory),
    )
    lengths = [Point(call, call.longest_ms) for call in observed if call.longest_ms is not None]
    return StepIns(
        a_call=a_call,
        asked=sum(call.asked for call in observed),
        taken_over=sum(call.taken_over for call in observed),
        recalled=sum(call.recalled for call in observed),
        longest=max(lengths, key=_value, default=None),
    )


def _value(point: Point) -> float:
    return point.value
