"""What manager and rep agree before they walk in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST_FOCUS_SKILLS = 2


class CallType(StrEnum):
    """Who leads, declared before the call: it decides what happens when the rep errs, and what measures mean."""

    OBSERVE = "observe"
    TOGETHER = "together"
    SHOW = "show"


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
    two at most. ``planned_at`` carries its UTC offset.
    """

    customer: str = ""
    people_met: str = ""
    planned_at: datetime | None = None
    planned_minutes: int = 45
    call_type: CallType = CallType.OBSERVE
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

    def __post_init__(self) -> None:
        if len(self.focus_skills) > MOST_FOCUS_SKILLS:
            raise ValueError("two focus skills at most")
        if self.planned_minutes <= 0:
            raise ValueError("a call takes at least a minute")
