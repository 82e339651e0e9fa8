"""The behaviour that is being practised, and its tries.

Definition: the focus skills of the latest visit, each since it became one: the unbroken run of visits up to the latest
on which it was in focus, by its id, in whatever rubric. A try is a visit of that run on which it could be seen: at
least one mark, seen or missed, that was logged during the call. Visits with recalled marks alone are shown and are no
tries. From three tries on it may be judged: on how many of them it was seen more often than missed, where recalled
marks are taken out of those seen.

A change of the skill's words ends neither the run nor the count, unlike that of levels: on each visit seen is compared
with missed by the words of that visit alone, no number is carried from one wording to the next, and a skill keeps its
id only as long as it means the same behaviour. Who reads it is told where the words changed (``rewordings``).

Source: counting a behaviour by its occasions (the event recording of applied behaviour analysis); at least three tries,
because performance with a new technique usually drops before it rises (the learning curve of complex skills, as in
W. L. Bryan and N. Harter, "Studies in the physiology and psychology of the telegraphic language", 1897).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final
from uuid import UUID

from scoring.measures.visits import Visit

LEAST_TRIES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One visit of the run with marks: how many of both kinds, and how many of them are recalled."""

    visit: int
    call_id: UUID
    seen: int
    missed: int
    recalled: int

    @property
    def counts(self) -> bool:
        """Whether any of it was logged during the call."""
        return self.seen + self.missed > self.recalled

    @property
    def more_seen(self) -> bool:
        """Whether it was seen more often than missed, even if everything recalled was seen."""
        return self.counts and self.seen - self.recalled > self.missed


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One skill that is practised since visit ``since``. ``counted`` is the number of tries, ``more_seen`` on how many
    of them it was seen more often than missed, or None below three."""

    skill: str
    since: int
    tries: tuple[Try, ...]
    counted: int
    more_seen: int | None


def practised(visits: Sequence[Visit]) -> tuple[Practice, ...]:
    """:param visits: oldest first.
    :returns: what is practised now: nothing, one skill or two."""
    if not visits:
        return ()
    return tuple(_practice(skill, visits) for skill in visits[-1].facts.focus_skills)


def _practice(skill: str, visits: Sequence[Visit]) -> Practice:
    run = list(takewhile(lambda visit: skill in visit.facts.focus_skills, reversed(visits)))[::-1]
    tries = tuple(_tries(skill, run))
    counted = [one for one in tries if one.counts]
    enough = len(counted) >= LEAST_TRIES
    return Practice(
        skill=skill,
        since=run[0].number,
        tries=tries,
        counted=len(counted),
        more_seen=sum(one.more_seen for one in counted) if enough else None,
    )


def _tries(skill: str, run: Sequence[Visit]) -> Iterator[Try]:
    for visit in run:
        known = visit.skill(skill)
        if known is not None and known.seen + known.missed:
            yield Try(
                visit=visit.number,
                call_id=visit.facts.call_id,
                seen=known.seen,
                missed=known.missed,
                recalled=known.recalled,
            )
