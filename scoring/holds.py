"""Legal holds: what must not be erased, whatever is due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from scoring.errors import SecondChairError
from scoring.text import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Nothing about a rep, or about one call, is erased from ``placed_at`` on, until it is lifted.

    Exactly one of ``rep_id`` and ``call_id`` is set.
    """

    id: UUID
    reason: str
    placed_at: datetime
    rep_id: UUID | None = None
    call_id: UUID | None = None
    lifted_at: datetime | None = None

    def __post_init__(self) -> None:
        if (self.rep_id is None) == (self.call_id is None):
            raise ValueError("a hold is on a rep or on a call")
        if not self.reason.strip():
            raise ValueError("a hold needs its reason")

    @property
    def is_in_force(self) -> bool:
        """Whether it has not been lifted."""
        return self.lifted_at is None


def place_hold(
    reason: str, now: datetime, *, rep_id: UUID | None = None, call_id: UUID | None = None
) -> Hold:
    """Make a hold on a rep or on a call, from ``now`` on (wall time with its UTC offset).

    :raises SecondChairError: if the reason is missing.
    """
    if not reason.strip():
        message = tr("Write down why: whoever wants to erase something later reads it.")
        raise SecondChairError(tr("A legal hold needs its reason"), message)
    return Hold(id=uuid4(), reason=reason.strip(), placed_at=now, rep_id=rep_id, call_id=call_id)


def lift_hold(hold: Hold, now: datetime) -> Hold:
    """:returns: the hold, lifted at ``now``; it stays known. One that was lifted before stays as it is."""
    return replace(hold, lifted_at=now) if hold.is_in_force else hold


def one_person(rep_id: UUID, merges: Mapping[UUID, UUID]) -> frozenset[UUID]:
    """:returns: every id under which the rep with this id was entered, their own too.

    :param merges: for each rep that was merged into another one, that other one.
    """
    pairs = [frozenset(pair) for pair in merges.items()]
    found = frozenset({rep_id})
    while more := frozenset().union(*(pair for pair in pairs if pair & found)) - found:
        found |= more
    return found


def holds_on_rep(holds: Iterable[Hold], rep_id: UUID, merges: Mapping[UUID, UUID]) -> list[Hold]:
    """:returns: the holds in force on a rep, under whichever id they were entered, in the order of ``holds``."""
    ids = one_person(rep_id, merges)
    return [hold for hold in holds if hold.is_in_force and hold.rep_id in ids]


def holds_on_call(
    holds: Iterable[Hold], call_id: UUID, rep_id: UUID, merges: Mapping[UUID, UUID]
) -> list[Hold]:
    """:returns: the holds in force on a call and on its rep, in the order of ``holds``."""
    ids = one_person(rep_id, merges)
    return [hold for hold in holds if hold.is_in_force and (hold.call_id == call_id or hold.rep_id in ids)]
