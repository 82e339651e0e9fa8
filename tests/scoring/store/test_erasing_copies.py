"""The copies of the file that the app keeps."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scoring import paths
from scoring.erasure import Erasure
from scoring.errors import KnownError
from scoring.people import Rep
from scoring.store import erasing_copies
from scoring.store.erasing_copies import (
    can_be_read,
    copies_in,
    delete_copy,
    erase_from_copy,
    unfinished_copies_in,
)
from scoring.store.store import Store
from tests.builders import a_rep
from tests.scoring.store.older_files import make_older
from tests.scoring.store.test_erasing import SECRET, put_call

OTHER = "Something else"


@pytest.fixture
def rep(store: Store) -> Rep:
    rep = a_rep(SECRET, coaching=SECRET)
    store.reps.save(rep)
    put_call(store, rep, SECRET)
    other = a_rep("Ada Lovelace")
    store.reps.save(other)
    put_call(store, other, OTHER)
    return rep


@pytest.fixture
def copy(store: Store, rep: Rep) -> Path:
    return store.back_up("by hand")


@pytest.fixture
def erasure(rep: Rep) -> Erasure:
    return Erasure(rep_ids=frozenset({rep.id}))


def has(path: Path, words: str) -> bool:
    return words.encode() in path.read_bytes()


def assert_only_the_other_is_in(copy: Path) -> None:
    assert not has(copy, SECRET)
    assert has(copy, OTHER)
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT name FROM reps").fetchall() == [("Ada Lovelace",)]
        assert db.execute("SELECT count(*) FROM calls").fetchone() == (1,)


def test_a_copy_is_made_anew_without_them(copy: Path, erasure: Erasure) -> None:
    assert has(copy, SECRET)
    assert erase_from_copy(copy, erasure)
    assert_only_the_other_is_in(copy)


@pytest.mark.parametrize("step", ["m005_archive", "m006_follow_through"])
def test_a_copy_of_an_older_shape_as_well(copy: Path, erasure: Erasure, step: str) -> None:
    make_older(copy, step)
    assert has(copy, SECRET)
    assert erase_from_copy(copy, erasure)
    assert_only_the_other_is_in(copy)


def test_a_copy_holds_calls_that_are_nowhere_else_any_more(
    store: Store, copy: Path, rep: Rep, erasure: Erasure
) -> None:
    """Calls are found by their rep, whatever the file of today knows of them."""
    with closing(sqlite3.connect(store.path)) as db:
        db.execute("DELETE FROM calls")
    assert erase_from_copy(copy, erasure)
    assert_only_the_other_is_in(copy)


def test_a_copy_can_be_opened_by_the_app_afterwards(copy: Path, erasure: Erasure, tmp_path: Path) -> None:
    erase_from_copy(copy, erasure)
    folder = tmp_path / "again"
    folder.mkdir()
    shutil.copy(copy, folder / paths.DATABASE)
    with closing(Store.open(folder)) as again:
        assert [rep.name for rep in again.reps.all()] == ["Ada Lovelace"]
        assert again.check() == []


def test_what_was_logged_beside_a_copy_is_not_lost(copy: Path, erasure: Erasure) -> None:
    """Somebody opened a copy, changed it, and was cut short: the change stands in the log beside it."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE reps SET title = 'Changed' WHERE name = 'Ada Lovelace'")
        kept = {end: copy.with_name(copy.name + end).read_bytes() for end in ("-wal", "-shm", "")}
    for end, data in kept.items():
        copy.with_name(copy.name + end).write_bytes(data)
    assert erase_from_copy(copy, erasure)
    assert_only_the_other_is_in(copy)
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT title FROM reps").fetchall() == [("Changed",)]


@pytest.mark.parametrize("step", ["_delete_beside", "write_whole"])
def test_killed_in_the_middle_no_log_of_before_lies_beside_a_copy_made_anew(
    copy: Path, erasure: Erasure, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """SQLite would read it into the copy: who was erased would be back, or the copy damaged."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE reps SET title = 'Changed'")
        log = copy.with_name(f"{copy.name}-wal")
        kept = (copy.read_bytes(), log.read_bytes())
    copy.write_bytes(kept[0])
    log.write_bytes(kept[1])

    def end(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as killed:
        killed.setattr(erasing_copies, step, end)
        with pytest.raises(KeyboardInterrupt):
            erase_from_copy(copy, erasure)
    assert copy.read_bytes() == kept[0], "as long as its log may lie beside it"
    assert erase_from_copy(copy, erasure)
    assert_only_the_other_is_in(copy)


@pytest.mark.parametrize("damage", ["rubbish", "cut", "empty", "foreign", "newer"])
def test_a_copy_that_cannot_be_read_is_deleted(copy: Path, erasure: Erasure, damage: str) -> None:
    data = copy.read_bytes()
    if damage == "foreign":
        copy.unlink()
        with closing(sqlite3.connect(copy)) as db:
            db.execute("CREATE TABLE notes (words)")
    elif damage == "newer":
        with closing(sqlite3.connect(copy)) as db:
            db.execute("UPDATE _sqlite_migrations SET name = 'm999_later' WHERE name = 'm005_archive'")
            db.commit()
    else:
        copy.write_bytes(
            {"rubbish": SECRET.encode() * 999, "cut": data[: len(data) // 2], "empty": b""}[damage]
        )
    assert not can_be_read(copy)
    assert not erase_from_copy(copy, erasure)
    assert not copy.exists()


def test_a_copy_that_another_program_holds_is_not_deleted(copy: Path, erasure: Erasure) -> None:
    """It may be sound: that nobody can read it just now is no damage."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as other_program:
        other_program.execute("PRAGMA journal_mode = WAL")
        other_program.execute("PRAGMA locking_mode = EXCLUSIVE")
        other_program.execute("UPDATE reps SET title = 'Changed'")
        with pytest.raises(KnownError, match="Another program holds"):
            erase_from_copy(copy, erasure)
        assert copy.exists()
    assert erase_from_copy(copy, erasure)
    assert_only_the_other_is_in(copy)


def test_a_copy_that_the_system_lets_nobody_read_is_not_deleted(
    copy: Path, erasure: Erasure, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as refusing:
        refusing.setattr(Path, "stat", _refuse)
        copy.with_name(f"{copy.name}-wal").write_bytes(b"")
        with pytest.raises(KnownError):
            erase_from_copy(copy, erasure)
    assert erase_from_copy(copy, erasure)


def _refuse(*_args: object, **_named: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_looking_at_a_copy_changes_nothing(copy: Path) -> None:
    before = copy.read_bytes()
    assert can_be_read(copy)
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_copy_is_deleted_with_what_lies_beside_it(copy: Path) -> None:
    for end in ("-wal", "-shm", "-journal"):
        copy.with_name(copy.name + end).write_bytes(b"old")
    delete_copy(copy)
    assert list(copy.parent.iterdir()) == []


def test_a_folder_that_refuses_is_said(copy: Path, erasure: Erasure, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(KnownError, match="does not let"):
        erase_from_copy(copy, erasure)
    assert has(copy, OTHER)


def test_copies_are_found_and_so_is_what_was_cut_short(store: Store, copy: Path) -> None:
    unfinished = copy.with_suffix(".part")
    unfinished.write_bytes(b"half")
    (copy.parent / "notes.txt").write_text("mine")
    assert copies_in(store.path.parent) == [copy]
    assert unfinished_copies_in(store.path.parent) == [unfinished]
