"""The steps of writing a call down: their keys and headings, and what stands for each in the contents."""

from __future__ import annotations

from enum import StrEnum

from scoring.entry import FloorRemembered, Marked, Moment, SteppedIn, What, WordsHeard
from scoring.floor import floor_figures
from scoring.state import CallState, Phase
from scoring.text import tr
from ui.recalled import recalled
from ui.widgets.skill_list import SkillState
from ui.words import time_words


class Step(StrEnum):
    """A step of writing a call down; the value is its key in the contents."""

    WHEN = "when"
    FLOOR = "floor"
    MARKS = "marks"
    MOMENTS = "moments"
    STEPS = "steps"


KINDS: dict[Step, tuple[type, ...]] = {
    Step.FLOOR: (FloorRemembered,),
    Step.MARKS: (Marked,),
    Step.MOMENTS: (Moment, WordsHeard),
    Step.STEPS: (SteppedIn,),
}


def steps_of(state: CallState) -> list[Step]:
    """:returns: the steps there are for a call: nothing is remembered before it is over, an end that was logged is not
    asked for, nor is a floor that was tapped."""
    if state.phase != Phase.ENDED:
        return [Step.WHEN]
    asked = [Step.WHEN] if state.end_is_recalled else []
    if floor_figures(state) is None:
        asked.append(Step.FLOOR)
    return [*asked, Step.MARKS, Step.MOMENTS, Step.STEPS]


def step_of(what: What) -> Step:
    """:returns: the step in which something is written down."""
    return next(step for step, kinds in KINDS.items() if isinstance(what, kinds))


def is_written(step: Step, state: CallState) -> bool:
    """:returns: whether there is an answer to a step."""
    return state.ended_at is not None if step == Step.WHEN else bool(recalled(state, *KINDS[step]))


def heading_of(step: Step) -> str:
    """:returns: the heading of a step."""
    return {
        Step.WHEN: tr("When it ended"),
        Step.FLOOR: tr("Who had the floor"),
        Step.MARKS: tr("What was seen and missed"),
        Step.MOMENTS: tr("Moments and words"),
        Step.STEPS: tr("Did I step in?"),
    }[step]


def summary_of(step: Step) -> str:
    """:returns: the line under the heading: what to think of."""
    return {
        Step.WHEN: tr("Roughly is enough. What you write is marked with the time since then."),
        Step.FLOOR: tr("Roughly, in words. From memory there are no figures."),
        Step.MARKS: tr("Press once for each time you remember."),
        Step.MOMENTS: tr("What to come back to, and what you can still hear them say."),
        Step.STEPS: tr("If not, go on. If so, press why, once for each time."),
    }[step]


def state_of(step: Step, state: CallState) -> SkillState:
    """:returns: a step, and whether something is written there."""
    if not is_written(step, state):
        return SkillState(step, heading_of(step), tr("to do"))
    words = time_words(state.ended_at) if step == Step.WHEN and state.ended_at else tr("written")
    return SkillState(step, heading_of(step), words)
