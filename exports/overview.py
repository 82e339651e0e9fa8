"""Everybody one rides along with and every open call, gathered from the store in one reading: what Home shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from exports.reading import rubric_in
from scoring.cadence import SETTING, CadencePlan, Standing, standing
from scoring.facts import CallFacts
from scoring.in_short import RepInShort
from scoring.people import Rep
from scoring.state import Phase
from scoring.wordings import Wording

if TYPE_CHECKING:
    from scoring.store import Store

MOST_OPEN = 8
"""So many open calls are shown at once: more than one gets through in a day, and the reps are still in sight."""
OPEN_PHASES = (Phase.RUNNING, Phase.ENDED, Phase.VIEWED, Phase.DEBRIEFED, Phase.PLANNED)
_URGENT_FIRST = (Phase.RUNNING, Phase.ENDED, Phase.VIEWED, Phase.PLANNED, Phase.DEBRIEFED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepLine:
    """One rep: the calls together in short, None where there were none; how they stand by the plan; and the name of the
    skill they work on, empty where there is none."""

    rep: Rep
    short: RepInShort | None
    standing: Standing
    skill_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCall:
    """A call with something left to do, and the rep it counts as."""

    facts: CallFacts
    rep: Rep


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everybody who is not retired, by name; the open calls in the order of what is next for them, and how many more
    there are."""

    reps: tuple[RepLine, ...]
    calls: tuple[OpenCall, ...]
    more: int


def overview(store: Store, now: datetime) -> Overview:
    """:returns: all of it, as it stands ``now``."""
    everybody = store.counted_reps()
    known = {rep.id: rep for rep in everybody}
    calls, more = _open_calls(store, now)
    return Overview(
        reps=_lines(store, [rep for rep in everybody if rep.retired_at is None], now.date()),
        calls=tuple(OpenCall(facts=call, rep=known[call.rep_id]) for call in calls),
        more=more,
    )


def standings(store: Store, today: date) -> dict[UUID, Standing]:
    """:returns: how everybody who counts stands by the plan, retired reps too, by id."""
    plan, overrides, seen = plan_in(store), store.cadences.all(), store.facts.seen_on()
    return {
        rep.id: _standing_of(rep, seen.get(rep.id), plan, overrides.get(rep.id), today)
        for rep in store.counted_reps()
    }


def plan_in(store: Store) -> CadencePlan:
    """:returns: the plan for everybody of whom nothing else was said."""
    return store.settings.get(SETTING, CadencePlan, CadencePlan())


def keep_plan(store: Store, plan: CadencePlan) -> None:
    """Keep another plan for everybody."""
    with store.batch():
        store.settings.put(SETTING, plan)


def keep_cadence(store: Store, rep_id: UUID, months: int | None) -> None:
    """Plan something else for one rep: every so many months, 0 for never; with None they go by the plan."""
    with store.batch():
        store.cadences.put(rep_id, months)


def _lines(store: Store, reps: list[Rep], today: date) -> tuple[RepLine, ...]:
    plan, overrides, shorts = plan_in(store), store.cadences.all(), store.facts.by_rep()
    names = {one: _skill_name(store, *one) for one in set(map(_worked_on, shorts.values()))}

    def line(rep: Rep) -> RepLine:
        short = shorts.get(rep.id)
        seen = (short.first_on, short.last_on) if short else None
        return RepLine(
            rep=rep,
            short=short,
            standing=_standing_of(rep, seen, plan, overrides.get(rep.id), today),
            skill_name=names[_worked_on(short)] if short else "",
        )

    return tuple(map(line, reps))


def _standing_of(
    rep: Rep, seen: tuple[date, date] | None, plan: CadencePlan, override: int | None, today: date
) -> Standing:
    """:param seen: the days of the first and the last joint call, or None where there was none."""
    first, last = seen or (None, None)
    return standing(rep, last, plan, override, today, first_seen=first)


def _worked_on(short: RepInShort) -> tuple[Wording, str]:
    return short.wording, short.skill


def _skill_name(store: Store, wording: Wording, skill: str) -> str:
    """A skill that no rubric here knows is told by its id."""
    rubric = rubric_in(store, wording.rubric_id, wording.version) if skill else None
    return next((known.name for known in rubric.skills if known.id == skill), skill) if rubric else skill


def _open_calls(store: Store, now: datetime) -> tuple[list[CallFacts], int]:
    """:returns: the most urgent of the open calls in the order they are shown, and how many others there are."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    found: list[CallFacts] = []
    for phase in _URGENT_FIRST:
        since = midnight if phase == Phase.PLANNED else None
        found += store.facts.some_in(phase, MOST_OPEN - len(found), since=since)
    total = store.facts.count_in(OPEN_PHASES)
    return sorted(found, key=lambda call: (OPEN_PHASES.index(call.phase), call.when)), total - len(found)
