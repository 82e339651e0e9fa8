"""Debrief delay: how long after the call the debrief began.

Definition: from the end of the call to the first word of the debrief, where both were logged as they happened. A call
whose end is from memory is left out, and shown as such. The median is from four calls on. Straight after, and once at
the end of a field day with several calls, are both respectable: which of them is meant is the manager's own goal.
Source: practice.md, section 3.7.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.measures.over_calls import Measured, Point, in_time
from scoring.mirror import MirrorCall


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefDelays:
    """``times`` (ms) of the calls with a debrief; those whose end is from memory are left out. ``same_day`` counts the
    ones that began on the day of their call."""

    times: Measured
    same_day: int


def debrief_delays(calls: Iterable[MirrorCall]) -> DebriefDelays:
    """:returns: the delays of the debriefs among ``calls``."""
    begun = [(call, call.delay_ms) for call in in_time(calls) if call.delay_ms is not None]
    times = Measured(
        tuple(Point(call, ms) for call, ms in begun if not call.end_recalled),
        tuple(call for call, _ in begun if call.end_recalled),
    )
    return DebriefDelays(times=times, same_day=sum(point.call.same_day for point in times.points))
