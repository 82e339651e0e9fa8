"""The same day of a later month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.months import months_after

MOST_MONTHS = 1_200


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-11-30", 24, "2028-11-30"),
        ("2026-03-10", 0, "2026-03-10"),
        ("9999-06-01", 12, "9999-12-31"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one_there_is(day: str, months: int, then: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
MONTHS = st.integers(0, MOST_MONTHS)


@given(DAYS, MONTHS)
def test_so_many_months_later_is_in_that_month_and_never_on_a_later_day_of_it(day: date, months: int) -> None:
    then = months_after(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day == min(day.day, monthrange(then.year, then.month)[1])


@given(DAYS, DAYS, MONTHS)
def test_the_earlier_call_is_never_due_later(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert months_after(first, months) <= months_after(second, months)


@given(DAYS, st.integers(0, 600), st.integers(0, 600))
def test_a_longer_time_is_never_over_sooner(day: date, one: int, more: int) -> None:
    assert months_after(day, one) <= months_after(day, one + more)
