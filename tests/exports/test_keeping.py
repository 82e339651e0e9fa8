"""What is kept for how long, and what is due."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from exports.keeping import keep_for, keeping
from exports.page_source import page_source
from scoring.erasure import Receipt
from scoring.handing_over import HandOver
from scoring.holds import lift_hold, place_hold
from scoring.store.store import Store
from tests.exports.builders import DANA, MORNING, Told, a_debriefed_call

LATER = (MORNING + timedelta(days=800)).date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path)) as opened:
        yield opened


@pytest.fixture
def told(store: Store) -> Told:
    return a_debriefed_call().keep(store)


def hand_over(store: Store, told: Told, organisation: str) -> None:
    context = page_source(store, told.call.id).context
    manager = replace(DANA, organisation=organisation)
    store.append([told.book.hand_over(HandOver.PRINTED, replace(context, manager=manager))])


def test_without_a_limit_nothing_is_due(store: Store, told: Told) -> None:
    found = keeping(store, LATER)
    assert found.due == ()
    assert found.organisations == ("Northwind Chairs",)


def test_what_is_due_is_told_with_its_holds(store: Store, told: Told) -> None:
    keep_for(store, "northwind chairs", 24)
    hold = place_hold("A lawsuit", MORNING, call_id=told.call.id)
    store.holds.save(hold)
    store.holds.save(lift_hold(place_hold("Old", MORNING, rep_id=told.rep.id), MORNING))
    found = keeping(store, LATER)
    assert [(one.call.call_id, one.held_by) for one in found.due] == [(told.call.id, (hold,))]
    assert found.holds == (hold,)
    assert found.reps[told.rep.id].name == told.rep.name


def test_the_organisation_on_its_latest_page_counts(store: Store, told: Told) -> None:
    hand_over(store, told, "Elm  Street")
    keep_for(store, "Northwind Chairs", 12)
    found = keeping(store, LATER)
    assert found.organisations == ("Northwind Chairs", "Elm Street")
    assert found.due == ()
    keep_for(store, "ELM STREET", 12)
    found = keeping(store, LATER)
    assert [one.why for one in found.due] == ["Elm Street keeps pages for 12 months."]
    assert found.organisations == ("Northwind Chairs", "Elm Street")


def test_somebody_without_an_organisation_has_a_time_too(store: Store) -> None:
    assert keeping(store, LATER).organisations == ("",)


def test_the_latest_receipt_comes_first(store: Store) -> None:
    receipts = [Receipt(id=uuid4(), at=MORNING + timedelta(days=day)) for day in range(2)]
    for receipt in receipts:
        store.receipts.add(receipt.id, receipt)
    assert keeping(store, LATER).receipts == (receipts[1], receipts[0])
