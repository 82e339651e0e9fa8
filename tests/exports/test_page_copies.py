"""Copies of the pages of several calls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.page_copies import copy_pages
from exports.page_file import export_pages
from scoring.entry import HandedOver
from scoring.finding import CallQuery
from scoring.store import Store
from tests.builders import Log, a_call, a_debriefed_call, a_rep, a_tee_up
from tests.exports.test_call_rows import Told

PRIYA = a_rep("Priya Nair")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "data")
    opened.reps.save(PRIYA)
    for _ in range(2):
        call, log = a_debriefed_call(PRIYA)
        opened.add_call(call, log.entries)
    planned = Log(call := a_call(PRIYA))
    planned.planned(a_tee_up())
    opened.add_call(call, planned.entries)
    yield opened
    opened.close()


def test_each_page_is_copied_and_what_has_none_is_counted(store: Store, tmp_path: Path) -> None:
    told = Told()
    numbers = store.finding.find(CallQuery(), ())
    copied = copy_pages(lambda job: job(store), numbers, tmp_path / "out", "a4", told, lambda: False)
    assert (len(copied.paths), copied.without_page, copied.stopped) == (2, 1, False)
    assert told.steps == [(0, 3), (1, 3), (2, 3)]
    assert sorted(copied.paths) == sorted((tmp_path / "out").iterdir())
    calls = [call.id for call in store.calls.all()[:2]]
    again = [path for call in calls for path in export_pages(store, call, tmp_path / "out", "a4")]
    assert sorted(again) == sorted(copied.paths), "byte for byte as the command exports them"


def test_nothing_is_handed_over_by_it(store: Store, tmp_path: Path) -> None:
    numbers = store.finding.find(CallQuery(), ())
    copy_pages(lambda job: job(store), numbers, tmp_path, "a4", Told(), lambda: False)
    entries = [entry for call in store.calls.all() for entry in store.entries.of(call.id)]
    assert not [entry for entry in entries if isinstance(entry.what, HandedOver)]
    assert not store.archived.waiting()


def test_it_ends_between_two_calls_where_it_is_stopped(store: Store, tmp_path: Path) -> None:
    numbers = store.finding.find(CallQuery(), ())
    stops = iter([False, False, True])
    copied = copy_pages(lambda job: job(store), numbers, tmp_path, "a4", Told(), lambda: next(stops))
    assert copied.stopped
    assert len(copied.paths) + copied.without_page == 2
