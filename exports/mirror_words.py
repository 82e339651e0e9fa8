"""Small words of the mirror: figures, lengths and goals."""

from __future__ import annotations

from exports.wording import MINUTE_MS, SECOND_MS, duration_text, stretch_text
from scoring.mirror_goals import DebriefBy, MirrorGoals
from scoring.text import tr, trn


def others_words(calls: int) -> str:
    """:returns: how many calls are somebody else's; empty where none is."""
    words = trn(
        "{n} more is left out: somebody else sat in.", "{n} more are left out: somebody else sat in.", calls
    )
    return words.format(n=calls) if calls else ""


def per_cent(share: float) -> str:
    """:returns: a share (0 to 1) as ``"12 %"``."""
    return tr("{n} %").format(n=round(share * 100))


def count_text(value: float) -> str:
    """:returns: a number as ``"2"`` or ``"1.5"``."""
    return (
        str(round(value))
        if value == round(value)
        else tr("{whole}.{tenths}").format(whole=int(value), tenths=round(value * 10) % 10)
    )


def stretch_words(ms: float) -> str:
    """:returns: how long the floor was held, as ``"40 s"`` or ``"2 min 10 s"``."""
    return stretch_text(round(ms))


def delay_words(ms: float) -> str:
    """:returns: how long something took to begin, as ``"12 minutes"``; under a minute in words."""
    return duration_text(round(ms)) if ms >= MINUTE_MS else tr("straight after")


def debrief_by_words(by: DebriefBy) -> str:
    """:returns: by when a debrief is to begin, as a goal."""
    return {
        DebriefBy.QUARTER: tr("within 15 minutes"),
        DebriefBy.HALF_HOUR: tr("within half an hour"),
        DebriefBy.HOUR: tr("within an hour"),
        DebriefBy.SAME_DAY: tr("on the same day"),
    }[by]


def share_goal(goals: MirrorGoals) -> str:
    """:returns: the goal as a sentence; empty where there is none."""
    if goals.share_at_most is None:
        return ""
    return tr("My goal: {n} % at most.").format(n=goals.share_at_most)


def steps_goal(goals: MirrorGoals) -> str:
    """:returns: the goal as a sentence; empty where there is none."""
    if goals.steps_at_most is None:
        return ""
    return tr("My goal: {n} at most.").format(n=goals.steps_at_most)


def hand_back_goal(goals: MirrorGoals) -> str:
    """:returns: the goal as a sentence; empty where there is none."""
    if goals.hand_back_s is None:
        return ""
    return tr("My goal: within {time}.").format(time=stretch_text(goals.hand_back_s * SECOND_MS))


def debrief_goal(goals: MirrorGoals) -> str:
    """:returns: the goal as a sentence; empty where there is none."""
    if goals.debrief_by is None:
        return ""
    return tr("My goal: {when}.").format(when=debrief_by_words(goals.debrief_by))
