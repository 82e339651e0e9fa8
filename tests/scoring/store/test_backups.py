"""Copies of the file: whole, named, never one in the place of another."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from scoring import paths
from scoring.copies import AT_THE_END, BY_HAND
from scoring.errors import KnownError
from scoring.store.backups import copies_in, thin_out
from scoring.store.connection import connect_read_only
from scoring.store.store import Store
from tests.scoring.conftest import Disk
from tests.scoring.store.folders import a_folder_with_calls, a_stored_log


def backups_in(folder: Path) -> list[Path]:
    return sorted((folder / paths.BACKUPS).iterdir())


def test_a_damaged_file_is_mended_by_what_its_sentence_says(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path)) as store:
        log = a_stored_log(store)
    (tmp_path / paths.DATABASE).write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(KnownError, match="latest copy from the folder “backups”"):
        Store.open(tmp_path)
    shutil.copy(backups_in(tmp_path)[-1], tmp_path / paths.DATABASE)
    with closing(Store.open(tmp_path)) as store:
        assert store.entries.of(log.call_id) == log.entries
        assert store.check() == []


def test_nobody_is_sent_to_backups_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / paths.DATABASE).write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(KnownError, match="another folder") as caught:
        Store.open(tmp_path)
    assert "“backups”" not in caught.value.message


def test_the_last_ten_backups_are_kept(tmp_path: Path) -> None:
    a_folder_with_calls(tmp_path)
    (last,) = backups_in(tmp_path)
    by_hand = last.with_name("2020-01-01 120000 before the trip.db")
    for copy in (
        by_hand,
        *(last.with_name(f"2021-01-{day:02} 180000 at the end.db") for day in range(1, 20)),
    ):
        shutil.copy(last, copy)
    with closing(Store.open(tmp_path)) as store:
        a_stored_log(store)
    kept = [file for file in backups_in(tmp_path) if file != by_hand]
    assert len(kept) == 10
    assert last in kept
    assert by_hand.exists()


def test_an_end_on_a_full_disk_is_a_clean_end_without_a_backup(disk: Disk) -> None:
    folder = a_folder_with_calls(disk.folder / "data")
    shutil.rmtree(folder / paths.BACKUPS)
    with closing(Store.open(folder)) as store:
        a_stored_log(store)
        disk.fill()
    disk.free()
    assert not (folder / paths.BACKUPS).exists() or not backups_in(folder)
    with closing(Store.open(folder)) as store:
        assert store.check() == []


def test_a_backup_is_everything_as_it_is_now_in_one_file(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "data")) as store:
        log = a_stored_log(store)
        backup = store.back_up("before the trip")
        saved = list(log.entries)
        store.append([log.seen("04:10")])
    assert backup.parent == tmp_path / "data" / paths.BACKUPS
    assert backup in backup.parent.iterdir()
    (tmp_path / "restored").mkdir()
    shutil.copy(backup, tmp_path / "restored" / paths.DATABASE)
    with closing(Store.open(tmp_path / "restored")) as store:
        assert store.entries.of(log.call_id) == saved
        assert store.check() == []


def test_a_backup_that_does_not_fit_leaves_nothing_behind(disk: Disk) -> None:
    with closing(Store.open(disk.folder / "data")) as store:
        a_stored_log(store)
        disk.fill()
        with pytest.raises(KnownError):
            store.back_up("by hand")
        disk.free()
        backups = disk.folder / "data" / paths.BACKUPS
        assert not backups.exists() or not list(backups.iterdir())


def test_copies_made_within_a_second_do_not_replace_one_another(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path)) as store:
        made = [store.back_up(BY_HAND) for _ in range(5)]
        a_stored_log(store)
        made += [store.back_up(BY_HAND), store.back_up(AT_THE_END)]
    assert len(set(made)) == 7
    assert len({path.read_bytes() for path in made[:5]}) == 1
    assert made[5].read_bytes() != made[4].read_bytes()


def test_the_copies_are_listed_latest_first_with_their_reason(tmp_path: Path) -> None:
    for name in (
        "2026-11-23 141500 by hand",
        "2026-11-23 141500-2 at the end",
        "2026-11-24 090000 before m005_archive",
        "2026-13-13 000000 no such day",
        "from the other laptop",
    ):
        (tmp_path / f"{name}.db").write_bytes(b"x" * 7)
    (tmp_path / "2026-11-23 141500 by hand.txt").touch()
    (tmp_path / "folder.db").mkdir()
    listed = copies_in(tmp_path)
    assert {copy.why for copy in listed[:2]} == {"2026-13-13 000000 no such day", "from the other laptop"}
    assert [(copy.why, copy.at.strftime("%d %H:%M"), copy.size) for copy in listed[2:]] == [
        ("before m005_archive", "24 09:00", 7),
        ("at the end", "23 14:15", 7),
        ("by hand", "23 14:15", 7),
    ]


def test_a_copy_can_be_put_elsewhere(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "data")) as store:
        a_stored_log(store)
        copy = store.back_up(BY_HAND, tmp_path / "stick")
    assert copies_in(tmp_path / "stick")[0].path == copy
    with closing(connect_read_only(copy)) as db:
        assert db.table("calls").count == 1
    assert [path.name for path in (tmp_path / "stick").iterdir()] == [copy.name], "it is one file"


def test_a_copy_made_by_hand_is_never_thinned_out(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path)) as store:
        made = [store.back_up(BY_HAND) for _ in range(12)]
        for _ in range(12):
            store.back_up(AT_THE_END)
    thin_out(tmp_path / paths.BACKUPS)
    left = copies_in(tmp_path / paths.BACKUPS)
    assert set(made) <= {copy.path for copy in left}
    assert sum(copy.why == AT_THE_END for copy in left) == 10


def test_what_a_kill_left_of_a_copy_is_swept_up_at_the_next_start(tmp_path: Path) -> None:
    backups = a_folder_with_calls(tmp_path) / paths.BACKUPS
    left = [
        backups / ".2026-11-23 141500 by hand.7.part",
        backups / ".2026-11-23 141500 by hand.7.part-journal",
    ]
    for path in left:
        path.write_bytes(b"half of it")
    Store.open(tmp_path).close()
    assert not any(path.exists() for path in left)
    assert len(backups_in(tmp_path)) == 1
