"""The tables of the archive."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.archived import ArchivedFile, FileKind
from scoring.call import Call
from scoring.holds import Hold
from scoring.people import Rep
from scoring.store.store import Store
from tests.builders import NINE, a_call, a_rep, an_id


@pytest.fixture
def rep(store: Store) -> Rep:
    rep = a_rep("Priya")
    store.reps.save(rep)
    return rep


@pytest.fixture
def call(store: Store, rep: Rep) -> Call:
    call = a_call(rep)
    store.calls.add(call)
    return call


def a_file(call: Call, path: str = "2026/a.pdf", page: int = 1) -> ArchivedFile:
    return ArchivedFile(path=path, call_id=call.id, page=page, what=FileKind.PAGE, sha256="0" * 64, at=NINE)


def test_the_files_of_a_call_come_page_by_page(store: Store, call: Call) -> None:
    second, first = a_file(call, "2026/a.pdf", 2), a_file(call, "2026/b.pdf", 1)
    store.archived.put(second)
    store.archived.put(first)
    assert store.archived.of(call.id) == [first, second]
    assert store.archived.all() == [second, first]
    assert store.archived.pages() == 2


def test_what_is_known_of_a_path_takes_the_place_of_what_was(store: Store, call: Call) -> None:
    store.archived.put(a_file(call))
    later = replace(a_file(call), sha256="1" * 64)
    store.archived.put(later)
    assert store.archived.all() == [later]


def test_a_file_that_is_gone_is_forgotten(store: Store, call: Call) -> None:
    store.archived.put(a_file(call))
    store.archived.forget(["2026/a.pdf", "2026/never.pdf"])
    assert store.archived.all() == []


def test_a_scan_is_kept_until_it_lies_in_the_archive(store: Store, call: Call) -> None:
    store.scans.put(call.id, "ab", b"\x00scan\xff")
    assert store.scans.get(call.id, "ab") == b"\x00scan\xff"
    store.scans.drop(call.id, "ab")
    assert store.scans.get(call.id, "ab") is None


def test_a_hold_stays_known_after_it_was_lifted(store: Store, rep: Rep) -> None:
    hold = Hold(id=an_id(), reason="A lawsuit", placed_at=NINE, rep_id=rep.id)
    store.holds.save(hold)
    assert store.holds.in_force() == [hold]
    lifted = replace(hold, lifted_at=NINE)
    store.holds.save(lifted)
    assert store.holds.all() == [lifted]
    assert store.holds.in_force() == []


def test_a_rep_counts_as_another_until_they_are_their_own_again(store: Store, rep: Rep) -> None:
    again = a_rep("Priya N.")
    store.reps.save(again)
    store.merges.put(again.id, rep.id)
    assert store.merges.all() == {again.id: rep.id}
    store.merges.drop(again.id)
    assert store.merges.all() == {}


def test_receipts_come_in_the_order_they_were_written(store: Store) -> None:
    for number in (2, 1):
        store.receipts.add(an_id(), {"calls": number})
    assert store.receipts.all() == [{"calls": 2}, {"calls": 1}]


def test_the_scans_of_a_call_that_wait_come_by_their_sums(store: Store, call: Call) -> None:
    store.scans.put(call.id, "b", b"two")
    store.scans.put(call.id, "a", b"one")
    assert list(store.scans.of(call.id).items()) == [("a", b"one"), ("b", b"two")]
