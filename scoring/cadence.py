"""How often the manager means to ride along with each rep, and who is due by that. A plan, never a reminder.

It goes by tenure: somebody new is seen more often. The default, monthly for the first three months and quarterly from
then on, is common advice for joint field visits and no finding; it is the manager's to change. All of it is private to
the manager (``Matter.MIRROR``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scoring.months import months_after
from scoring.people import Rep

SETTING = "cadence"
"""Under this key a ``CadencePlan`` stands among the settings."""
MOST_MONTHS = 60
SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From so many months with us on: one joint call every so many months, or none planned where that is 0."""

    from_month: int
    every: int

    def __post_init__(self) -> None:
        if not (0 <= self.from_month <= MOST_MONTHS and 0 <= self.every <= MOST_MONTHS):
            raise ValueError(f"a step of a plan is said in 0 to {MOST_MONTHS} months")


@dataclass(frozen=True, slots=True, kw_only=True)
class CadencePlan:
    """Steps by tenure: the first from the first day on, each later one from a later month on."""

    steps: tuple[Step, ...] = (Step(from_month=0, every=1), Step(from_month=3, every=3))

    def __post_init__(self) -> None:
        begins = [step.from_month for step in self.steps]
        if not begins or begins[0] != 0 or begins != sorted(set(begins)):
            raise ValueError("the steps of a plan begin with the first day and follow each other")


def two_step_plan(first_months: int, every_at_first: int, every_then: int) -> CadencePlan:
    """:returns: "in the first N months every M months, then every K months"; with ``first_months`` 0 only the last."""
    then = Step(from_month=first_months, every=every_then)
    if not first_months:
        return CadencePlan(steps=(then,))
    return CadencePlan(steps=(Step(from_month=0, every=every_at_first), then))


class Seen(StrEnum):
    """How a rep stands by the plan: never seen, late, due within two weeks, seen lately enough, or none planned."""

    NEVER = "never"
    LATE = "late"
    DUE = "due"
    FINE = "fine"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a rep stands, and the day by which the next joint call is planned.

    ``due`` is None where none is planned, and for somebody never seen of whom nobody knows since when they are here.
    """

    seen: Seen
    due: date | None = None


def standing(
    rep: Rep,
    last_seen: date | None,
    plan: CadencePlan,
    override: int | None,
    today: date,
    *,
    first_seen: date | None = None,
) -> Standing:
    """Say who is due: by the step in force on the day itself, so that the last call of the first months is followed by
    the next one as the later step has it. Who became late by an earlier step stays late until they are seen.

    :param last_seen: the day of the last joint call that took place, or None.
    :param override: what is planned for this rep in months instead of the plan, 0 for none; None is by the plan.
    :param first_seen: the day of the first one; with us since then, where the rep's first day is not known. Where
        neither is, the last step holds.
    """
    steps = plan.steps if override is None else (Step(from_month=0, every=override),)
    if rep.retired_at is not None or not any(step.every for step in steps):
        return Standing(seen=Seen.NONE)
    since = rep.started_on or first_seen
    from_day = last_seen or rep.started_on
    if from_day is None:
        return Standing(seen=Seen.NEVER if steps[-1].every else Seen.NONE)
    due = _due(steps, since, from_day)
    if due is None:
        return Standing(seen=Seen.NONE)
    return Standing(seen=_seen(due, today) if last_seen else Seen.NEVER, due=due)


def by_urgency(standing: Standing) -> tuple[int, date]:
    """:returns: what to sort by to have first who is late, the longest first, then who was never seen, then the rest by
    the day they are due."""
    order = (Seen.LATE, Seen.NEVER, Seen.DUE, Seen.FINE, Seen.NONE)
    return order.index(standing.seen), standing.due or date.min


def _seen(due: date, today: date) -> Seen:
    if due < today:
        return Seen.LATE
    return Seen.DUE if due - today <= SOON else Seen.FINE


def _due(steps: tuple[Step, ...], since: date | None, from_day: date) -> date | None:
    """:returns: the first day on which the step of that day has had its months since ``from_day``, or None if no step
    plans any from then on."""
    if since is None:
        return months_after(from_day, steps[-1].every) if steps[-1].every else None
    begins = [date.min, *(months_after(since, step.from_month) for step in steps[1:])]
    ends = [*begins[1:], None]
    for step, begin, end in zip(steps, begins, ends, strict=True):
        day = max(begin, months_after(from_day, step.every))
        if step.every and (end is None or day < end):
            return day
    return None
