"""Followed through: what became of the commitments that were agreed.

Definition: each commitment agreed on one of the calls is one of four: closed with at least one thing that was seen or
heard on a later call, closed without, past the day it was to be checked on and still open, or open with time left (or
without a day). Where one was closed more than once, the latest closing stands. Whether it was kept, partly or not yet
is the rep's matter, and no part of this: what is measured is whether the manager came back to it, and looked.
Source: practice.md, section 5 (it is closed by what is seen on the next ride, not by a tick) and section 6.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scoring.measures.over_calls import Tally, in_time
from scoring.mirror import Closed, MirrorCall


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedThrough:
    """For each commitment the call it was agreed on, oldest first. ``waiting`` are open ones with time left."""

    with_evidence: tuple[MirrorCall, ...]
    without: tuple[MirrorCall, ...]
    past: tuple[MirrorCall, ...]
    waiting: tuple[MirrorCall, ...]

    @property
    def due(self) -> Tally:
        """Those that are closed or past their day: done is closed with evidence."""
        return Tally(self.with_evidence, in_time((*self.without, *self.past)), self.waiting)


def followed_through(calls: Iterable[MirrorCall], today: date) -> FollowedThrough:
    """:param calls: those whose commitments are asked for, and the later ones that may have closed them.
    :returns: what became of every commitment agreed on ``calls``."""
    ordered = in_time(calls)
    closed = {(one.agreed_in, one.number): one for call in ordered for one in call.closed}
    found: dict[str, list[MirrorCall]] = {"with": [], "without": [], "past": [], "waiting": []}
    for call in ordered:
        for number, check_on in enumerate(call.agreed):
            if check_on is not None:
                found[_became(closed.get((call.call_id, number)), check_on, today)].append(call)
    return FollowedThrough(
        with_evidence=tuple(found["with"]),
        without=tuple(found["without"]),
        past=tuple(found["past"]),
        waiting=tuple(found["waiting"]),
    )


def _became(closing: Closed | None, check_on: int, today: date) -> str:
    if closing is not None:
        return "with" if closing.evidence else "without"
    return "past" if 0 < check_on < today.toordinal() else "waiting"
