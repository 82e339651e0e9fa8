"""Every page that was handed over waits until it lies in the archive, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from exports.archive.lock import prepare_archive
from exports.archive.outbox import ReadyPage, archive_waiting, outbox, prepare, write
from exports.importing import take_in
from exports.page_file import draw_call
from exports.page_source import page_source
from exports.record import record_json
from exports.record_reader import read_record
from scoring.acknowledgement import Acknowledgement, Signing, scan_of
from scoring.archived import ArchivedFile, FileKind, Waiting
from scoring.entry import Entry
from scoring.errors import KnownError, SecondChairError
from scoring.fold import fold
from scoring.handing_over import HandOver
from scoring.logbook import Logbook
from scoring.preferences import Paper
from scoring.store.store import Store
from tests.exports.archive.checks import assert_whole, files_in
from tests.exports.builders import AN_AMENDMENT, Told, a_debrief, a_debriefed_call

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
SCAN = b"\xff\xd8\xff scanned"
SIGNED = Acknowledgement(how=Signing.SIGNED, on=date(2026, 11, 24))
PLACE = "2026/Priya Nair (70000000)/2026-11-23 Northgate Dental (00C0FFEE).pdf"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "data")
    yield store
    store.close()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    prepare_archive(folder)
    return folder


def kept(store: Store, number: int = 1) -> Told:
    """:returns: a debriefed call, in the store."""
    return a_debriefed_call(number).keep(store)


def hand_over(store: Store, told: Told, how: HandOver = HandOver.SAVED, paper: Paper = Paper.LETTER) -> None:
    told.book.hand_over(how, page_source(store, told.call.id).context, paper)
    store.append(told.written)


def amend(store: Store, told: Told) -> None:
    told.book.amend_page(AN_AMENDMENT, a_debrief(comment="Said anew"))
    store.append(told.written)


def sign(store: Store, told: Told) -> None:
    store.scans.put(told.call.id, scan_of(SCAN).sha256, SCAN)
    told.book.acknowledge(AN_AMENDMENT, SIGNED, scan=scan_of(SCAN))
    store.append(told.written)


def waiting(store: Store) -> list[tuple[int, str]]:
    """:returns: page and what of all that waits."""
    return [(one.page, one.what.value) for one in outbox(store)]


def send_all(store: Store, folder: Path) -> list[ArchivedFile | SecondChairError | None]:
    return [result for _, result in archive_waiting(store, folder, "a4", NOW)]


def test_a_page_waits_from_when_it_is_handed_over_until_it_lies_there(store: Store, archive: Path) -> None:
    told = kept(store)
    assert outbox(store) == ()
    hand_over(store, told)
    (one,) = outbox(store)
    assert one == Waiting(
        call_id=told.call.id,
        page=1,
        what=FileKind.PAGE,
        since=told.written[-1].at,
        rep="Priya Nair",
        customer="Northgate Dental",
    )
    (file,) = send_all(store, archive)
    assert isinstance(file, ArchivedFile)
    assert store.archived.all() == [file]
    assert outbox(store) == ()
    assert send_all(store, archive) == []
    assert_whole(archive, 1)


def test_the_file_is_the_page_on_the_paper_it_was_handed_over_on(store: Store, archive: Path) -> None:
    told = kept(store)
    hand_over(store, told)
    send_all(store, archive)
    assert files_in(archive)[PLACE] == draw_call(page_source(store, told.call.id, 1), "letter").pdf


def test_where_the_paper_is_not_known_it_is_the_usual_one(store: Store, archive: Path) -> None:
    told = kept(store)
    hand_over(store, told, paper=Paper.AUTO)
    send_all(store, archive)
    assert files_in(archive)[PLACE] == draw_call(page_source(store, told.call.id, 1), "a4").pdf


def test_printed_again_it_is_still_one_page(store: Store) -> None:
    told = kept(store)
    hand_over(store, told, HandOver.PRINTED)
    hand_over(store, told, HandOver.SAVED)
    assert waiting(store) == [(1, "page")]


def test_each_page_of_an_amended_call_waits_once_somebody_has_it(store: Store, archive: Path) -> None:
    told = kept(store)
    hand_over(store, told)
    amend(store, told)
    assert waiting(store) == [(1, "page")]
    hand_over(store, told)
    assert waiting(store) == [(1, "page"), (2, "page")]
    send_all(store, archive)
    assert sorted(files_in(archive)) == [PLACE.replace(".pdf", " amendment 1.pdf"), PLACE]
    assert [file.page for file in store.archived.of(told.call.id)] == [1, 2]


def test_a_page_from_elsewhere_stays_with_whoever_made_it_but_its_amendment_waits(
    store: Store, tmp_path: Path, archive: Path
) -> None:
    told = a_debriefed_call()
    elsewhere = Store.open(tmp_path / "elsewhere")
    told.keep(elsewhere)
    record = record_json(page_source(elsewhere, told.call.id))
    elsewhere.close()
    take_in(store, read_record(record), NOW)
    assert outbox(store) == ()
    entries: list[Entry] = []
    book = Logbook(fold(store.entries.of(told.call.id)), told.call.id, told.clock, entries.append)
    book.amend_page(AN_AMENDMENT, a_debrief(comment="Said anew"))
    book.hand_over(HandOver.SAVED, page_source(store, told.call.id).context)
    store.append(entries)
    assert waiting(store) == [(2, "page")]
    send_all(store, archive)
    assert list(files_in(archive)) == [PLACE.replace(".pdf", " amendment 1.pdf")]


def test_a_void_call_has_no_page_to_wait(store: Store) -> None:
    told = kept(store)
    hand_over(store, told)
    told.book.void("a test")
    store.append(told.written)
    assert outbox(store) == ()


def test_a_signed_sheet_goes_behind_its_page_and_its_bytes_then_lie_there_alone(
    store: Store, archive: Path
) -> None:
    told = kept(store)
    hand_over(store, told)
    sign(store, told)
    assert waiting(store) == [(1, "page"), (2, "page"), (2, "scan")]
    assert [one.suffix for one in outbox(store)] == ["", "", ".jpg"]
    send_all(store, archive)
    assert outbox(store) == ()
    signed = PLACE.replace(".pdf", " amendment 1 signed.jpg")
    assert files_in(archive)[signed] == SCAN
    assert [file.path for file in store.archived.of(told.call.id) if file.what == FileKind.SCAN] == [signed]
    assert store.scans.get(told.call.id, scan_of(SCAN).sha256) is None
    assert_whole(archive, 3)


def test_a_signed_sheet_waits_for_its_page(store: Store) -> None:
    told = kept(store)
    hand_over(store, told)
    sign(store, told)
    scan = outbox(store)[-1]
    assert prepare(store, scan, "a4") is None


def test_nothing_is_lost_between_the_folder_and_the_data(store: Store, archive: Path) -> None:
    told = kept(store)
    hand_over(store, told)
    sign(store, told)
    for _ in range(2):  # the first time it is never noted, as after a power cut
        ready = prepare(store, outbox(store)[0], "a4")
        assert isinstance(ready, ReadyPage)
        write(archive, ready, NOW)
    assert len(send_all(store, archive)) == 3
    assert_whole(archive, 3)


def test_what_is_refused_holds_up_no_other(store: Store, archive: Path) -> None:
    for number in (1, 2):
        told = kept(store, number)
        hand_over(store, told)
    (archive / "2026").write_bytes(b"in the way")
    results = send_all(store, archive)
    assert [type(result) for result in results] == [KnownError, KnownError]
    (archive / "2026").unlink()
    assert len(outbox(store)) == 2
    send_all(store, archive)
    assert_whole(archive, 2)


def test_what_is_no_longer_here_cannot_go(store: Store) -> None:
    told = kept(store)
    hand_over(store, told)
    (one,) = outbox(store)
    for gone in (replace(one, call_id=UUID(int=7)), replace(one, page=2)):
        assert prepare(store, gone, "a4") is None


def test_one_entry_that_cannot_be_read_keeps_no_other_page_back(store: Store) -> None:
    for number in (1, 2):
        hand_over(store, kept(store, number))
    damaged = outbox(store)[0]
    assert store._db.conn is not None
    store._db.conn.execute(
        "UPDATE entries SET data = '{' WHERE kind = 'handed_over' AND call_id = ?", [str(damaged.call_id)]
    )
    assert len(outbox(store)) == 1
