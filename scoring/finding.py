"""Which calls are sought, and in which order: what a list of calls asks the file for."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from scoring.call_type import CallType
from scoring.merging import Merges, counts_as
from scoring.people import Rep
from scoring.retention import months_after
from scoring.seeking import plain
from scoring.state import LOGGED_PHASES, SETTLED_PHASES, Phase

_MOST_WORDS: Final = 32


class Which(StrEnum):
    """Calls with something left to do, those whose debrief is not closed among them, those without, or all."""

    OPEN = "open"
    DEBRIEF_OPEN = "debrief"
    DONE = "done"
    ALL = "all"


class Order(StrEnum):
    """What calls are put in order by: the rep's name, the customer, who leads, or where the call stands, each as it
    stands in the list. Calls that are alike in it stand latest first."""

    DATE = "date"
    REP = "rep"
    CUSTOMER = "customer"
    LED = "led"
    STATE = "state"


class Period(StrEnum):
    """Days that are sought by a name; all of them, or those between two that are given, among them."""

    ALL = "all"
    THIS_MONTH = "month"
    THREE_MONTHS = "three_months"
    THIS_YEAR = "year"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoughtSkill:
    """A skill that was seen (``seen``) or missed at least once."""

    skill: str
    seen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CallQuery:
    """What is to be found. What is None, or empty, leaves every call in.

    ``words`` as they were typed: each of them stands in the rep's name or the customer, or begins a word that was
    written or heard. ``since`` and ``until`` are the first and the last day, as it was there and then. ``rep_id`` is
    the rep a call counts as.
    """

    words: str = ""
    rep_id: UUID | None = None
    since: date | None = None
    until: date | None = None
    call_type: CallType | None = None
    rubric_id: str | None = None
    rubric_version: int | None = None
    skill: SoughtSkill | None = None
    which: Which = Which.ALL
    order: Order = Order.DATE
    descending: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAs:
    """One person, and all names they were entered with, as ``plain`` leaves them, a line each."""

    rep_id: UUID
    names: str


def sought_words(typed: str) -> tuple[str, ...]:
    """:returns: each word that was typed once, as ``plain`` leaves it; at most 32 of them, as nobody types more."""
    readable = typed.encode("utf-8", "ignore").decode().replace("\0", " ")
    return tuple(dict.fromkeys(plain(readable).split()))[:_MOST_WORDS]


def days_of(period: Period, today: date) -> tuple[date | None, date | None]:
    """:returns: the first and the last day of a period; None where it has no end, or is not known by its name."""
    match period:
        case Period.THIS_MONTH:
            return today.replace(day=1), today.replace(day=monthrange(today.year, today.month)[1])
        case Period.THREE_MONTHS:
            return months_after(today, -3), today
        case Period.THIS_YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case Period.ALL | Period.BETWEEN:
            return None, None


def phases_of(which: Which) -> tuple[Phase, ...]:
    """:returns: where a call may stand to be one of these, in the order of a call's life."""
    done = (Phase.CLOSED, *SETTLED_PHASES)
    return {
        Which.OPEN: tuple(phase for phase in Phase if phase not in done),
        Which.DEBRIEF_OPEN: tuple(phase for phase in LOGGED_PHASES if phase not in done),
        Which.DONE: done,
        Which.ALL: tuple(Phase),
    }[which]


def known_as(reps: Iterable[Rep], merges: Merges) -> tuple[KnownAs, ...]:
    """:param reps: all entries of people, in the order of their names.
    :returns: each person once, in that order, with the names of all their entries."""
    entered = list(reps)
    names: dict[UUID, list[str]] = defaultdict(list)
    for rep in entered:
        names[counts_as(merges, rep.id)].append(plain(rep.name))
    return tuple(
        KnownAs(rep_id=rep.id, names="\n".join(names[rep.id])) for rep in entered if rep.id not in merges
    )
