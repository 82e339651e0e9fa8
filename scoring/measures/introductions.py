"""Introductions: whether the rep introduced the manager as agreed, or as "my boss".

Definition: of all calls that took place, those where it was noted which of the two it was; where nothing was noted the
call is left out. One that was noted from memory afterwards counts as "my boss" where it was that, but never as "as
agreed": what is remembered makes no figure better.
Source: practice.md, section 1 ("my boss" hands the call over before it starts).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.entry import Introduction
from scoring.measures.over_calls import Tally, in_time
from scoring.mirror import MirrorCall


@dataclass(frozen=True, slots=True, kw_only=True)
class Introductions:
    """``noted``: done is "as agreed", not done is "as my boss", left out is where nothing was noted. ``remembered`` are
    those that are "as agreed" from memory, and in none of the three."""

    noted: Tally
    remembered: tuple[MirrorCall, ...]


def introductions(calls: Iterable[MirrorCall]) -> Introductions:
    """:returns: how the manager was introduced on ``calls``."""
    ordered = in_time(calls)
    agreed = [call for call in ordered if call.introduction == Introduction.AS_AGREED]
    return Introductions(
        noted=Tally(
            tuple(call for call in agreed if not call.introduction_recalled),
            tuple(call for call in ordered if call.introduction == Introduction.AS_BOSS),
            tuple(call for call in ordered if call.introduction is None),
        ),
        remembered=tuple(call for call in agreed if call.introduction_recalled),
    )
