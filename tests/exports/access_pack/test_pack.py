"""Everything that is held about one person, in one file."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from exports.access_pack.pack import (
    Packed,
    PackStoppedError,
    PackWish,
    missing_words,
    pack_name,
    replace_pack,
    write_pack,
)
from exports.overview import keep_cadence, keep_plan
from exports.page_file import draw_call
from exports.page_source import page_source
from scoring.archived import ARCHIVE_FOLDER, ArchivedFile, FileKind
from scoring.cadence import two_step_plan
from scoring.entry import HandedOver
from scoring.handing_over import HandOver
from scoring.people import Rep
from scoring.preferences import Paper
from scoring.store.store import Store
from tests.exports.access_pack.test_html import parsed
from tests.exports.builders import MORNING, PRIYA, Told, a_debriefed_call, a_plan, id_of, started

WISH = PackWish(rep_id=PRIYA.id, now=MORNING, usual="a4")
SCAN = b"\x89PNG\r\n\x1a\n scan"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A call of every state; one page was handed over on letter paper, and its call made void."""
    store = Store.open(tmp_path / "data")
    a_debriefed_call(1).keep(store)
    _a_void_call_with_a_page(store)
    Told(number=3, at=MORNING + timedelta(days=2), plan=a_plan(customer="")).keep(store)
    running = started(4, MORNING + timedelta(days=3))
    running.keep(store)
    cancelled = Told(number=5, at=MORNING + timedelta(days=4))
    cancelled.book.cancel()
    cancelled.keep(store)
    started(6, MORNING + timedelta(days=5)).end().view().keep(store)
    Told(number=7, rep=Rep(id=id_of(70), name="Sam Ortiz"), plan=a_plan("Elm Street")).keep(store)
    yield store
    store.close()


def _a_void_call_with_a_page(store: Store) -> None:
    told = a_debriefed_call(2, MORNING + timedelta(days=1)).keep(store)
    context = page_source(store, told.call.id).context
    note = HandedOver(how=HandOver.PRINTED, context=context, paper=Paper.LETTER)
    store.append([replace(told.written[-1], id=id_of(900), what=note)])
    told.written.clear()
    told.book.void("A test")
    store.append(told.written)


def packed(store: Store, folder: Path) -> zipfile.ZipFile:
    path, _ = write_pack(lambda job: job(store), WISH, folder)
    return zipfile.ZipFile(io.BytesIO(path.read_bytes()))


def test_every_call_and_every_page_is_in_it_whatever_became_of_the_call(store: Store, tmp_path: Path) -> None:
    with packed(store, tmp_path) as pack:
        assert pack.testzip() is None
        calls = [name for name in pack.namelist() if name.startswith("calls/")]
        states = [json.loads(pack.read(name))["state"] for name in calls]
        pages = [name for name in pack.namelist() if name.startswith("pages/")]
        first = pack.read(pages[0])
    assert states == ["Closed", "Void", "Planned", "Running", "Cancelled", "Ended, debrief is next"]
    assert [name[:16] for name in pages] == ["pages/2026-11-23", "pages/2026-11-24"]
    assert first == draw_call(page_source(store, id_of(1)), "a4").pdf


def test_a_page_is_the_one_that_was_handed_over_on_its_paper(store: Store, tmp_path: Path) -> None:
    handed_over = a_debriefed_call(2, MORNING + timedelta(days=1))
    elsewhere = Store.open(tmp_path / "elsewhere")
    handed_over.keep(elsewhere)
    with packed(store, tmp_path) as pack:
        page = pack.read(next(name for name in pack.namelist() if "2026-11-24" in name and "pages" in name))
    elsewhere.close()
    assert b"[0 0 612 792]" in page.replace(b"[ ", b"[").replace(b" ]", b"]")


def test_nothing_of_another_rep_is_in_it(store: Store, tmp_path: Path) -> None:
    with packed(store, tmp_path) as pack:
        text = "\n".join([*pack.namelist(), *(pack.read(name).decode("latin-1") for name in pack.namelist())])
    assert "Priya Nair" in text
    assert "Sam Ortiz" not in text
    assert "Elm Street" not in text.replace("Elm Street Clinic", "")  # where Priya tries it first


def test_how_often_they_are_to_be_seen_is_not_in_it(store: Store, tmp_path: Path) -> None:
    before, _ = write_pack(lambda job: job(store), WISH, tmp_path)
    keep_cadence(store, PRIYA.id, 7)
    keep_plan(store, two_step_plan(11, 5, 13))
    after, _ = write_pack(lambda job: job(store), WISH, tmp_path)
    assert before.read_bytes() == after.read_bytes()


def test_the_page_to_begin_with_leads_to_files_that_are_there(store: Store, tmp_path: Path) -> None:
    with packed(store, tmp_path) as pack:
        page = parsed(pack.read("Start here.html").decode())
        names = set(pack.namelist())
    assert len(page.links) > 10
    assert {unquote(link) for link in page.links} == names - {"Start here.html"}
    assert not {"script", "img", "iframe", "link"} & set(page.tags)


def test_the_same_data_at_the_same_time_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    first, _ = write_pack(lambda job: job(store), WISH, tmp_path)
    second, _ = write_pack(lambda job: job(store), WISH, tmp_path)
    assert [first.name, second.name] == [
        "Access pack Priya Nair (70000000) 2026-11-23.zip",
        "Access pack Priya Nair (70000000) 2026-11-23 2.zip",
    ]
    assert first.read_bytes() == second.read_bytes()


def test_scans_come_along_and_those_that_cannot_be_reached_are_counted(store: Store, tmp_path: Path) -> None:
    store.settings.put(ARCHIVE_FOLDER, str(tmp_path / "away"))
    store.scans.put(id_of(1), "a" * 64, SCAN)
    away = ArchivedFile(
        path="2026/a signed.png", call_id=id_of(1), page=1, what=FileKind.SCAN, sha256="b" * 64, at=MORNING
    )
    store.archived.put(away)
    path, what = write_pack(lambda job: job(store), WISH, tmp_path)
    with zipfile.ZipFile(path) as pack:
        scans = {name: pack.read(name) for name in pack.namelist() if name.startswith("scans/")}
    assert scans == {"scans/2026-11-23 Northgate Dental (00C0FFEE) signed aaaaaaaa.png": SCAN}
    assert what == Packed(calls=6, pages=2, scans=1, withheld=1, scans_away=1)
    assert missing_words(what) == [
        "The manager’s view of 1 call is left out until the rep has spoken.",
        "1 scan of a signed page could not be reached.",
    ]
    assert missing_words(replace(what, withheld=0, scans_away=0)) == []


def test_progress_is_told_call_by_call(store: Store, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    replace_pack(
        lambda job: job(store), WISH, tmp_path / "a.zip", lambda n, of: told.append((n, of)), lambda: False
    )
    assert told == [(number, 6) for number in range(7)]


def test_what_is_stopped_leaves_what_was_there(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"before")
    done: list[int] = []
    with pytest.raises(PackStoppedError):
        replace_pack(lambda job: job(store), WISH, path, lambda n, _of: done.append(n), lambda: len(done) > 2)
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.glob("*.part")] + [one.name for one in tmp_path.glob(".*")] == []
    replace_pack(lambda job: job(store), WISH, path, lambda _n, _of: None, lambda: False)
    assert zipfile.is_zipfile(path)


def test_the_store_is_asked_for_one_call_at_a_time(store: Store, tmp_path: Path) -> None:
    jobs: list[str] = []

    def ask(job: object) -> object:
        jobs.append(job.func.__name__)  # pyright: ignore[reportAttributeAccessIssue]  a partial
        return job(store)  # pyright: ignore[reportCallIssue]

    replace_pack(ask, WISH, tmp_path / "a.zip", lambda _n, _of: None, lambda: False)
    assert jobs == ["gather_person", *["gather_call"] * 6]


def test_somebody_without_a_call_has_a_pack_too(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data")
    store.reps.save(replace(PRIYA, name="..."))
    path, what = write_pack(lambda job: job(store), WISH, tmp_path)
    store.close()
    assert path.name == "Access pack rep (70000000) 2026-11-23.zip"
    assert what.calls == 0
    with zipfile.ZipFile(path) as pack:
        assert set(pack.namelist()) == {"Start here.html", "about.json", "calls.csv", "entries.csv"}


def test_two_calls_whose_names_are_the_same_to_some_system_both_are_in_it(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data")
    Told(number=1, plan=a_plan("Northgate")).keep(store)
    Told(number=2, plan=a_plan("NORTHGATE")).keep(store)
    with packed(store, tmp_path) as pack:
        names = [name for name in pack.namelist() if name.startswith("calls/")]
    store.close()
    assert len({name.casefold() for name in names}) == 2


def test_the_name_of_a_pack_fits_every_system() -> None:
    assert pack_name(replace(PRIYA, name='A/B: "C"\n'), MORNING) == "Access pack A B C (70000000) 2026-11-23"
