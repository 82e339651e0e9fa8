"""Own share: how much of the floor the manager had on calls they meant to observe.

Definition: the manager's part of the time one of the three had the floor (``scoring/floor.py``), on calls of the type
"I observe" alone, and only where the floor was tapped often and long enough for figures (±5 or ±8 points). Never from
memory. The median is from four calls on. How much is too much is the manager's own goal, not ours.
Source: practice.md, section 6 (own talk share on observed calls) and section 2 (when shares may be figures).
"""

from __future__ import annotations

from collections.abc import Iterable

from scoring.measures.over_calls import Measured, Point, in_time
from scoring.mirror import MirrorCall


def own_share(calls: Iterable[MirrorCall]) -> Measured:
    """:returns: the share (0 to 1) on each observed call; those without figures are left out."""
    observed = [call for call in in_time(calls) if call.observed]
    return Measured(
        tuple(Point(call, call.share) for call in observed if call.share is not None),
        tuple(call for call in observed if call.share is None),
    )
