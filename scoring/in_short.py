"""A rep in short: what a list of reps tells of the joint calls with each.

``in_short`` says what it means. ``Facts.by_rep`` says the same of everybody at once, without reading years of calls:
each row of the facts stores its ``Traits`` beside its JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scoring.debrief import Kept
from scoring.facts import CallFacts
from scoring.state import LOGGED_PHASES

MOST_LEVELS = 6
FEWEST_TO_TELL = 4
"""From so many rated calls on one may look for which way a level goes, as in a chart."""
OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class RepInShort:
    """The calls with one rep that took place, in short.

    ``calls`` is how many there were, ``first_on`` and ``last_on`` the days of the first and the last. ``skill`` is the
    id of the focus skill of the latest call that had one, in the ``wording`` of the rubric of that call; empty where
    there was none. ``levels`` are the last ones of that skill in just that wording, the oldest first, at most six; no
    chance to see is none. Of the latest call that says anything of commitments: ``is_open`` where it agreed on one, by
    when that is to be checked, and elsewhere what became of it (``kept``).
    """

    calls: int
    first_on: date
    last_on: date
    skill: str = ""
    wording: tuple[str, int] = ("", 0)
    levels: tuple[int, ...] = ()
    is_open: bool = False
    check_on: date | None = None
    kept: Kept | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What one call adds to it, as plain text: its ``day`` there and then, its first ``focus`` skill, the ``wording``
    of its rubric, and what it says of commitments (``agreed``: nothing, ``"open"``, the day to check, or what became
    of it)."""

    day: str
    focus: str
    wording: str
    agreed: str


def traits(call: CallFacts) -> Traits:
    """:returns: what one call adds to what is told of its rep."""
    return Traits(
        day=call.when.date().isoformat(),
        focus=next(iter(call.focus_skills), ""),
        wording=f"{call.rubric_id} {call.rubric_version}",
        agreed=_agreed(call),
    )


def short_of(
    calls: int, first: str, last: str, working: tuple[str, str] | None, levels: Iterable[int], agreed: str
) -> RepInShort:
    """Read what ``Traits`` wrote.

    :param first: the day of the first call, ``last`` that of the last one.
    :param working: the skill and the wording of the latest call with a focus skill.
    :param levels: of that skill in that wording, the latest first.
    :param agreed: of the latest call that says anything of commitments; empty without one.
    """
    skill, wording = working or ("", " 0")
    rubric_id, version = wording.rsplit(" ", 1)
    kept = Kept(agreed) if agreed in set(Kept) else None
    return RepInShort(
        calls=calls,
        first_on=date.fromisoformat(first),
        last_on=date.fromisoformat(last),
        skill=skill,
        wording=(rubric_id, int(version)),
        levels=tuple(reversed(tuple(levels))),
        is_open=bool(agreed) and kept is None,
        check_on=date.fromisoformat(agreed) if agreed and agreed != OPEN and kept is None else None,
        kept=kept,
    )


def in_short(calls: Iterable[CallFacts]) -> RepInShort | None:
    """:param calls: those with one rep, in any order and whatever became of them.
    :returns: them in short, or None where none took place."""
    seen = sorted((call for call in calls if call.phase in LOGGED_PHASES), key=_latest_first)
    if not seen:
        return None
    told = [traits(call) for call in seen]
    working = next(((one.focus, one.wording) for one in told if one.focus), None)
    return short_of(
        calls=len(seen),
        first=told[-1].day,
        last=told[0].day,
        working=working,
        levels=_levels(seen, *working)[:MOST_LEVELS] if working else (),
        agreed=next((one.agreed for one in told if one.agreed), ""),
    )


def _agreed(call: CallFacts) -> str:
    """Two commitments are told by the one that is to be checked first; two that ended differently were partly kept."""
    still_open = [one for one in call.commitments if one.words.strip()]
    if still_open:
        days = [one.check_on for one in still_open if one.check_on]
        return min(days).isoformat() if days else OPEN
    if call.closings:
        kept = {closing.kept for closing in call.closings}
        return kept.pop() if len(kept) == 1 else Kept.PARTLY
    return call.last_commitment or ""


def _latest_first(call: CallFacts) -> tuple[float, str]:
    return -call.when.timestamp(), str(call.call_id)


def _levels(latest_first: Iterable[CallFacts], skill: str, wording: str) -> list[int]:
    return [
        one.level
        for call in latest_first
        if traits(call).wording == wording
        for one in call.skills
        if one.skill == skill and one.level is not None
    ]
