"""What became of the things reps agreed to do differently.

A commitment is closed by what both saw on a later ride and agreed in its debrief: kept, partly, or not yet. It is open
until it was kept, or until a later debrief agreed on another one. Older records say what became of all open ones at
once, and name nothing that was seen (``Debrief.last_commitment``); both are read here.

A debrief that covers several calls of a day is one: what it agreed was agreed once, what it closed was closed once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from scoring.debrief import Closing, Commitment, Kept
from scoring.facts import CallFacts, order_of


class Footing(StrEnum):
    """What a closing stands on: nothing that was logged, only what was written down from memory, or something that was
    logged as it happened."""

    NOTHING = "nothing"
    MEMORY = "memory"
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedCommitment:
    """One thing a rep agreed to do differently, and what became of it.

    ``agreed_in`` is the call in whose debrief it was agreed, the latest of those the debrief covered, and ``number``
    which of its commitments it is, from 0. ``kept`` is the last word on it, None where nobody has said one; it was said
    in the debrief of ``closed_in``, on the ``evidence`` of these entries, which is no more than its ``footing``.
    ``is_replaced``: a later debrief has agreed on something else.
    """

    agreed_in: CallFacts
    number: int
    commitment: Commitment
    kept: Kept | None = None
    closed_in: CallFacts | None = None
    evidence: tuple[UUID, ...] = ()
    footing: Footing = Footing.NOTHING
    is_replaced: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the rep is still at it."""
        return self.kept != Kept.KEPT and not self.is_replaced


def followed(calls: Iterable[CallFacts]) -> tuple[FollowedCommitment, ...]:
    """Follow every commitment through the calls after it; those of each rep apart.

    :param calls: in any order, of any rep.
    :returns: the commitments, of the latest debrief first; those of one debrief in their order.
    """
    by_rep: dict[UUID, list[CallFacts]] = {}
    for call in sorted(calls, key=order_of):
        by_rep.setdefault(call.rep_id, []).append(call)
    found = [item for of_rep in by_rep.values() for item in _of_one_rep(of_rep)]
    return tuple(sorted(found, key=lambda item: order_of(item.agreed_in), reverse=True))


def open_commitments(
    earlier: Iterable[CallFacts], shared: UUID | None = None
) -> tuple[FollowedCommitment, ...]:
    """:returns: the commitments that are still open, in the order in which they were agreed.

    :param earlier: calls with one rep.
    :param shared: the debrief that asks, where it covers several calls: what it agreed for another of its calls was
        not agreed last time.
    """
    before = (call for call in earlier if shared is None or call.shared != shared)
    return tuple(item for item in followed(before) if item.is_open)


def closing_of(
    closings: Iterable[Closing], commitment: FollowedCommitment, last: Kept | None = None
) -> Closing | None:
    """:returns: what is said of a commitment in a debrief, or None.

    :param closings: those of the debrief.
    :param last: what it said of all commitments at once, as older records do.
    """
    agreed_in, number = commitment.agreed_in.call_id, commitment.number
    for closing in closings:
        if (closing.agreed_in, closing.number) == (agreed_in, number):
            return closing
    if last is None:
        return None
    return Closing(
        agreed_in=agreed_in, number=number, words=commitment.commitment.words, kept=last, evidence=()
    )


def _of_one_rep(calls: Sequence[CallFacts]) -> Sequence[FollowedCommitment]:
    """:param calls: oldest first."""
    followed = _Followed()
    for debrief in _debriefs(calls):
        followed.close(debrief)
        followed.agree(debrief)
    return followed.items


class _Followed:
    """The commitments of one rep, followed from one debrief to the next.

    ``places`` says where a commitment stands in ``items``, by any call of its debrief and its number; ``present`` are
    the places of those that were agreed last.
    """

    def __init__(self) -> None:
        self.items: list[FollowedCommitment] = []
        self._places: dict[tuple[UUID, int], int] = {}
        self._present: list[int] = []

    def close(self, debrief: Sequence[CallFacts]) -> None:
        """Take in what a debrief says of the commitments before it."""
        said: dict[int, list[tuple[CallFacts, Closing]]] = {}
        for call in debrief:
            for closing in call.closings:
                place = self._places.get((closing.agreed_in, closing.number))
                if place is not None:
                    said.setdefault(place, []).append((call, closing))
        last = next((call.last_commitment for call in reversed(debrief) if call.last_commitment), None)
        for place in self._present if last else ():
            if place not in said and self.items[place].is_open:
                self.items[place] = replace(
                    self.items[place], kept=last, closed_in=debrief[-1], evidence=(), footing=Footing.NOTHING
                )
        for place, closings in said.items():
            self.items[place] = _closed(self.items[place], closings)

    def agree(self, debrief: Sequence[CallFacts]) -> None:
        """Take in what a debrief agrees on; it takes the place of what was agreed before."""
        agreed_in = next((call for call in reversed(debrief) if _commitments(call)), None)
        if agreed_in is None:
            return
        for place in self._present:
            self.items[place] = replace(self.items[place], is_replaced=True)
        self._present = []
        for number, commitment in _commitments(agreed_in):
            place = len(self.items)
            self._present.append(place)
            self._places.update(((call.call_id, number), place) for call in debrief)
            self.items.append(FollowedCommitment(agreed_in=agreed_in, number=number, commitment=commitment))


def _closed(item: FollowedCommitment, said: Sequence[tuple[CallFacts, Closing]]) -> FollowedCommitment:
    """:param said: what one debrief says of it, for each of its calls in order of time."""
    seen = [(call, closing) for call, closing in said if closing.evidence]
    evidence = dict.fromkeys(entry for _, closing in seen for entry in closing.evidence)
    return replace(
        item,
        kept=said[-1][1].kept,
        closed_in=(seen or said)[-1][0],
        evidence=tuple(evidence),
        footing=_footing(evidence, {entry for call, _ in seen for entry in call.recalled_evidence}),
    )


def _footing(evidence: Collection[UUID], recalled: set[UUID]) -> Footing:
    if not evidence:
        return Footing.NOTHING
    return Footing.MEMORY if recalled.issuperset(evidence) else Footing.SEEN


def _debriefs(calls: Sequence[CallFacts]) -> list[list[CallFacts]]:
    """:returns: the calls of each debrief in order of time; the debriefs in the order of their latest calls."""
    by_id: dict[UUID, list[CallFacts]] = {}
    for call in calls:
        by_id.setdefault(call.shared or call.call_id, []).append(call)
    return sorted(by_id.values(), key=lambda debrief: order_of(debrief[-1]))


def _commitments(call: CallFacts) -> list[tuple[int, Commitment]]:
    return [(number, item) for number, item in enumerate(call.commitments) if item.words.strip()]
