"""Reckoning with months, as people do: the same day of a later one."""

from __future__ import annotations

from datetime import date, timedelta


def months_after(day: date, months: int) -> date:
    """:returns: the same day of a later month, or the last day of that month where it is shorter; the last day there
    is where the calendar ends."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if years > date.max.year:
        return date.max
    return date(years, month + 1, min(day.day, _length(years, month + 1)))


def _length(year: int, month: int) -> int:
    """Not by ``calendar``, which takes longer to import than a list of reps to read."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day
