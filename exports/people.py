"""The people there is something held about, each once, and who of them may have been entered twice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from scoring.holds import Hold
from scoring.merging import counts_as, likely_doubles
from scoring.people import Rep
from scoring.state import DEBRIEFED_PHASES, Phase

if TYPE_CHECKING:
    from scoring.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPerson:
    """One person: their ``entries`` (first the one that counts), how many joint calls and how many calls with a page
    there are with them, and the holds in force on them and on their calls, the oldest first."""

    entries: tuple[Rep, ...]
    calls: int
    pages: int
    holds: tuple[Hold, ...]

    @property
    def rep(self) -> Rep:
        """The entry that counts."""
        return self.entries[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPeople:
    """Everybody by name, and the pairs among them that may be one person."""

    people: tuple[HeldPerson, ...]
    doubles: tuple[tuple[Rep, Rep], ...]


def held_people(store: Store) -> HeldPeople:
    """:returns: everybody there is something held about, in short; no call is read for it."""
    merges, everybody = store.merges.all(), store.reps.all()
    entries: dict[UUID, list[Rep]] = defaultdict(list)
    for rep in everybody:
        entries[counts_as(merges, rep.id)].append(rep)
    counted = [rep for rep in everybody if rep.id not in merges]
    calls, pages = store.facts.counts_by_rep(Phase), store.facts.counts_by_rep(DEBRIEFED_PHASES)
    holds = _holds(store)
    people = [
        HeldPerson(
            entries=(rep, *(other for other in entries[rep.id] if other != rep)),
            calls=calls.get(rep.id, 0),
            pages=pages.get(rep.id, 0),
            holds=tuple(holds[rep.id]),
        )
        for rep in counted
    ]
    return HeldPeople(people=tuple(people), doubles=tuple(likely_doubles(counted)))


def _holds(store: Store) -> dict[UUID, list[Hold]]:
    """:returns: the holds in force, by the person they are about."""
    merges, found = store.merges.all(), defaultdict[UUID, list[Hold]](list)
    for hold in store.holds.in_force():
        rep_id = hold.rep_id or (store.calls.get(hold.call_id).rep_id if hold.call_id else None)
        if rep_id:
            found[counts_as(merges, rep_id)].append(hold)
    return found
