"""What manager and rep agree before they walk in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from scoring.call_type import CallType
from scoring.codec import IF_KNOWN
from scoring.rubric import Rubric

MOST_FOCUS_SKILLS = 2


class Way(StrEnum):
    """How the manager sits in: with the laptop open, with a narrow strip above a meeting window, or with no device at
    all, writing down afterwards what is remembered.
    """

    OPEN_LAPTOP = "open_laptop"
    DISCREET = "discreet"
    NO_DEVICE = "no_device"


class Chooser(StrEnum):
    """Who chose which call the manager comes along to: a rep who always chooses shows their best ones."""

    REP = "rep"
    MANAGER = "manager"
    BOTH = "both"


class StepInReason(StrEnum):
    """The few agreed reasons for the manager to take the floor. ``OTHER`` goes with words of their own."""

    ASKED = "asked"
    FACTS = "facts"
    ARGUMENT = "argument"
    OTHER = "other"


class Told(StrEnum):
    """What the rep was told about the record of this call."""

    WHY = "why"
    WHAT_IS_STORED = "what"
    WHO_SEES_IT = "who"
    HOW_TO_CHALLENGE = "challenge"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeeUp:
    """The agreement for one joint call.

    ``parts`` is who does what on a call sold together. ``step_in_reasons`` empty means "never"; ``step_in_other`` are
    the words for OTHER. ``focus_skills`` are skill ids of the rubric ``rubric_id`` in its version ``rubric_version``,
    two at most. ``planned_at`` carries its UTC offset. ``way`` is how the manager means to sit in,
    ``chosen_by`` who chose the call, None where that was not said.
    """

    customer: str = ""
    people_met: str = ""
    planned_at: datetime | None = None
    planned_minutes: int = 45
    call_type: CallType = CallType.OBSERVE
    way: Way = Way.OPEN_LAPTOP
    parts: str = ""
    purpose: str = ""
    best: str = ""
    least: str = ""
    introduction: str = ""
    step_in_reasons: tuple[StepInReason, ...] = (StepInReason.ASKED,)
    step_in_other: str = ""
    focus_skills: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    rubric_id: str = ""
    rubric_version: int = 1
    chosen_by: Chooser | None = field(default=None, metadata=IF_KNOWN)

    def __post_init__(self) -> None:
        if len(self.focus_skills) > MOST_FOCUS_SKILLS:
            raise ValueError("two focus skills at most")
        if self.planned_minutes <= 0:
            raise ValueError("a call takes at least a minute")


def next_tee_up(previous: TeeUp | None, rubric: Rubric, now: datetime) -> TeeUp:
    """Begin a tee-up where the last one with this rep ended.

    Type, way of sitting in, introduction, step-in rule and focus skills are carried over; customer and purpose are new
    every time.

    :param previous: the tee-up of the last call with this rep, or None for the first one.
    :param now: the wall time; the call is planned for the next full half hour.
    """
    plan = TeeUp(planned_at=_next_half_hour(now))
    if previous is None:
        return with_rubric(plan, rubric)
    carried = replace(
        plan,
        planned_minutes=previous.planned_minutes,
        call_type=previous.call_type,
        way=previous.way,
        introduction=previous.introduction,
        step_in_reasons=previous.step_in_reasons,
        step_in_other=previous.step_in_other,
        focus_skills=previous.focus_skills,
        told=previous.told,
    )
    return with_rubric(carried, rubric)


def with_rubric(plan: TeeUp, rubric: Rubric) -> TeeUp:
    """:returns: ``plan`` for this rubric, with those of its focus skills that the rubric has too."""
    known = {skill.id for skill in rubric.skills}
    return replace(
        plan,
        rubric_id=rubric.id,
        rubric_version=rubric.version,
        focus_skills=tuple(skill for skill in plan.focus_skills if skill in known),
    )


def _next_half_hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(minutes=30 * (now.minute // 30 + 1))
