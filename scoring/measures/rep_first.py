"""Rep first: whether the rep spoke before the manager's view was opened.

Definition: of the calls whose debrief has begun, those where it began with the rep's own view. A debrief without the
rep is possible and says so; where the rep adds their view later, it still did not begin with them.
Source: practice.md, section 3.1 (the rep speaks first; the manager's view stays closed until then).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.measures.over_calls import Tally, in_time
from scoring.mirror import MirrorCall


@dataclass(frozen=True, slots=True, kw_only=True)
class RepFirst:
    """``debriefs``: done is where the rep spoke first. ``without_rep`` are those among the others that took place
    without the rep, oldest first."""

    debriefs: Tally
    without_rep: tuple[MirrorCall, ...]


def rep_first(calls: Iterable[MirrorCall]) -> RepFirst:
    """:returns: who spoke first in the debriefs among ``calls``."""
    begun = [call for call in in_time(calls) if call.debrief_begun]
    debriefs = Tally(
        tuple(call for call in begun if call.rep_first), tuple(call for call in begun if not call.rep_first)
    )
    return RepFirst(debriefs=debriefs, without_rep=tuple(call for call in begun if call.without_rep))
