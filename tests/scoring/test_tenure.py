"""Somebody is new for their first months, as the manager's plan has them."""

from __future__ import annotations

from datetime import date

import pytest

from scoring.cadence import CadencePlan, two_step_plan
from scoring.tenure import Tenure, tenure_of

BEGAN = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("today", "tenure"),
    [
        (date(2026, 1, 15), Tenure.FIRST_MONTHS),
        (date(2026, 4, 14), Tenure.FIRST_MONTHS),
        (date(2026, 4, 15), Tenure.LATER),
    ],
)
def test_the_first_months_are_those_of_the_usual_plan(today: date, tenure: Tenure) -> None:
    assert tenure_of(BEGAN, CadencePlan(), today) == tenure


def test_a_plan_with_a_longer_first_step_makes_them_longer() -> None:
    assert tenure_of(BEGAN, two_step_plan(6, 1, 3), date(2026, 7, 14)) == Tenure.FIRST_MONTHS


def test_a_plan_with_one_step_leaves_them_at_three() -> None:
    assert tenure_of(BEGAN, two_step_plan(0, 1, 3), date(2026, 4, 14)) == Tenure.FIRST_MONTHS
    assert tenure_of(BEGAN, two_step_plan(0, 1, 3), date(2026, 4, 15)) == Tenure.LATER


def test_who_is_not_known_to_be_new_is_not() -> None:
    assert tenure_of(None, CadencePlan(), BEGAN) == Tenure.LATER
