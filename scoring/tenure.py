"""How long somebody has been selling for us, as far as it decides anything: their first months, or later."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from scoring.cadence import CadencePlan
from scoring.months import months_after

FIRST_MONTHS = 3
"""How long the first months last where the manager's plan does not say it: the step of the usual cadence."""


class Tenure(StrEnum):
    """The first months, or later than that."""

    FIRST_MONTHS = "first_months"
    LATER = "later"


def tenure_of(since: date | None, plan: CadencePlan, today: date) -> Tenure:
    """:param since: the first day with us, or of the first joint call; who is not known to be new is not.
    :param plan: its second step begins after the first months.
    """
    if since is None:
        return Tenure.LATER
    months = plan.steps[1].from_month if len(plan.steps) > 1 else FIRST_MONTHS
    return Tenure.FIRST_MONTHS if today < months_after(since, months) else Tenure.LATER
