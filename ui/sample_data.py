"""Who and what the samples are about: made-up people and firms, read from ``samples.json``.

They come in one language, as the shipped rubric does.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scoring.codec import from_json
from scoring.debrief import Kept, Nerves, Outcome
from scoring.people import Manager

_FILE = Path(__file__).with_name("samples.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRep:
    """A rep who has been with the company for ``days``."""

    name: str
    employee_number: str
    team: str
    title: str
    days: int
    coaching: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """What is noted when a skill is seen, and when it is missed."""

    skill: str
    seen: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMark:
    """A mark at a time such as ``"04:10"``."""

    at: str
    skill: str
    seen: bool
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWords:
    """Words heard at a time such as ``"04:10"``."""

    at: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ride:
    """One joint call, ``days`` ago at ``at``, or ``ended_minutes_ago`` and then not yet debriefed.

    ``levels`` has one sign a skill in the order of the rubric: 1 to 4, or ``-`` for "no chance to see". ``floor`` are
    the parts of rep, customer, me and nobody. ``own`` is the rep's rating of the focus skill, ``agreed`` the one that
    stands after hearing the rep. ``last`` is what became of the change before, ``last_seen`` whether anything on this
    ride showed it. Without ``marks`` the usual ones of each level are made.
    """

    rep: str
    days: int
    at: str
    minutes: int
    customer: str
    people: str
    purpose: str
    best: str
    least: str
    focus: tuple[str, ...]
    levels: str
    floor: tuple[int, ...]
    outcome: Outcome
    outcome_words: str
    went_well: str
    differently: str
    own: int
    nerves: Nerves
    change: str
    first_tried: str
    last: Kept | None = None
    last_seen: bool = True
    agreed: int | None = None
    parked: tuple[str, ...] = ()
    comment: str = ""
    as_boss: bool = False
    step_in: str | None = None
    marks: tuple[SampleMark, ...] = ()
    heard: tuple[SampleWords, ...] = ()
    ended_minutes_ago: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Everything in ``samples.json``; ``rides`` are in order of time, ``planned`` is still to come."""

    manager: Manager
    reps: tuple[SampleRep, ...]
    heard: tuple[Phrases, ...]
    introduction: str
    rides: tuple[Ride, ...]
    planned: Ride


@cache
def samples() -> Samples:
    """:returns: who and what the samples are about."""
    return from_json(Samples, _FILE.read_text("utf-8"))
