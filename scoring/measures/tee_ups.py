"""Tee-ups: whether the call was agreed with the rep before they walked in.

Definition: of all calls that took place, those with both things that decide a call written down: its purpose, and how
the manager is introduced (``scoring.facts.is_teed_up``).
Source: practice.md, section 1 (tee it up) and section 6 (tee-ups done).
"""

from __future__ import annotations

from collections.abc import Iterable

from scoring.measures.over_calls import Tally, in_time
from scoring.mirror import MirrorCall


def tee_ups(calls: Iterable[MirrorCall]) -> Tally:
    """:returns: the calls that were teed up, and the others."""
    ordered = in_time(calls)
    return Tally(
        tuple(call for call in ordered if call.teed_up), tuple(call for call in ordered if not call.teed_up)
    )
