"""How long pages are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from scoring.codec import as_json, from_json
from scoring.entry import HandedOver, PageAmended
from scoring.facts import CallFacts, facts_of
from scoring.handing_over import Amendment, HandOver, PageContext
from scoring.holds import lift_hold, place_hold
from scoring.people import Manager
from scoring.privacy import card_of
from scoring.retention import MOST_MONTHS, Due, KeptFor, Retention, due, organisations
from tests.builders import NINE, Log, a_call, a_rep, an_id

NORTHWIND = "Northwind Chairs"
TWO_YEARS = Retention().keeping(NORTHWIND, 24)


def a_call_days_ago(days: int, rep_id: UUID | None = None) -> CallFacts:
    log = Log(start=NINE - timedelta(days=days))
    log.planned()
    log.started()
    log.ended("30:00")
    return replace(facts_of(a_call(), log.state), rep_id=rep_id or an_id())


def due_of(*calls: CallFacts, retention: Retention = TWO_YEARS, **more: object) -> list[Due]:
    names = {call.call_id: NORTHWIND for call in calls}
    return due(calls, names, retention, NINE.date(), **more)  # pyright: ignore[reportArgumentType]


def test_a_call_is_due_on_the_very_day_and_not_before() -> None:
    exactly = a_call_days_ago((NINE.date() - date(2024, 3, 10)).days)
    day_less = a_call_days_ago((NINE.date() - date(2024, 3, 11)).days)
    [found] = due_of(day_less, exactly)
    assert (found.call, found.due_on) == (exactly, date(2026, 3, 10))
    assert found.why == "Northwind Chairs keeps pages for 24 months."


def test_what_is_due_longest_comes_first() -> None:
    calls = [a_call_days_ago(days) for days in (800, 1200, 900)]
    assert [one.call for one in due_of(*calls)] == [calls[1], calls[2], calls[0]]


def test_nothing_is_due_while_no_limit_was_said() -> None:
    old = a_call_days_ago(9_000)
    assert due_of(old, retention=Retention()) == []
    assert due_of(old, retention=TWO_YEARS.keeping(NORTHWIND, 0)) == []
    assert due([old], {}, TWO_YEARS, NINE.date()) == [], "nobody said what an unnamed organisation does"


@pytest.mark.parametrize("name", ["northwind  chairs ", "NORTHWIND CHAIRS", " Northwind\tChairs"])
def test_an_organisation_is_the_same_in_other_letters(name: str) -> None:
    assert TWO_YEARS.months(name) == 24
    assert TWO_YEARS.keeping(name, 12).kept == (KeptFor(organisation=name, months=12),)


def test_another_organisation_keeps_its_own_time() -> None:
    both = TWO_YEARS.keeping("Elm Street", 6)
    assert (both.months("elm street"), both.months(NORTHWIND), both.months("Others")) == (6, 24, 0)


def test_what_is_held_is_listed_with_its_holds() -> None:
    rep, twin = an_id(), an_id()
    held, free = a_call_days_ago(900, rep), a_call_days_ago(800)
    hold = place_hold("A lawsuit", NINE, rep_id=twin)
    first, second = due_of(held, free, holds=[hold], merges={twin: rep})
    assert (first.held_by, second.held_by) == ((hold,), ())
    assert due_of(held, holds=[lift_hold(hold, NINE)], merges={twin: rep})[0].held_by == ()


def test_the_organisation_of_a_call_is_the_one_on_its_latest_page() -> None:
    handed, amended, plain = an_id(), an_id(), an_id()
    context = PageContext(rep=card_of(a_rep()), manager=Manager(organisation="Elm Street"))
    later = replace(context, manager=Manager(organisation=""))
    pages = {
        handed: HandedOver(how=HandOver.PRINTED, context=context),
        amended: PageAmended(
            until=an_id(), amendment=Amendment(reason="A slip", author="Dana"), context=later
        ),
    }
    found = organisations([handed, amended, plain], pages, NORTHWIND)
    assert found == {handed: "Elm Street", amended: "", plain: NORTHWIND}


def test_what_was_said_of_an_organisation_survives_the_file() -> None:
    assert from_json(Retention, as_json(TWO_YEARS)) == TWO_YEARS


@pytest.mark.parametrize("months", [-1, MOST_MONTHS + 1])
def test_no_organisation_keeps_pages_for_less_than_no_time_or_for_ages(months: int) -> None:
    with pytest.raises(ValueError, match="months"):
        KeptFor(organisation=NORTHWIND, months=months)
