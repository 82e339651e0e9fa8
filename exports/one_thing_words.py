"""The one thing worth changing, said about behaviour and kindly: what was so, how often, and what to try next."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.measures.one_thing import LATEST, Habit, OneThing
from scoring.measures.spread import LEAST_TO_TELL
from scoring.text import tr


@dataclass(frozen=True, slots=True)
class OneThingSaid:
    """What was so, and one thing to try."""

    fact: str
    advice: str

    def __str__(self) -> str:
        return f"{self.fact} {self.advice}"


def one_thing_said(found: OneThing) -> OneThingSaid:
    """:returns: two short sentences about the latest calls."""
    fact, advice = _words()[found.habit]
    return OneThingSaid(fact.format(n=len(found.shown), of=len(found.calls)), advice)


def _words() -> dict[Habit, tuple[str, str]]:
    return {
        Habit.SHARE_OVER_GOAL: (
            tr("You spoke for longer than you meant to on {n} of the last {of} calls you observed."),
            tr("Let one silence pass before you fill it."),
        ),
        Habit.STEPS_OVER_GOAL: (
            tr("You stepped in more often than you meant to on {n} of the last {of} calls you observed."),
            tr("Write down what you wanted to say, and bring it to the debrief."),
        ),
        Habit.HAND_BACK_OVER_GOAL: (
            tr(
                "The floor went back later than you meant it to on {n} of the last {of} calls where you stepped in."
            ),
            tr("Agree beforehand on the sentence you hand it back with."),
        ),
        Habit.DEBRIEF_OVER_GOAL: (
            tr("{n} of the last {of} debriefs began later than you meant them to."),
            tr("Put the debrief into the calendar together with the call."),
        ),
        Habit.NOT_TEED_UP: (
            tr("{n} of the last {of} calls began without a purpose and an introduction agreed."),
            tr("Two minutes before you walk in are enough."),
        ),
        Habit.AS_BOSS: (
            tr("You were introduced as “my boss” on {n} of the last {of} calls where it was noted."),
            tr("Agree beforehand on the words of the introduction."),
        ),
        Habit.TAKEN_OVER: (
            tr("You stepped in without being asked on {n} of the last {of} calls you observed."),
            tr("Agree beforehand on what you step in for."),
        ),
        Habit.NEVER_BACK: (
            tr("The rep did not get the floor back on {n} of the last {of} calls where you stepped in."),
            tr("Agree beforehand on the sentence you hand it back with."),
        ),
        Habit.WITHOUT_REP: (
            tr("{n} of the last {of} debriefs took place without the rep."),
            tr("A few minutes together tell more than a page."),
        ),
        Habit.GAPS_ALONE: (
            tr("No strength was named on {n} of the last {of} calls where you wrote down what you saw."),
            tr("Begin with one thing that went well, and when."),
        ),
        Habit.NOT_IN_THEIR_WORDS: (
            tr("{n} of the last {of} debriefs ended before the rep had said it in their own words."),
            tr("Ask at the end: what will you do differently?"),
        ),
    }


def how_one_thing_is_chosen() -> str:
    """:returns: the rule, in words."""
    return tr(
        "Looked at are the latest calls that say something about it, {least} to {most} of them; it is said only where "
        "it was so on more than half. What you missed most of your own goals comes first. Where nothing holds, "
        "nothing is said. It was so on:"
    ).format(least=LEAST_TO_TELL, most=LATEST)
