"""Erasing in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from scoring import paths
from scoring.archived import ArchivedFile, FileKind
from scoring.debrief import MyView
from scoring.entry import HandedOver, WordsHeard
from scoring.erasure import Erasure, Receipt
from scoring.errors import KnownError
from scoring.handing_over import HandOver, PageContext
from scoring.holds import lift_hold, place_hold
from scoring.people import Rep
from scoring.privacy import card_of
from scoring.seeking import plain
from scoring.store import erasing
from scoring.store.store import Store
from tests.builders import NINE, Log, a_call, a_rep, a_tee_up, an_id

SECRET = "Wiedergutmachung"
RECEIPT = Receipt(id=an_id(), at=NINE, reps=1, calls=2)


def put_call(store: Store, rep: Rep, words: str) -> UUID:
    """Put a call into the file that says ``words`` everywhere, so often that it fills pages of its own."""
    call = a_call(rep)
    log = Log(call)
    log.planned(a_tee_up(customer=words))
    log.started()
    log.seen("00:30")
    for minute in range(40):
        log.at(f"{minute:02}:00", WordsHeard(text=f"{words} {minute} " * 20))
    log.ended("45:00")
    store.add_call(call, log.entries)
    store.drafts.put(call.id, "MyView", MyView(outcome_words=words))
    store.scans.put(call.id, "ab", words.encode() * 500)
    store.archived.put(
        ArchivedFile(
            path=f"2026/{words} {call.id}.pdf",
            call_id=call.id,
            page=1,
            what=FileKind.PAGE,
            sha256="0" * 64,
            at=NINE,
        )
    )
    store.holds.save(lift_hold(place_hold(words, NINE, call_id=call.id), NINE))
    return call.id


@pytest.fixture
def rep(store: Store) -> Rep:
    rep = a_rep(SECRET, coaching=SECRET)
    store.reps.save(rep)
    for _ in range(2):
        put_call(store, rep, SECRET)
    return rep


@pytest.fixture
def other(store: Store) -> Rep:
    rep = a_rep("Ada Lovelace")
    store.reps.save(rep)
    put_call(store, rep, "Something else")
    return rep


def bytes_in(folder: Path) -> Iterator[bytes]:
    for path in folder.iterdir():
        if path.name.startswith(paths.DATABASE):
            yield path.read_bytes()


def holds_secret(folder: Path) -> bool:
    return any(secret.encode() in data for data in bytes_in(folder) for secret in (SECRET, plain(SECRET)))


def rows_of(store: Store, rep: Rep) -> dict[str, int]:
    """:returns: how many rows of each table still lead to a rep or their calls."""
    with closing(sqlite3.connect(store.path)) as raw:
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        calls = "SELECT id FROM calls WHERE rep_id = ?"
        found: dict[str, int] = {}
        for table in tables:
            columns = {row[1] for row in raw.execute(f"PRAGMA table_info({table})")}
            where = [f"{column} = ?" for column in ("rep_id", "into_id") if column in columns]
            where += [f"call_id IN ({calls})"] if "call_id" in columns else []
            if table == "reps":
                where = ["id = ?"]
            if where:
                query = f"SELECT count(*) FROM {table} WHERE {' OR '.join(where)}"
                found[table] = raw.execute(query, [str(rep.id)] * len(where)).fetchone()[0]
        return found


def test_a_rep_goes_with_everything_and_nobody_else_does(store: Store, rep: Rep, other: Rep) -> None:
    store.holds.save(lift_hold(place_hold(SECRET, NINE, rep_id=rep.id), NINE))
    twin = a_rep(SECRET)
    store.reps.save(twin)
    store.merges.put(twin.id, rep.id)
    store._db.table("cadences").insert({"rep_id": str(rep.id), "months": 1})
    before = rows_of(store, other)
    assert all(rows_of(store, rep).values()), "each table has something of theirs to lose"
    store.erasing.erase(Erasure.of_rep(rep.id, store.merges.all()), RECEIPT)
    assert not any(rows_of(store, rep).values())
    assert rows_of(store, other) == before
    assert [one.id for one in store.reps.all()] == [other.id]
    assert store.check() == []


def test_not_one_byte_stays_in_the_file_or_beside_it(store: Store, rep: Rep, other: Rep) -> None:
    assert holds_secret(store.path.parent)
    assert any(b"Something else" in data for data in bytes_in(store.path.parent))
    store.erasing.erase(Erasure(rep_ids=frozenset({rep.id})), RECEIPT)
    assert not holds_secret(store.path.parent)
    assert any(b"Something else" in data for data in bytes_in(store.path.parent))


def test_what_was_dropped_long_before_goes_as_well(store: Store, rep: Rep, other: Rep) -> None:
    """A draft that was dropped leaves its bytes in the file until something else is written over them."""
    store._db.execute("PRAGMA secure_delete = OFF")  # as where SQLite is built so
    calls = [call.id for call in store.calls.all() if call.rep_id == other.id]
    store.drafts.put(calls[0], "MyView", MyView(outcome_words=SECRET * 200))
    store.drafts.drop(calls[0], "MyView")
    store.erasing.erase(Erasure(rep_ids=frozenset({rep.id})), RECEIPT)
    assert not holds_secret(store.path.parent)


def test_single_calls_go_and_their_rep_stays(store: Store, rep: Rep) -> None:
    first, second = (call.id for call in store.calls.all())
    store.erasing.erase(Erasure.of_calls([first]), RECEIPT)
    assert [call.id for call in store.calls.all()] == [second]
    assert store.reps.get(rep.id) == rep
    assert store.check() == []


def test_the_receipt_is_kept(store: Store, rep: Rep) -> None:
    store.erasing.erase(Erasure(rep_ids=frozenset({rep.id})), RECEIPT)
    [kept] = store.receipts.all()
    assert (kept["id"], kept["calls"]) == (str(RECEIPT.id), 2)


def test_what_an_end_in_the_middle_left_behind_goes_when_the_file_is_next_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(tmp_path)
    rep = a_rep(SECRET)
    store.reps.save(rep)
    put_call(store, rep, SECRET)
    with monkeypatch.context() as patch:
        patch.setattr(store.erasing, "finish", _end)
        with pytest.raises(EndedError):
            store.erasing.erase(Erasure(rep_ids=frozenset({rep.id})), RECEIPT)
    assert holds_secret(tmp_path), "in the log beside the file"
    assert store.receipts.all() == [], "nothing is said to be gone that is not"
    store.close()
    with closing(Store.open(tmp_path)) as again:
        assert [kept["id"] for kept in again.receipts.all()] == [str(RECEIPT.id)]
        assert not holds_secret(tmp_path)


class EndedError(Exception):
    """The program was killed here."""


def _end() -> bool:
    raise EndedError


def test_a_disk_that_is_full_keeps_nobody_from_their_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To write the file anew takes as much room as it has."""
    store = Store.open(tmp_path)
    rep = a_rep(SECRET)
    store.reps.save(rep)
    put_call(store, rep, SECRET)

    def fill_up(_db: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(erasing, "sweep", fill_up)
        with pytest.raises(sqlite3.OperationalError):
            store.erasing.erase(Erasure(rep_ids=frozenset({rep.id})), RECEIPT)
        store.close()
        with closing(Store.open(tmp_path)) as full:
            assert full.receipts.all() == []
    with closing(Store.open(tmp_path)) as again:
        assert [kept["id"] for kept in again.receipts.all()] == [str(RECEIPT.id)]


def test_each_erasure_that_waits_for_its_end_has_its_receipt(store: Store, rep: Rep, other: Rep) -> None:
    store._db.execute("PRAGMA busy_timeout = 50")
    again = replace(RECEIPT, id=an_id())
    with closing(sqlite3.connect(store.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM entries").fetchone()
        for one, receipt in ((rep, RECEIPT), (other, again)):
            with pytest.raises(KnownError, match="another program"):
                store.erasing.erase(Erasure(rep_ids=frozenset({one.id})), receipt)
    assert store.erasing.finish()
    assert [kept["id"] for kept in store.receipts.all()] == [str(RECEIPT.id), str(again.id)]


def test_while_another_program_reads_it_is_said_and_the_rest_goes_later(store: Store, rep: Rep) -> None:
    store._db.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM entries").fetchone()
        with pytest.raises(KnownError, match="another program"):
            store.erasing.erase(Erasure(rep_ids=frozenset({rep.id})), RECEIPT)
        assert store.receipts.all() == []
    assert store.erasing.finish()
    assert not holds_secret(store.path.parent)
    assert len(store.receipts.all()) == 1


def test_drafts_and_scans_that_go_are_counted(store: Store, rep: Rep, other: Rep) -> None:
    calls = store.erasing.calls(Erasure(rep_ids=frozenset({rep.id})))
    assert set(calls) == {call.id for call in store.calls.all() if call.rep_id == rep.id}
    assert (store.erasing.drafts(calls), store.erasing.scans(calls)) == (2, 2)
    single = Erasure.of_calls(calls[:1])
    assert store.erasing.calls(single) == calls[:1]


@pytest.mark.parametrize(
    ("said", "word", "count"),
    [
        ("We asked Priya twice", "Priya", 1),
        ("First line\npriya, second", "Priya", 1),
        ("Priyanka is someone else", "Priya", 0),
        ("ÖZIL was there", "Özil", 1),
        ("100 % sure_", "%", 0),
        ("Nobody", "Priya", 0),
    ],
)
def test_other_calls_that_say_a_name_are_told(store: Store, said: str, word: str, count: int) -> None:
    rep = a_rep()
    store.reps.save(rep)
    own, others = put_call(store, rep, said), put_call(store, rep, said)
    assert store.erasing.mentions([word], [own]) == ({others} if count else set())
    assert store.erasing.mentions([word], [own, others]) == set()


def test_a_name_on_the_pages_of_others_is_no_mention(store: Store) -> None:
    rep = a_rep("Priya Nair")
    store.reps.save(rep)
    call = a_call(rep)
    log = Log(call)
    log.planned(a_tee_up(customer="Elm Street"))
    log.at("01:00", HandedOver(how=HandOver.PRINTED, context=PageContext(rep=card_of(rep))))
    store.add_call(call, log.entries)
    assert store.erasing.mentions(["Priya"], []) == set()
