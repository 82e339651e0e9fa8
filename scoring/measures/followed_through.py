"""Followed through: what became of the commitments that were agreed.

Definition: each commitment agreed in one of the debriefs is one of five. Closed with evidence: with at least one thing
that was logged as it happened on the call that closed it. Closed without: with nothing, or from memory alone. Replaced:
another one was agreed before anybody came back to it. Past its day: open, and the day it was to be checked on is over.
Waiting: open with time left, or without a day. Where one was closed more than once, the last word stands, as it does in
``scoring/commitments.py``, whose rules these are; a debrief of several calls is one. Whether it was kept, partly or not
yet is the rep's matter, and no part of this: what is measured is whether the manager came back to it, and looked.
Source: practice.md, section 5 (it is closed by what is seen on the next ride, not by a tick) and section 6.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from scoring.debrief import Kept
from scoring.measures.over_calls import Tally, in_time, order
from scoring.mirror import Closed, MirrorCall


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedThrough:
    """For each commitment the call it was agreed on, oldest first. ``waiting`` are open ones with time left; ``due``
    those that somebody came back to or should have: done is closed with evidence."""

    with_evidence: tuple[MirrorCall, ...]
    without: tuple[MirrorCall, ...]
    replaced: tuple[MirrorCall, ...]
    past: tuple[MirrorCall, ...]
    waiting: tuple[MirrorCall, ...]
    due: Tally


def followed_through(calls: Iterable[MirrorCall], today: date) -> FollowedThrough:
    """:param calls: those whose commitments are asked for, and the later ones that may have closed them.
    :returns: what became of every commitment agreed on ``calls``."""
    saying = [call for call in in_time(calls) if call.agreed or call.closed or call.closed_all or call.shared]
    followed = _Followed()
    for debrief in _debriefs(saying):
        followed.close(debrief)
        followed.agree(debrief)
    found: dict[str, list[MirrorCall]] = defaultdict(list)
    for item in followed.items:
        found[item.became(today.toordinal())].append(item.call)
    with_evidence, waiting = in_time(found["with_evidence"]), in_time(found["waiting"])
    not_done = in_time((*found["without"], *found["replaced"], *found["past"]))
    return FollowedThrough(
        with_evidence=with_evidence,
        without=in_time(found["without"]),
        replaced=in_time(found["replaced"]),
        past=in_time(found["past"]),
        waiting=waiting,
        due=Tally(with_evidence, not_done, waiting),
    )


@dataclass(slots=True)
class _Item:
    """One commitment on its way through the debriefs."""

    call: MirrorCall
    check_on: int
    kept: str | None = None
    evidence: int = 0
    is_replaced: bool = False

    def became(self, today: int) -> str:
        """:param today: as a proleptic ordinal."""
        if self.kept is not None:
            return "with_evidence" if self.evidence else "without"
        if self.is_replaced:
            return "replaced"
        return "past" if 0 < self.check_on < today else "waiting"


class _Followed:
    """The commitments, followed from one debrief to the next: all of them in ``items``; by any call of their debrief
    and their number; and of each rep those that were agreed last."""

    def __init__(self) -> None:
        self.items: list[_Item] = []
        self._named: dict[tuple[str, int], _Item] = {}
        self._present: dict[str, list[_Item]] = {}

    def close(self, debrief: Sequence[MirrorCall]) -> None:
        """Take in what a debrief says of the commitments before it."""
        said: dict[int, tuple[_Item, list[Closed]]] = {}
        of_all: str | None = None
        for call in debrief:
            of_all = call.closed_all or of_all
            for closing in call.closed:
                item = self._named.get((closing.agreed_in, closing.number))
                if item is not None and item.call.rep_id == call.rep_id:
                    said.setdefault(id(item), (item, []))[1].append(closing)
        for item in self._present.get(debrief[-1].rep_id, ()) if of_all else ():
            if id(item) not in said and item.kept != Kept.KEPT:
                item.kept, item.evidence = of_all, 0
        for item, closings in said.values():
            item.kept = closings[-1].kept
            item.evidence = sum(closing.evidence for closing in closings)

    def agree(self, debrief: Sequence[MirrorCall]) -> None:
        """Take in what a debrief agrees on; it takes the place of what was agreed before."""
        agreed = _agreed(debrief)
        if not agreed:
            return
        rep_id = debrief[-1].rep_id
        for item in self._present.get(rep_id, ()):
            item.is_replaced = True
        self._present[rep_id] = list(agreed.values())
        self.items.extend(agreed.values())
        for number, item in agreed.items():
            for call in debrief:
                self._named[call.call_id, number] = item


def _agreed(debrief: Sequence[MirrorCall]) -> dict[int, _Item]:
    """:returns: what a debrief agreed on, by its number; of the latest of its calls that names anything."""
    for call in reversed(debrief):
        found = {
            number: _Item(call, check_on)
            for number, check_on in enumerate(call.agreed)
            if check_on is not None
        }
        if found:
            return found
    return {}


def _debriefs(calls: Sequence[MirrorCall]) -> Sequence[Sequence[MirrorCall]]:
    """:param calls: in order of time.
    :returns: the calls of each debrief in order of time; the debriefs in the order of their latest calls."""
    if not any(call.shared for call in calls):
        return [(call,) for call in calls]
    by_id: dict[tuple[str, str], list[MirrorCall]] = defaultdict(list)
    for call in calls:
        by_id[call.rep_id, call.shared or call.call_id].append(call)
    return sorted(by_id.values(), key=_last)


def _last(debrief: Sequence[MirrorCall]) -> tuple[int, str]:
    return order(debrief[-1])
