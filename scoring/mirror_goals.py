"""The manager's own goals for the mirror. There are none until the manager sets one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scoring.mirror import MirrorCall

SETTING = "mirror_goals"
"""Under this key ``MirrorGoals`` stand among the settings."""
MINUTE_MS = 60_000


class DebriefBy(StrEnum):
    """By when the debrief is to begin: so many minutes after the call, or on its day. Straight after and once at the
    end of a field day are both respectable (practice.md, section 3.7)."""

    QUARTER = "15"
    HALF_HOUR = "30"
    HOUR = "60"
    SAME_DAY = "same_day"

    @property
    def ms(self) -> int | None:
        """The longest delay that keeps it (ms), or None where the day counts."""
        return None if self is DebriefBy.SAME_DAY else int(self.value) * MINUTE_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorGoals:
    """Each is None while no goal is set: own share of the floor (per cent) and step-ins a call at most, and how soon to
    debrief and to hand back (s)."""

    share_at_most: int | None = None
    steps_at_most: int | None = None
    debrief_by: DebriefBy | None = None
    hand_back_s: int | None = None

    def __post_init__(self) -> None:
        if self.share_at_most is not None and not 0 <= self.share_at_most <= 100:
            raise ValueError("a share is 0 to 100 per cent")
        if (self.steps_at_most or 0) < 0 or (self.hand_back_s or 0) < 0:
            raise ValueError("a goal is not under nought")


def missed_share(call: MirrorCall, goals: MirrorGoals) -> bool | None:
    """:returns: whether the own share was over the goal by more than its margin, or None where that cannot be said: a
    share that may be within the goal is not held against anybody."""
    if goals.share_at_most is None or not call.observed or call.share is None or call.margin is None:
        return None
    return call.share * 100 - call.margin > goals.share_at_most


def missed_steps(call: MirrorCall, goals: MirrorGoals) -> bool | None:
    """:returns: whether there were more step-ins than the goal, or None where the call was not one to observe, or no
    more than the goal are remembered of it."""
    if goals.steps_at_most is None or not call.observed:
        return None
    return call.steps > goals.steps_at_most or (None if call.from_memory else False)


def missed_hand_back(call: MirrorCall, goals: MirrorGoals) -> bool | None:
    """:returns: whether the floor went back later than the goal, or never, or None where nothing logged says so."""
    if goals.hand_back_s is None or not call.observed or not (call.hand_backs or call.never_back):
        return None
    return call.never_back > 0 or max(call.hand_backs) > goals.hand_back_s * 1_000


def missed_debrief(call: MirrorCall, goals: MirrorGoals) -> bool | None:
    """:returns: whether the debrief began later than the goal, or None where that was not logged as it happened."""
    if goals.debrief_by is None or call.delay_ms is None or call.end_recalled:
        return None
    most = goals.debrief_by.ms
    return not call.same_day if most is None else call.delay_ms > most
