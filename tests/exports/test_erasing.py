"""Erasing everywhere the app knows of."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from exports.archive.lock import LOCK
from exports.archive.report import no_progress
from exports.archive.writing import archive_page
from exports.erasing import Asking, erase, receipts_in, what_goes
from exports.page_source import page_source
from scoring.archived import ARCHIVE_FOLDER
from scoring.entry import Started
from scoring.erasure import Erasure
from scoring.errors import KnownError, SecondChairError
from scoring.holds import lift_hold, place_hold
from scoring.state import Phase
from scoring.store.store import Store
from tests.builders import NINE, Log, a_call, a_rep
from tests.exports.archive.marked_people import Scene, a_scene, another
from tests.exports.builders import MORNING

T = TypeVar("T")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return a_scene(tmp_path_factory.mktemp("scene"))


@pytest.fixture
def scene(made: Scene, tmp_path: Path) -> Scene:
    return another(made, tmp_path / "scene")


@pytest.fixture
def store(scene: Scene) -> Iterator[Store]:
    with closing(Store.open(scene.data)) as opened:
        yield opened


@pytest.fixture
def ask(store: Store) -> Asking:
    def do(job: Callable[[Store], T], /) -> T:
        return job(store)

    return do


@pytest.fixture
def whole(scene: Scene, store: Store) -> Erasure:
    return Erasure.of_rep(scene.erased.rep.id, store.merges.all())


def everything(scene: Scene) -> dict[Path, bytes]:
    files = [path for folder in (scene.archive, scene.data / "backups") for path in folder.rglob("*")]
    return {path: path.read_bytes() for path in files if path.is_file()}


def assert_nothing_changed(scene: Scene, store: Store, before: dict[Path, bytes]) -> None:
    assert everything(scene) == before
    assert store.reps.has(scene.erased.rep.id)
    assert store.receipts.all() == []


def begin_a_call(store: Store) -> None:
    rep = a_rep()
    store.reps.save(rep)
    call = a_call(rep)
    log = Log(call)
    log.planned()
    log.at("00:00", Started())
    store.add_call(call, log.entries)


def test_what_goes_is_shown_before_and_nothing_is_changed(
    scene: Scene, store: Store, ask: Asking, whole: Erasure
) -> None:
    before = everything(scene)
    goes = what_goes(ask, whole, no_progress)
    assert goes
    assert set(goes.reps) == {scene.erased.rep.name, scene.erased.twin.name}
    assert {call.call_id for call in goes.calls} == set(scene.erased.calls)
    assert (len(goes.pages), len(goes.scans), goes.scans_waiting, goes.drafts) == (8, 2, 2, 4)
    assert goes.copies_lost == ("2025-02-02 000000 damaged.db",)
    assert {*goes.copies, *goes.copies_lost} == {path.name for path in (scene.data / "backups").glob("*.db")}
    assert goes.archive == scene.archive
    assert_nothing_changed(scene, store, before)


def test_the_receipt_says_what_was_shown(scene: Scene, store: Store, ask: Asking, whole: Erasure) -> None:
    goes = what_goes(ask, whole, no_progress)
    receipt = erase(ask, whole, MORNING, no_progress)
    assert goes
    assert receipt
    assert (receipt.calls, receipt.pages, receipt.scans) == (len(goes.calls), len(goes.pages), 4)
    assert receipts_in(store) == [receipt]


@pytest.mark.parametrize("on", ["the rep", "the other entry", "a call", "a call of the other entry"])
def test_under_a_legal_hold_nothing_is_erased(
    scene: Scene, store: Store, ask: Asking, whole: Erasure, on: str
) -> None:
    person = scene.erased
    held = {
        "the rep": {"rep_id": person.rep.id},
        "the other entry": {"rep_id": person.twin.id},
        "a call": {"call_id": person.calls[0]},
        "a call of the other entry": {"call_id": person.calls[1]},
    }[on]
    hold = place_hold("The lawsuit of 2026", NINE, **held)
    store.holds.save(hold)
    before = everything(scene)
    for do in (lambda: what_goes(ask, whole, no_progress), lambda: erase(ask, whole, MORNING, no_progress)):
        with pytest.raises(SecondChairError, match="The lawsuit of 2026"):
            do()
    assert_nothing_changed(scene, store, before)
    store.holds.save(lift_hold(hold, NINE))
    assert erase(ask, whole, MORNING, no_progress)


def test_a_hold_on_the_rep_keeps_single_calls_too(scene: Scene, store: Store, ask: Asking) -> None:
    store.holds.save(place_hold("The lawsuit of 2026", NINE, rep_id=scene.erased.twin.id))
    with pytest.raises(SecondChairError, match="The lawsuit of 2026"):
        erase(ask, Erasure.of_calls(scene.erased.calls[:1]), MORNING, no_progress)
    assert erase(ask, Erasure.of_calls(scene.other.calls[:1]), MORNING, no_progress), "held by nobody"


@pytest.mark.parametrize("is_there", [True, False])
def test_an_archive_that_is_away_is_to_be_connected_or_taken_out_first(
    scene: Scene, store: Store, ask: Asking, whole: Erasure, is_there: bool
) -> None:
    """What a share leaves behind that is not connected is an empty folder, or none."""
    (scene.archive / LOCK).unlink()
    if not is_there:
        shutil.rmtree(scene.archive)
    before = everything(scene)
    for do in (lambda: what_goes(ask, whole, no_progress), lambda: erase(ask, whole, MORNING, no_progress)):
        with pytest.raises(KnownError, match="take the archive folder out"):
            do()
    assert_nothing_changed(scene, store, before)
    store.settings.put(ARCHIVE_FOLDER, "")
    receipt = erase(ask, whole, MORNING, no_progress)
    assert receipt
    assert "8 files lie in an archive folder that is not set any more" in receipt.not_reached[0]
    assert any("none is set" in line for line in receipt.not_reached)


def test_while_a_call_is_logged_nothing_is_erased(
    scene: Scene, store: Store, ask: Asking, whole: Erasure
) -> None:
    begin_a_call(store)
    before = everything(scene)
    with pytest.raises(SecondChairError, match="End the call"):
        erase(ask, whole, MORNING, no_progress)
    assert_nothing_changed(scene, store, before)


def test_it_can_be_stopped_before_anything_is_deleted(
    scene: Scene, store: Store, ask: Asking, whole: Erasure
) -> None:
    before = everything(scene)
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 4

    assert erase(ask, whole, MORNING, no_progress, stopped) is None
    assert what_goes(ask, whole, no_progress, lambda: True) is None
    assert_nothing_changed(scene, store, before)


def test_a_single_call_goes_and_the_rep_stays(scene: Scene, store: Store, ask: Asking) -> None:
    gone, kept = scene.erased.calls
    receipt = erase(ask, Erasure.of_calls([gone]), MORNING, no_progress)
    assert receipt
    assert (receipt.reps, receipt.calls) == (0, 1)
    assert store.reps.has(scene.erased.rep.id)
    assert not store.calls.has(gone)
    assert store.calls.has(kept)
    assert store.archived.of(kept) != []
    assert store.check() == []


def test_other_calls_that_have_a_word_of_the_name_are_told(
    scene: Scene, store: Store, ask: Asking, whole: Erasure
) -> None:
    rep = a_rep()
    store.reps.save(rep)
    call = a_call(rep)
    log = Log(call)
    log.planned()
    log.seen("00:10", words=f"as {scene.erased.rep.name} did")
    store.add_call(call, log.entries)
    goes = what_goes(ask, whole, no_progress)
    assert goes
    assert [facts.call_id for facts in goes.mentioning] == [call.id]


def test_what_is_done_can_be_done_again(scene: Scene, store: Store, ask: Asking, whole: Erasure) -> None:
    first = erase(ask, whole, MORNING, no_progress)
    again = erase(ask, whole, MORNING, no_progress)
    assert first
    assert again
    assert (again.reps, again.calls, again.pages, again.scans, again.drafts) == (0, 0, 0, 0, 0)


def test_a_page_that_claims_the_call_of_somebody_else_does_not_erase_that_call(
    scene: Scene, store: Store, ask: Asking, whole: Erasure
) -> None:
    """Whoever can write to the share can write a page; a call under a legal hold stays whatever it says."""
    claimed = scene.other.calls[0]
    store.holds.save(place_hold("The lawsuit of 2026", NINE, call_id=claimed))
    source = page_source(store, scene.erased.calls[0], 1)
    entries = tuple(replace(entry, call_id=claimed) for entry in source.version.entries)
    version = replace(source.version, entries=entries)
    lie = replace(source, call=replace(source.call, id=claimed), version=version)
    file = archive_page(scene.archive, lie, "a4", MORNING)
    assert erase(ask, whole, MORNING, no_progress)
    assert not (scene.archive / file.path).exists(), "it says that it is of the person"
    assert store.calls.has(claimed)
    for copy in (scene.data / "backups").glob("*.db"):
        with closing(sqlite3.connect(copy)) as db:
            assert db.execute("SELECT 1 FROM calls WHERE id = ?", [str(claimed)]).fetchone(), copy.name


@pytest.mark.parametrize("meanwhile", ["a hold", "a call", "another folder"])
def test_what_comes_up_while_the_archive_is_looked_through_counts(
    scene: Scene, store: Store, ask: Asking, whole: Erasure, tmp_path: Path, meanwhile: str
) -> None:
    before = everything(scene)

    def while_looking(_done: int, _of: int) -> None:
        if meanwhile == "a hold":
            store.holds.save(place_hold("The lawsuit of 2026", NINE, rep_id=scene.erased.rep.id))
        elif meanwhile == "another folder":
            store.settings.put(ARCHIVE_FOLDER, str(tmp_path))
        elif not store.facts.in_phases([Phase.RUNNING]):
            begin_a_call(store)

    with pytest.raises(SecondChairError, match="othing was erased"):
        erase(ask, whole, MORNING, while_looking)
    assert_nothing_changed(scene, store, before)


def test_a_copy_that_is_made_meanwhile_is_made_anew_as_well(
    scene: Scene, store: Store, whole: Erasure
) -> None:
    """Another program can copy the data at any time: here after the copies were done and before the data is."""
    last = len(list((scene.data / "backups").glob("*.db"))) - 1
    late: list[Path] = []

    def ask(job: Callable[[Store], T], /) -> T:
        if is_last and not late:
            late.append(store.back_up("by hand"))
        return job(store)

    is_last = False

    def progress(done: int, of: int) -> None:
        nonlocal is_last
        is_last = (done, of) == (last, last + 1)

    assert erase(ask, whole, MORNING, progress)
    [copy] = late
    with closing(sqlite3.connect(copy)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM reps")]
    assert scene.erased.rep.name not in names
    assert scene.other.rep.name in names


def test_a_disk_that_is_full_is_said_and_doing_it_again_finishes_it(
    scene: Scene, store: Store, ask: Asking, whole: Erasure, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(_db: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("scoring.store.erasing.sweep", fill_up)
        with pytest.raises(KnownError, match="some room"):
            erase(ask, whole, MORNING, no_progress)
    assert erase(ask, whole, MORNING, no_progress)
    first, _again = receipts_in(store)
    assert first.calls == 2, "what was erased at first is not forgotten"
