"""A store with a few calls that say something about the manager."""

from __future__ import annotations

from datetime import datetime, timedelta

from scoring.call import Call
from scoring.debrief import Debrief
from scoring.entry import (
    Debriefed,
    Floor,
    FloorTaken,
    HandedBack,
    Introduced,
    Introduction,
    SelfViewed,
    SteppedIn,
    Viewed,
    WithoutRep,
)
from scoring.people import Rep
from scoring.rubric import default_rubric
from scoring.store.store import Store
from tests.builders import NINE, Log, a_call, a_self_view, a_tee_up, a_view


def a_call_for_the_mirror(
    store: Store, rep: Rep, day: float, *, taken_over: bool = False, without_rep: bool = False
) -> Call:
    """Keep a call of twelve minutes with floor taps, a step-in of half a minute and a debrief 20 minutes after its end.

    :param day: so many days after the first one.
    :param taken_over: nobody had asked for the step-in.
    """
    start = NINE + timedelta(days=day)
    call = a_call(rep, created_at=start)
    log = Log(call, start)
    log.planned(a_tee_up(focus_skills=("asks-before-answering",), rubric_id=default_rubric().id))
    log.started()
    log.at("00:01", Introduced(how=Introduction.AS_AGREED))
    for minute in range(12):
        for second, who in ((2, Floor.REP), (30, Floor.CUSTOMER), (48, Floor.ME), (60, Floor.NOBODY)):
            log.at_ms(minute * 60_000 + second * 1000, FloorTaken(who=who))
    if taken_over:
        log.at("12:05", SteppedIn())
        log.at("12:35", HandedBack())
    log.ended("13:00")
    log.at("15:00", Viewed(view=a_view()))
    log.at("33:00", WithoutRep() if without_rep else SelfViewed(self_view=a_self_view()))
    log.at("40:00", Debriefed(debrief=Debrief(can_say=True)))
    store.calls.add(call)
    store.append(log.entries)
    return call


def days_after(days: float) -> datetime:
    """:returns: so many days after the first call."""
    return NINE + timedelta(days=days)
