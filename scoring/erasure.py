"""Erasing a rep, or single calls: what is meant by it, and the receipt that stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from scoring.errors import SecondChairError
from scoring.holds import Hold, one_person
from scoring.text import tr
from scoring.version import VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """What is to be erased: everything about some people, or about single calls.

    ``rep_ids`` are all the ids under which a person was entered; their calls go whether or not they are named.
    """

    rep_ids: frozenset[UUID] = frozenset()
    call_ids: frozenset[UUID] = frozenset()

    @classmethod
    def of_rep(cls, rep_id: UUID, merges: Mapping[UUID, UUID]) -> Erasure:
        """:returns: to erase a rep, with everybody who counts as the same person."""
        return cls(rep_ids=one_person(rep_id, merges))

    @classmethod
    def of_calls(cls, call_ids: Iterable[UUID]) -> Erasure:
        """:returns: to erase single calls; their reps stay."""
        return cls(call_ids=frozenset(call_ids))


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """That something was erased, told without anything that leads to a person or a customer.

    ``at`` is the wall time. ``copies`` of the database were made anew without it, ``copies_deleted`` could not be read.
    ``not_reached`` says in plain words what may be left elsewhere.
    """

    id: UUID
    at: datetime
    reps: int = 0
    calls: int = 0
    pages: int = 0
    scans: int = 0
    drafts: int = 0
    copies: int = 0
    copies_deleted: int = 0
    not_reached: tuple[str, ...] = ()
    app_version: str = VERSION


def refuse_held(holds: Iterable[Hold]) -> None:
    """:raises SecondChairError: while any of these holds is in force, with the reason and how to lift it."""
    reasons = list(dict.fromkeys(hold.reason for hold in holds if hold.is_in_force))
    if not reasons:
        return
    message = tr(
        "Under a legal hold: {reasons}. Once it no longer applies, lift it on the Archive screen, under “What is due”; "
        "nothing was erased."
    )
    raise SecondChairError(tr("This must be kept"), message.format(reasons="; ".join(reasons)))
