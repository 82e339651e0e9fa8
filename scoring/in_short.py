"""A rep in short: what a list of reps tells of the joint calls with each.

``in_short`` says what it means. ``Facts.by_rep`` says the same of everybody at once, without reading years of calls:
each row of the facts stores its ``Traits`` beside its JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from scoring.debrief import Kept
from scoring.facts import CallFacts
from scoring.state import LOGGED_PHASES
from scoring.wordings import Wording, Wordings

MOST_LEVELS = 6
AGREED, CLOSED = ":", "="
"""What stands in ``Traits.agreed`` between a commitment and its day, and between one and what became of it."""
BETWEEN_CALLS = "|"


NO_WORDING = Wording("", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepInShort:
    """The calls with one rep that took place, in short.

    ``calls`` is how many there were, ``first_on`` and ``last_on`` the days of the first and the last. ``skill`` is the
    id of the focus skill of the latest call that had one, ``wording`` the rubric of that call; empty where there was
    none. ``levels`` are the last ones of that skill that were given by the words it has there, in whatever version or
    rubric, the oldest first, at most six; no chance to see is none, and what stands on memory alone is not told. Of
    what was agreed last (``scoring.commitments`` follows all of it): ``is_open`` where nobody has come back to some of
    it, and by when the first of that is to be checked; elsewhere what became of it (``kept``).
    """

    calls: int
    first_on: date
    last_on: date
    skill: str = ""
    wording: Wording = NO_WORDING
    levels: tuple[int, ...] = ()
    is_open: bool = False
    check_on: date | None = None
    kept: Kept | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What one call adds to it, as plain text: its ``day`` there and then, its first ``focus`` skill, and what it says
    of commitments.

    ``agreed`` names each that it agreed on with the day to check it (``"1f0c24b7.0:2026-04-02"``, or without a day), or
    else each that it closed with what became of it (``"1f0c24b7.0=kept"``, or ``"=kept"`` of all at once); it is empty
    where it says nothing.
    """

    day: str
    focus: str
    agreed: str


def traits(call: CallFacts) -> Traits:
    """:returns: what one call adds to what is told of its rep."""
    return Traits(
        day=call.when.date().isoformat(),
        focus=next(iter(call.focus_skills), ""),
        agreed=_agreed(call),
    )


def short_of(
    calls: int,
    first: str,
    last: str,
    working: tuple[str, Wording] | None,
    levels: Iterable[int],
    agreed: Iterable[str],
) -> RepInShort:
    """Read what ``Traits`` wrote.

    :param first: the day of the first call, ``last`` that of the last one.
    :param working: the focus skill and the rubric of the latest call that had one.
    :param levels: of that skill in the words it has there, the latest first.
    :param agreed: what calls say of commitments, the latest first, back to the last that agreed on any.
    """
    skill, wording = working or ("", NO_WORDING)
    became = _became(agreed)
    days = [day for day, kept in became if kept is None]
    ends = {kept for _, kept in became if kept is not None}
    return RepInShort(
        calls=calls,
        first_on=date.fromisoformat(first),
        last_on=date.fromisoformat(last),
        skill=skill,
        wording=wording,
        levels=tuple(reversed(tuple(levels))),
        is_open=bool(days),
        check_on=min((date.fromisoformat(day) for day in days if day), default=None),
        kept=None if days or not ends else ends.pop() if len(ends) == 1 else Kept.PARTLY,
    )


def in_short(calls: Iterable[CallFacts], wordings: Wordings) -> RepInShort | None:
    """:param calls: those with one rep, in any order and whatever became of them.
    :returns: them in short, or None where none took place."""
    seen = sorted((call for call in calls if call.phase in LOGGED_PHASES), key=_latest_first)
    if not seen:
        return None
    told = [traits(call) for call in seen]
    working = next(
        ((one.focus, _wording(call)) for one, call in zip(told, seen, strict=True) if one.focus), None
    )
    return short_of(
        calls=len(seen),
        first=told[-1].day,
        last=told[0].day,
        working=working,
        levels=_levels(seen, working[0], set(wordings.alike(*working)))[:MOST_LEVELS] if working else (),
        agreed=(one.agreed for one in told),
    )


def _became(latest_first: Iterable[str]) -> list[tuple[str, Kept | None]]:
    """:returns: of each thing that was agreed last, the day to check it, and the last word on it."""
    said: list[tuple[str, Kept]] = []
    for agreed in latest_first:
        words = agreed.split()
        if AGREED in agreed:
            present = (word.split(AGREED) for word in words)
            return [(day, _last_word(said, name)) for name, day in present]
        said += [(name, Kept(kept)) for name, kept in (word.split(CLOSED) for word in words)]
    return []


def _last_word(latest_first: Iterable[tuple[str, Kept]], name: str) -> Kept | None:
    return next((kept for closed, kept in latest_first if closed in (name, "")), None)


def _agreed(call: CallFacts) -> str:
    """What a call agrees on takes the place of what was agreed before."""
    agreed = [
        f"{_name(call.call_id, number)}{AGREED}{one.check_on or ''}"
        for number, one in enumerate(call.commitments)
        if one.words.strip()
    ]
    closed = [f"{_name(one.agreed_in, one.number)}{CLOSED}{one.kept}" for one in call.closings]
    of_all = [f"{CLOSED}{call.last_commitment}"] if call.last_commitment else []
    return " ".join(agreed or closed or of_all)


def _name(agreed_in: UUID, number: int) -> str:
    """So much of an id tells the calls with one rep apart; all of it would make the index half as long again."""
    return f"{agreed_in.hex[-8:]}.{number}"


def _wording(call: CallFacts) -> Wording:
    return Wording(call.rubric_id, call.rubric_version)


def _latest_first(call: CallFacts) -> tuple[float, str]:
    return -call.when.timestamp(), str(call.call_id)


def _levels(latest_first: Iterable[CallFacts], skill: str, alike: set[Wording]) -> list[int]:
    return [
        one.level
        for call in latest_first
        if _wording(call) in alike
        for one in call.skills
        if one.skill == skill and one.level is not None and not one.from_memory
    ]
