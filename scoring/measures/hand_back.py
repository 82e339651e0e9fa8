"""Hand-back: how long it took from stepping in until the rep had the floor again.

Definition: on calls of the type "I observe", the time between "stepped in" and "handed back" where both were logged,
sleep and pauses left out; one value a step-in, the median from four calls on. A floor that never went back has no
time: it is counted, and said in words.
Source: practice.md, section 1 (the step-in rule, and how the floor is handed back) and section 6.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.measures.over_calls import Measured, Point, in_time
from scoring.mirror import MirrorCall


@dataclass(frozen=True, slots=True, kw_only=True)
class HandBacks:
    """``times`` (ms), one for each time the floor was handed back; ``never`` is how often it was not, on the calls
    ``kept_on``, oldest first."""

    times: Measured
    never: int
    kept_on: tuple[MirrorCall, ...]


def hand_backs(calls: Iterable[MirrorCall]) -> HandBacks:
    """:returns: the hand-backs on the observed calls among ``calls``."""
    observed = [call for call in in_time(calls) if call.observed]
    return HandBacks(
        times=Measured(tuple(Point(call, ms) for call in observed for ms in call.hand_backs)),
        never=sum(call.never_back for call in observed),
        kept_on=tuple(call for call in observed if call.never_back),
    )
