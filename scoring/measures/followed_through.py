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
    """For each commitment the call it was agreed on, oldest first. ``waiting`` are open ones with time left."""

    with_evidence: tuple[MirrorCall, ...]
    without: tuple[MirrorCall, ...]
    replaced: tuple[MirrorCall, ...]
    past: tuple[MirrorCall, ...]
    waiting: tuple[MirrorCall, ...]

    @property
    def due(self) -> Tally:
        """Those that somebody came back to or should have: done is closed with evidence."""
        not_done = in_time((*self.without, *self.replaced, *self.past))
        return Tally(self.with_evidence, not_done, self.waiting)


def followed_through(calls: Iterable[MirrorCall], today: date) -> FollowedThrough:
    """:param calls: those whose commitments are asked for, and the later ones that may have closed them.
    :returns: what became of every commitment agreed on ``calls``."""
    by_rep: dict[str, list[MirrorCall]] = defaultdict(list)
    for call in calls:
        if call.agreed or call.closed or call.closed_all or call.shared:
            by_rep[call.rep_id].append(call)
    items = [item for of_rep in by_rep.values() for item in _of_one_rep(of_rep)]
    found: dict[str, list[MirrorCall]] = defaultdict(list)
    for item in items:
        found[item.became(today)].append(item.call)
    return FollowedThrough(
        with_evidence=in_time(found["with_evidence"]),
        without=in_time(found["without"]),
        replaced=in_time(found["replaced"]),
        past=in_time(found["past"]),
        waiting=in_time(found["waiting"]),
    )


@dataclass(slots=True)
class _Item:
    """One commitment on its way through the debriefs."""

    call: MirrorCall
    check_on: int
    kept: str | None = None
    evidence: int = 0
    is_replaced: bool = False

    def became(self, today: date) -> str:
        if self.kept is not None:
            return "with_evidence" if self.evidence else "without"
        if self.is_replaced:
            return "replaced"
        return "past" if 0 < self.check_on < today.toordinal() else "waiting"


def _of_one_rep(calls: Iterable[MirrorCall]) -> list[_Item]:
    items: list[_Item] = []
    named: dict[tuple[str, int], _Item] = {}
    present: list[_Item] = []
    for debrief in _debriefs(calls):
        _close(debrief, named, present)
        agreed = next((call for call in reversed(debrief) if _numbers(call)), None)
        if agreed is not None:
            for item in present:
                item.is_replaced = True
            present = []
            for number in _numbers(agreed):
                item = _Item(agreed, agreed.agreed[number] or 0)
                present.append(item)
                named.update(((call.call_id, number), item) for call in debrief)
            items.extend(present)
    return items


def _close(
    debrief: Sequence[MirrorCall], named: dict[tuple[str, int], _Item], present: Iterable[_Item]
) -> None:
    said: dict[int, tuple[_Item, list[Closed]]] = {}
    for call in debrief:
        for closing in call.closed:
            item = named.get((closing.agreed_in, closing.number))
            if item is not None:
                said.setdefault(id(item), (item, []))[1].append(closing)
    of_all = next((call.closed_all for call in reversed(debrief) if call.closed_all), None)
    for item in present if of_all else ():
        if id(item) not in said and item.kept != Kept.KEPT:
            item.kept, item.evidence = of_all, 0
    for item, closings in said.values():
        item.kept = closings[-1].kept
        item.evidence = sum(closing.evidence for closing in closings)


def _debriefs(calls: Iterable[MirrorCall]) -> list[list[MirrorCall]]:
    """:returns: the calls of each debrief in order of time; the debriefs in the order of their latest calls."""
    by_id: dict[str, list[MirrorCall]] = defaultdict(list)
    for call in sorted(calls, key=order):
        by_id[call.shared or call.call_id].append(call)
    return sorted(by_id.values(), key=_last)


def _last(debrief: Sequence[MirrorCall]) -> tuple[int, str]:
    return order(debrief[-1])


def _numbers(call: MirrorCall) -> list[int]:
    return [number for number, check_on in enumerate(call.agreed) if check_on is not None]
