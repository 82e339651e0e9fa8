from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta, timezone

import pytest
from PySide6.QtCore import QLocale

from scoring.facts import facts_of
from tests.builders import NINE, Log, a_call, a_rep, a_tee_up
from ui.words import call_title, day_words, days_ago, how_long_ago, short_day, time_words, when_words

TODAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def _british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Today"),
        (-1, "Yesterday"),
        (1, "Tomorrow"),
        (-2, "2 days ago"),
        (-400, "400 days ago"),
        (2, "12 Mar"),
        (365, "10 Mar 2027"),
    ],
)
def test_days_in_words(days: int, words: str) -> None:
    assert days_ago(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-5, "just now"),
        (0.9, "just now"),
        (1, "1 minute ago"),
        (59, "59 minutes ago"),
        (60, "1 hour ago"),
        (23 * 60, "23 hours ago"),
        (24 * 60, "1 day ago"),
        (72 * 60, "3 days ago"),
    ],
)
def test_how_long_ago_in_words(minutes: float, words: str) -> None:
    assert how_long_ago(NINE - timedelta(minutes=minutes), NINE) == words


def test_a_day_and_a_time_as_the_region_writes_them() -> None:
    assert day_words(TODAY) == "Tuesday 10 March"
    assert short_day(TODAY, TODAY) == "10 Mar"
    assert time_words(NINE) == "09:00"
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert day_words(TODAY) == "Dienstag 10 März"


def test_a_planned_time_is_shown_as_it_was_agreed() -> None:
    assert when_words(NINE.replace(hour=14), NINE) == "Today 14:00"
    assert when_words(NINE + timedelta(days=1), NINE) == "Tomorrow 09:00"
    in_summer_time = (NINE + timedelta(days=30)).replace(hour=14, tzinfo=timezone(timedelta(hours=2)))
    assert when_words(in_summer_time, NINE) == "9 Apr 14:00"


def test_a_call_is_called_by_its_customer_or_as_new() -> None:
    rep = a_rep("Priya Nair")
    call = a_call(rep)
    log = Log(call)
    log.planned(a_tee_up(customer=" Elm Street Clinic "))
    facts = facts_of(call, log.state)
    assert call_title(facts, rep) == "Elm Street Clinic with Priya"
    assert call_title(replace(facts, customer="  "), rep) == "New call with Priya"
