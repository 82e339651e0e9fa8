"""Erasure is proven: every file the app wrote is searched for every word that leads to the person."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from exports.archive.index import read_index
from exports.archive.manifest import read_manifest
from exports.page_file import draw_call
from scoring.erasure import Receipt
from scoring.seeking import plain
from scoring.store import erasing
from scoring.store.store import Store
from tests.conftest import Amount
from tests.exports.archive.checks import assert_whole, files_in
from tests.exports.archive.erasing_process import KILLED
from tests.exports.archive.marked_people import Scene, a_scene, another, erase_person
from tests.exports.archive.searching import folded, found_in
from tests.exports.builders import a_debriefed_call, source_of
from tests.scoring.store.index_terms import terms_in

CONTROL = "Öq777Éz"
SEARCHED = {
    "TeeUp.people_met",
    "TeeUp.purpose",
    "TeeUp.best",
    "TeeUp.least",
    "Marked.words",
    "Moment.words",
    "SteppedIn.words",
    "WordsHeard.text",
    "SelfView.went_well",
    "SelfView.differently",
    "MyView.outcome_words",
    "MyView.strengths.words",
    "MyView.gaps.words",
    "Debrief.commitments.words",
    "Debrief.commitments1.words",
    "Debrief.closings.words",
    "Debrief.closings1.words",
    "Debrief.parked",
    "an amended comment",
    "begin of a statement",
    "end of a statement",
}
"""What the index knows of a call: what stands in it now."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return a_scene(tmp_path_factory.mktemp("scene"))


@pytest.fixture
def scene(before: Scene, tmp_path: Path) -> Scene:
    return another(before, tmp_path / "scene")


def erased(scene: Scene) -> Receipt:
    receipt = erase_person(scene)
    assert receipt
    return receipt


def where_words_are(scene: Scene, words: dict[str, str]) -> dict[str, str]:
    return found_in([scene.data, scene.archive], words)


def test_before_it_every_word_of_both_is_found(before: Scene) -> None:
    for person in (before.erased, before.other):
        found = where_words_are(before, person.words)
        assert {person.words[word] for word in person.words.keys() - found.keys()} == set()


def test_before_it_the_index_finds_both_by_what_was_written_and_heard(before: Scene) -> None:
    with closing(sqlite3.connect(before.data / "secondchair.db")) as db:
        terms = terms_in(db, "words")
    for person in (before.erased, before.other):
        assert {what for word, what in person.words.items() if folded(word) in terms} >= SEARCHED


def test_afterwards_not_one_of_the_words_is_anywhere(scene: Scene) -> None:
    erased(scene)
    assert where_words_are(scene, scene.erased.words) == {}


def test_the_words_would_be_left_in_an_index_that_was_not_made_anew(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the test above cannot pass by looking away: the rows are gone, and their terms are not."""
    monkeypatch.setattr(erasing, "_erase_words", _erase_rows_alone)
    erased(scene)
    left = where_words_are(scene, scene.erased.words)
    assert {scene.erased.words[word] for word in left} >= SEARCHED
    assert all("terms of words" in where for where in left.values())


def _erase_rows_alone(db: Database, calls: Iterable[str]) -> None:
    for call_id in calls:
        if db.table("words").exists():
            db.execute(
                "DELETE FROM words WHERE rowid = (SELECT number FROM facts WHERE call_id = ?)", [call_id]
            )


def test_afterwards_all_of_the_other_person_is_still_there(scene: Scene) -> None:
    erased(scene)
    found = where_words_are(scene, scene.other.words)
    missing = {scene.other.words[word] for word in scene.other.words.keys() - found.keys()}
    assert missing == {"a draft that was dropped"}, "which was no more than old bytes"
    with closing(Store.open(scene.data)) as store:
        assert {rep.id for rep in store.reps.all()} == {scene.other.rep.id, scene.other.twin.id}
        assert {call.id for call in store.calls.all()} == set(scene.other.calls)
        assert store.check() == []


def test_the_archive_is_whole_afterwards(scene: Scene) -> None:
    receipt = erased(scene)
    of_the_other = 2 * (3 + 1)
    assert_whole(scene.archive, of_the_other + 1)
    assert [path for path in files_in(scene.archive) if path.startswith("receipts/")] == [
        f"receipts/2026-11-23 {str(receipt.id)[:8].upper()}.txt"
    ]
    assert sorted(path.name for path in scene.archive.iterdir() if path.is_dir()) == ["2026", "receipts"]


def test_the_receipt_counts_and_names_nobody(scene: Scene) -> None:
    copies = len(list((scene.data / "backups").glob("*.db")))
    receipt = erased(scene)
    assert (receipt.reps, receipt.calls, receipt.drafts) == (2, 2, 4)
    assert (receipt.pages, receipt.scans) == (8, 4), (
        "with a page that was put aside, a damaged one, and scans that waited"
    )
    assert (receipt.copies, receipt.copies_deleted) == (copies - 1, 1)
    with closing(Store.open(scene.data)) as store:
        assert [kept["id"] for kept in store.receipts.all()] == [str(receipt.id)]


def run_until(step: int, scene: Scene) -> subprocess.CompletedProcess[str]:
    """Erase in a process that dies at a step; 0 is never."""
    module = "tests.exports.archive.erasing_process"
    command = [sys.executable, "-m", module, str(scene.data), str(scene.erased.rep.id), str(step)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.timeout(3_600)
def test_whenever_it_is_killed_doing_it_again_finishes_it(
    before: Scene, tmp_path: Path, amount: Amount
) -> None:
    steps = int(run_until(0, another(before, tmp_path / "whole")).stdout)
    for step in range(1, steps + 1, max(1, steps // amount(3, steps))):
        scene = another(before, tmp_path / f"{step}")
        assert run_until(step, scene).returncode == KILLED
        with closing(Store.open(scene.data)) as store:
            said_to_be_gone = bool(store.receipts.all())
        assert not (said_to_be_gone and where_words_are(scene, scene.erased.words)), f"step {step}"
        erased(scene)
        assert where_words_are(scene, scene.erased.words) == {}, f"step {step}"
        assert listed(scene.archive) == set(files_in(scene.archive)), f"step {step}"
        shutil.rmtree(scene.data.parent)


def listed(archive: Path) -> set[str]:
    """:returns: what both lists of the archive name."""
    paths = set(read_manifest(archive).sums)
    assert {row.path for row in read_index(archive).rows} == paths
    return paths


def test_what_was_exported_elsewhere_stays_and_is_told(scene: Scene) -> None:
    exported = {path.name: path.read_bytes() for path in scene.exported.iterdir()}
    receipt = erased(scene)
    assert {path.name: path.read_bytes() for path in scene.exported.iterdir()} == exported
    assert any("saved, exported" in line for line in receipt.not_reached)
    assert any("calendars" in line for line in receipt.not_reached)


HIDDEN: dict[str, Callable[[Path], object]] = {
    "UTF-8": lambda folder: (folder / "a.bin").write_bytes(b"\x00" + CONTROL.encode()),
    "UTF-16, little end first": lambda folder: (folder / "a.bin").write_bytes(CONTROL.encode("utf-16-le")),
    "UTF-16, big end first": lambda folder: (folder / "a.bin").write_bytes(CONTROL.encode("utf-16-be")),
    "UTF-16, between two": lambda folder: (folder / "a.bin").write_bytes(b"x" + CONTROL.encode("utf-16-be")),
    "spelt out in JSON": lambda folder: (folder / "a.json").write_bytes(b'"\\u00d6q777\\u00c9z"'),
    "other letters": lambda folder: (folder / "a.txt").write_bytes(b"OQ777EZ"),
    "letters and accents apart": lambda folder: (folder / "a.txt").write_bytes(
        "O\u0308q777E\u0301z".encode()
    ),
    "the name of a file": lambda folder: (folder / f"{CONTROL}.txt").touch(),
    "the name of a folder": lambda folder: (folder / CONTROL).mkdir(),
    "hexadecimal in a PDF": lambda folder: (folder / "a.pdf").write_bytes(
        b"<FEFF" + CONTROL.encode("utf-16-be").hex().encode() + b">"
    ),
    "a member of a zip": lambda folder: _zip(folder / "a.zip", "a.txt", CONTROL.encode()),
    "the name of a member": lambda folder: _zip(folder / "a.zip", CONTROL, b""),
    "a database in a zip": lambda folder: _zip(folder / "a.zip", "a.db", _database(folder, CONTROL)),
    "a row that is gone": lambda folder: (folder / "a.db").write_bytes(_database(folder, CONTROL, gone=True)),
    "a term of an index whose row is gone": lambda folder: (folder / "a.db").write_bytes(
        _index(folder, CONTROL)
    ),
    "a page": lambda folder: (folder / "a.pdf").write_bytes(_page(folder, CONTROL)),
    "the record in a page": lambda folder: (folder / "a.pdf").write_bytes(_page(folder, title=CONTROL)),
}


def _zip(path: Path, name: str, data: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, data)


def _database(folder: Path, word: str, *, gone: bool = False) -> bytes:
    path = folder.parent / "made.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("CREATE TABLE words (word)")
        db.execute("INSERT INTO words VALUES (?)", [word])
        if gone:
            db.execute("PRAGMA secure_delete = OFF")
            db.execute("DELETE FROM words")
    return path.read_bytes()


def _index(folder: Path, word: str) -> bytes:
    path = folder.parent / "index.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
        db.execute("INSERT INTO words VALUES (?)", [f"{plain(word)[:-1]} {plain(word)}"])
        db.execute("PRAGMA secure_delete = ON")
        db.execute("DELETE FROM words")
        db.execute("VACUUM")
    return path.read_bytes()


def _page(folder: Path, word: str = "", *, title: str = "") -> bytes:
    told = a_debriefed_call()
    told.rep = replace(told.rep, name=word or told.rep.name, title=title)
    return draw_call(source_of(folder.parent / "made", told), "a4").pdf


@pytest.mark.parametrize("how", HIDDEN)
def test_a_word_is_found_however_it_is_hidden(tmp_path: Path, how: str) -> None:
    folder = tmp_path / "searched"
    folder.mkdir()
    assert found_in([folder], [CONTROL]) == {}
    HIDDEN[how](folder)
    assert CONTROL in found_in([folder], [CONTROL])
