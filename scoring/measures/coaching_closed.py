"""Coaching closed: whether the rep could say it in their own words at the end.

Definition: of the debriefs in which something was agreed, those where the manager answered the closing question with
yes: the rep can say what was not done well, and what to do differently. A question that was left open is no yes.
Source: practice.md, section 3.6 (the coaching is over when the rep can say it; more talk after that is scolding).
"""

from __future__ import annotations

from collections.abc import Iterable

from scoring.measures.over_calls import Tally, in_time
from scoring.mirror import MirrorCall


def coaching_closed(calls: Iterable[MirrorCall]) -> Tally:
    """:returns: the debriefed calls that closed in the rep's words, and the others."""
    debriefed = [call for call in in_time(calls) if call.debriefed]
    return Tally(
        tuple(call for call in debriefed if call.can_say),
        tuple(call for call in debriefed if not call.can_say),
    )
