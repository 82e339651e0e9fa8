"""Everything the mirror shows, worked out in one look at the store. It is for the manager alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from exports.overview import standings
from scoring.measures.cadence_kept import CadenceKept, cadence_kept
from scoring.measures.coaching_closed import coaching_closed
from scoring.measures.debrief_delay import DebriefDelays, debrief_delays
from scoring.measures.followed_through import FollowedThrough, followed_through
from scoring.measures.hand_back import HandBacks, hand_backs
from scoring.measures.introductions import Introductions, introductions
from scoring.measures.one_thing import OneThing, one_thing
from scoring.measures.over_calls import Measured, Tally, in_time
from scoring.measures.own_share import own_share
from scoring.measures.rep_first import RepFirst, rep_first
from scoring.measures.step_ins import StepIns, step_ins
from scoring.measures.strengths_first import StrengthsFirst, strengths_first
from scoring.measures.tee_ups import tee_ups
from scoring.merging import folded_name
from scoring.mirror import MirrorCall
from scoring.mirror_goals import SETTING, MirrorGoals
from scoring.months import months_after
from scoring.people import Manager, Rep

if TYPE_CHECKING:
    from scoring.store import Store

MONTHS = (3, 12, 24)
"""The times that can be looked at: the last three months, the last year, the last two."""
LATEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """What the calls ``since`` a day say about the manager; ``cadence`` is how it stands today.

    ``calls`` is how many took place; ``of_others`` are left out everywhere: those that were brought in from a file, and
    that somebody of another name had sat in on. ``observed`` are the latest of those that were to be observed, the last
    one first. ``reps`` are those who count, by the hex of every id that a call may name.
    """

    since: date
    months: int
    calls: int
    of_others: int
    goals: MirrorGoals
    one_thing: OneThing | None
    own_share: Measured
    step_ins: StepIns
    hand_backs: HandBacks
    tee_ups: Tally
    introductions: Introductions
    debrief_delays: DebriefDelays
    rep_first: RepFirst
    strengths_first: StrengthsFirst
    coaching_closed: Tally
    followed_through: FollowedThrough
    cadence: CadenceKept
    observed: tuple[MirrorCall, ...]
    reps: Mapping[str, Rep]


def mirror(store: Store, months: int, now: datetime) -> Mirror:
    """Work it out; nothing is changed.

    :param months: how far back to look.
    :param now: the present time, with the offset of this computer.
    """
    since = months_after(now.date(), -months)
    everybodys = store.facts.mirror_calls(datetime.combine(since, time(), now.tzinfo))
    calls = in_time(_own(everybodys, store.settings.get("manager", Manager, Manager())))
    goals = goals_in(store)
    reps = store.counted_reps()
    return Mirror(
        since=since,
        months=months,
        calls=len(calls),
        of_others=len(everybodys) - len(calls),
        goals=goals,
        one_thing=one_thing(calls, goals),
        own_share=own_share(calls),
        step_ins=step_ins(calls),
        hand_backs=hand_backs(calls),
        tee_ups=tee_ups(calls),
        introductions=introductions(calls),
        debrief_delays=debrief_delays(calls),
        rep_first=rep_first(calls),
        strengths_first=strengths_first(calls),
        coaching_closed=coaching_closed(calls),
        followed_through=followed_through(calls, now.date()),
        cadence=cadence_kept(standings(store, now.date())),
        observed=tuple([call for call in calls if call.observed][: -LATEST - 1 : -1]),
        reps={rep.id.hex: rep for rep in reps},
    )


def _own(calls: list[MirrorCall], manager: Manager) -> list[MirrorCall]:
    """:returns: the calls without those of others; all of them while the manager has no name here."""
    me = folded_name(manager.name)
    if not me:
        return calls
    named = {call.sat_in_by for call in calls if call.sat_in_by}
    others = {name for name in named if folded_name(name) != me}
    return [call for call in calls if call.sat_in_by not in others] if others else calls


def goals_in(store: Store) -> MirrorGoals:
    """:returns: the manager's own goals; none where none was set."""
    return store.settings.get(SETTING, MirrorGoals, MirrorGoals())


def keep_goals(store: Store, goals: MirrorGoals) -> None:
    """Keep the manager's own goals."""
    store.settings.put(SETTING, goals)
