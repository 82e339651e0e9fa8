"""One person entered twice: which rep each entry counts as. Nothing of either entry is rewritten."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from uuid import UUID

from scoring.errors import SecondChairError
from scoring.people import Rep
from scoring.text import tr

Merges = Mapping[UUID, UUID]
"""For each rep that was merged into another one, that other one, which may have been merged again."""


def counts_as(merges: Merges, rep_id: UUID) -> UUID:
    """:returns: the rep that the calls entered with ``rep_id`` count as: the same one, if it was merged into none."""
    passed: set[UUID] = set()
    while rep_id in merges and rep_id not in passed:  # a circle can only come from a file that others wrote
        passed.add(rep_id)
        rep_id = merges[rep_id]
    return rep_id


def counted_with(merges: Merges, rep_id: UUID) -> frozenset[UUID]:
    """:returns: the ids of all entries that count as ``rep_id`` through it, its own among them."""
    found, waiting = {rep_id}, [rep_id]
    while waiting:
        into = waiting.pop()
        more = [merged for merged, target in merges.items() if target == into and merged not in found]
        found.update(more)
        waiting.extend(more)
    return frozenset(found)


def check_merge(merges: Merges, rep_id: UUID, into: UUID) -> None:
    """:raises SecondChairError: if ``rep_id`` cannot be merged into ``into``."""
    if rep_id == into:
        message = tr("Choose the other entry of the same person.")
        raise SecondChairError(tr("That is the same entry"), message)
    if counts_as(merges, rep_id) == counts_as(merges, into):
        message = tr(
            "To keep the other entry instead, take them apart first and merge them the other way round."
        )
        raise SecondChairError(tr("These two are one already"), message)
    if rep_id in merges:
        message = tr("This entry belongs to another one. Take those two apart first.")
        raise SecondChairError(tr("Merged already"), message)


def likely_doubles(reps: Iterable[Rep]) -> list[tuple[Rep, Rep]]:
    """:returns: pairs that may be one person entered twice: the same name but for case, accents and spaces, or the
    same employee number. Each pair in the order of ``reps``."""
    people = list(reps)
    alike: dict[str, list[int]] = defaultdict(list)
    for place, rep in enumerate(people):
        for sign in filter(None, (folded_name(rep.name), _number(rep))):
            alike[sign].append(place)
    pairs = {pair for places in alike.values() for pair in combinations(places, 2)}
    return [(people[first], people[second]) for first, second in sorted(pairs)]


def folded_name(name: str) -> str:
    """:returns: a name without what two people write differently: case, accents, spaces."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _number(rep: Rep) -> str:
    number = "".join(rep.employee_number.casefold().split())
    return f"\0{number}" if number else ""  # no name begins so: a number is never taken for one
