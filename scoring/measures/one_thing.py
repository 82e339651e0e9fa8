"""The one thing worth changing: at most one habit of the manager, and nothing where the calls do not carry one.

The rule. For each habit the latest calls are looked at that say anything about it: six at most, four at least. It is
worth a sentence where it was so on more than half of them. Own goals go first: of those that are missed so, the one
that is missed on the largest part of its calls, so that minutes are never weighed against per cents. Where none is, a
few habits that practice.md calls the end of a coaching call, each only while no goal of the manager's own says
something about the same: among them again the most frequent. Equal ones go in the order of ``Habit``. There is no
praise either: "all is fine" would be a score.

A share counts as over its goal only by more than its margin. A question that was left open says nothing about a habit,
in either direction. What is remembered never takes a habit away
(``scoring/measures/introductions.py`` says the same).
Source: practice.md, sections 1, 3 and 6.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring.entry import Introduction
from scoring.measures.over_calls import in_time
from scoring.measures.spread import LEAST_TO_TELL
from scoring.mirror import MirrorCall
from scoring.mirror_goals import (
    MirrorGoals,
    missed_debrief,
    missed_hand_back,
    missed_share,
    missed_steps,
)

LATEST = 6
Check = Callable[[MirrorCall, MirrorGoals], bool | None]
"""Whether a call shows a habit, or None where it says nothing about it."""


class Habit(StrEnum):
    """What may be worth changing, in the order of a call."""

    SHARE_OVER_GOAL = "share_over_goal"
    STEPS_OVER_GOAL = "steps_over_goal"
    HAND_BACK_OVER_GOAL = "hand_back_over_goal"
    DEBRIEF_OVER_GOAL = "debrief_over_goal"
    NOT_TEED_UP = "not_teed_up"
    AS_BOSS = "as_boss"
    TAKEN_OVER = "taken_over"
    NEVER_BACK = "never_back"
    WITHOUT_REP = "without_rep"
    GAPS_ALONE = "gaps_alone"
    NOT_IN_THEIR_WORDS = "not_in_their_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneThing:
    """The ``habit``, and the latest ``calls`` that say something about it, latest first, with those it was ``shown``
    on."""

    habit: Habit
    calls: tuple[MirrorCall, ...]
    shown: tuple[MirrorCall, ...]


def one_thing(calls: Iterable[MirrorCall], goals: MirrorGoals) -> OneThing | None:
    """:returns: what is worth changing, by the rule above, or None where nothing can be said."""
    latest_first = in_time(calls)[::-1]
    for checks in (_GOALS, _RULES):
        found = [_look(habit, check, latest_first, goals) for habit, check in checks.items()]
        worth = [one for one in found if one is not None]
        if worth:
            return max(worth, key=_frequency)  # the first of equal ones
    return None


def _frequency(one: OneThing) -> float:
    return len(one.shown) / len(one.calls)


def _look(
    habit: Habit, check: Check, latest_first: Sequence[MirrorCall], goals: MirrorGoals
) -> OneThing | None:
    looked_at: list[MirrorCall] = []
    shown: list[MirrorCall] = []
    for call in latest_first:
        is_so = check(call, goals)
        if is_so is None:
            continue
        looked_at.append(call)
        if is_so:
            shown.append(call)
        if len(looked_at) == LATEST:
            break
    if len(looked_at) < LEAST_TO_TELL or 2 * len(shown) <= len(looked_at):
        return None
    return OneThing(habit=habit, calls=tuple(looked_at), shown=tuple(shown))


def _not_teed_up(call: MirrorCall, _goals: MirrorGoals) -> bool | None:
    return not call.teed_up


def _as_boss(call: MirrorCall, _goals: MirrorGoals) -> bool | None:
    if call.introduction is None:
        return None
    as_boss = call.introduction == Introduction.AS_BOSS
    return True if as_boss else None if call.introduction_recalled else False


def _taken_over(call: MirrorCall, goals: MirrorGoals) -> bool | None:
    if goals.steps_at_most is not None or not call.observed:
        return None
    return call.taken_over > 0 or (None if call.from_memory else False)


def _never_back(call: MirrorCall, goals: MirrorGoals) -> bool | None:
    if goals.hand_back_s is not None or not call.observed or not (call.hand_backs or call.never_back):
        return None
    return call.never_back > 0


def _without_rep(call: MirrorCall, _goals: MirrorGoals) -> bool | None:
    return call.without_rep and not call.rep_first if call.debrief_begun else None


def _gaps_alone(call: MirrorCall, _goals: MirrorGoals) -> bool | None:
    return not call.strengths if call.strengths or call.gaps else None


def _not_in_their_words(call: MirrorCall, _goals: MirrorGoals) -> bool | None:
    return None if call.can_say is None or not call.debriefed else not call.can_say


_GOALS: dict[Habit, Check] = {
    Habit.SHARE_OVER_GOAL: missed_share,
    Habit.STEPS_OVER_GOAL: missed_steps,
    Habit.HAND_BACK_OVER_GOAL: missed_hand_back,
    Habit.DEBRIEF_OVER_GOAL: missed_debrief,
}
_RULES: dict[Habit, Check] = {
    Habit.NOT_TEED_UP: _not_teed_up,
    Habit.AS_BOSS: _as_boss,
    Habit.TAKEN_OVER: _taken_over,
    Habit.NEVER_BACK: _never_back,
    Habit.WITHOUT_REP: _without_rep,
    Habit.GAPS_ALONE: _gaps_alone,
    Habit.NOT_IN_THEIR_WORDS: _not_in_their_words,
}
