"""What is kept for how long, what is due and what must stay, gathered from the store for one look at all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from exports.erasing import receipts_in
from exports.reading import facts_in
from scoring.entry import HandedOver, PageAmended
from scoring.erasure import Receipt
from scoring.facts import CallFacts
from scoring.holds import Hold
from scoring.people import Manager, Rep
from scoring.retention import SETTING, Due, Retention, due, organisations

if TYPE_CHECKING:
    from scoring.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How long each of the ``organisations`` keeps pages, what is ``due`` today, the ``holds`` in force with the reps
    and ``calls`` they may be on, and the ``receipts`` of what was erased, the latest first."""

    organisations: tuple[str, ...]
    retention: Retention
    due: tuple[Due, ...]
    holds: tuple[Hold, ...]
    reps: Mapping[UUID, Rep]
    calls: tuple[CallFacts, ...]
    receipts: tuple[Receipt, ...]


def keeping(store: Store, today: date) -> Keeping:
    """Gather it; nothing is changed.

    :param today: the day on which it is asked what is due.
    """
    retention = store.settings.get(SETTING, Retention, Retention())
    own = store.settings.get("manager", Manager, Manager()).organisation
    pages = store.entries.latest(HandedOver.KIND, PageAmended.KIND)
    calls, holds = facts_in(store), store.holds.in_force()
    of_calls = organisations((call.call_id for call in calls), pages, own)
    return Keeping(
        organisations=_distinct([own, *of_calls.values(), *(one.organisation for one in retention.kept)]),
        retention=retention,
        due=tuple(due(calls, of_calls, retention, today, holds, store.merges.all())),
        holds=tuple(holds),
        reps={rep.id: rep for rep in store.reps.all()},
        calls=tuple(calls),
        receipts=tuple(reversed(receipts_in(store))),
    )


def _distinct(names: list[str]) -> tuple[str, ...]:
    """:returns: the names in their order, each once; the one of those who named none only if there is no other."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(" ".join(name.casefold().split()), " ".join(name.split()))
    return tuple(name for name in found.values() if name) or ("",)


def keep_for(store: Store, organisation: str, months: int) -> None:
    """Keep how long an organisation keeps pages, in months; 0 is without a limit."""
    before = store.settings.get(SETTING, Retention, Retention())
    store.settings.put(SETTING, before.keeping(organisation, months))
