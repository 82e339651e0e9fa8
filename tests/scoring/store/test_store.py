"""The one file: opened, appended to, read, checked, backed up, and whatever the world does to it."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from scoring import paths
from scoring.entry import Moment, SatIn
from scoring.errors import KnownError, SecondChairError
from scoring.rubric import HIGHEST_VERSION, default_rubric, shipped_rubrics
from scoring.rubric_draft import RubricDraft, draft_of, finished
from scoring.state import Phase
from scoring.store.connection import connect
from scoring.store.migrations import KNOWN_MIGRATIONS, migrations
from scoring.store.store import Store
from scoring.teeup import Way
from tests.builders import Log
from tests.conftest import Amount
from tests.scoring.conftest import Disk, Padlock
from tests.scoring.store.folders import (
    DAMAGES,
    a_folder_with_calls,
    a_stored_log,
    as_after_a_crash,
    contents,
    make_an_older_file,
    overwrite,
    pretend_an_unclean_end,
    write_by_a_newer_version,
)

ROOT = Path(__file__).parents[3]


# Opening and appending


def test_the_first_start_makes_the_folder_and_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "Kundengespräche 2026" / "data"
    with closing(Store.open(folder)) as store:
        assert store.path == folder / paths.DATABASE
        assert store.check() == []
        assert store.calls.all() == []


def test_what_append_returned_from_survives_a_crash(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "data")) as store:
        log = a_stored_log(store)
        for second in range(20):
            store.append([log.at_ms(second * 1000, Moment(words=str(second)))])
        crashed = as_after_a_crash(tmp_path / "data", tmp_path / "crashed")
    with closing(Store.open(crashed)) as store:
        assert store.entries.of(log.call_id) == log.entries
        assert store.check() == []


def test_a_call_reopened_is_what_it_was(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path)) as store:
        log = a_stored_log(store)
        store.append([log.seen("04:10"), log.missed("05:00")])
    with closing(Store.open(tmp_path)) as store:
        state = store.state(log.call_id)
        assert (state.phase, state.tally("questions", seen=True)) == (Phase.RUNNING, 1)


def test_a_closed_folder_is_one_file_its_backups_a_lock_and_nothing_else(tmp_path: Path) -> None:
    a_folder_with_calls(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {paths.DATABASE, paths.LOCK, paths.BACKUPS}


def test_a_second_copy_is_told_to_close_the_first(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path)) as store:
        log = a_stored_log(store)
        with pytest.raises(KnownError, match="Close it first"):
            Store.open(tmp_path)
        store.append([log.seen("04:10")])
        assert store.check() == []


def test_a_second_copy_in_another_process_is_told_so_too(tmp_path: Path) -> None:
    code = f"from scoring.store.store import Store; from pathlib import Path; Store.open(Path({str(tmp_path)!r}))"
    with closing(Store.open(tmp_path)):
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
        )
    assert "KnownError: Already open" in run.stderr


def test_the_facts_know_how_one_sits_in_now(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path)) as store:
        log = a_stored_log(store)
        store.append([log.at("04:10", SatIn(way=Way.NO_DEVICE))])
        assert [facts.way for facts in store.facts.all()] == [Way.NO_DEVICE]
        assert store.check() == []


def divided_by_zero(*_: object) -> float:
    return 1 / 0


def test_a_flaw_in_the_figures_costs_no_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(Store.open(tmp_path)) as store:
        log = a_stored_log(store)
        with monkeypatch.context() as patch:
            patch.setattr("scoring.store.store.derived_from", divided_by_zero)
            store.append([log.ended("05:00")])
        assert store.entries.of(log.call_id) == log.entries
        assert store.check() == [f"The facts of call {log.call_id} differ from its entries."]
        store.rebuild_facts()
        assert store.check() == []
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()


# Reading beside a running app


def test_a_reader_beside_the_running_app_sees_what_is_saved(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path)) as store:
        log = a_stored_log(store)
        with closing(Store.open_read_only(tmp_path)) as reader:
            store.append([log.seen("04:10")])
            assert reader.entries.of(log.call_id) == log.entries
            assert reader.check() == []
        store.append([log.seen("04:20")])
    with closing(Store.open_read_only(tmp_path)) as reader:
        assert reader.entries.of(log.call_id) == log.entries


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    a_folder_with_calls(tmp_path)
    with closing(Store.open_read_only(tmp_path)) as reader, pytest.raises(KnownError, match="read-only"):
        reader.append([Log(reader.calls.all()[0]).seen("01:00")])


def test_a_reader_makes_no_folder_and_says_how_to_choose_one(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="--data-dir"):
        Store.open_read_only(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_a_reader_after_a_crash_sees_everything_and_changes_nothing(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "data")) as store:
        log = a_stored_log(store)
        crashed = as_after_a_crash(tmp_path / "data", tmp_path / "crashed")
    before = contents(crashed)
    with closing(Store.open_read_only(crashed)) as reader:
        assert reader.entries.of(log.call_id) == log.entries
    assert contents(crashed) == before


# Other versions


@pytest.mark.parametrize("open_it", [Store.open, Store.open_read_only])
def test_a_file_from_a_newer_version_is_refused_and_left_as_it_was(
    tmp_path: Path, open_it: Callable[[Path], Store]
) -> None:
    a_folder_with_calls(tmp_path)
    write_by_a_newer_version(tmp_path)
    before = contents(tmp_path)
    with pytest.raises(KnownError, match="newer version"):
        open_it(tmp_path)
    assert contents(tmp_path) == before


def test_so_is_one_that_a_newer_version_left_by_a_crash(tmp_path: Path) -> None:
    data, crashed = tmp_path / "data", tmp_path / "crashed"
    a_folder_with_calls(data)
    with closing(connect(data / paths.DATABASE)) as db:
        db.table("settings").insert({"key": "of the future", "value": "1"})
        write_by_a_newer_version(data)
        as_after_a_crash(data, crashed)
    before = contents(crashed)
    assert before[f"{paths.DATABASE}-wal"]
    with pytest.raises(KnownError, match="newer version"):
        Store.open(crashed)
    assert contents(crashed) == before


def test_an_older_file_is_backed_up_and_brought_up_to_date(tmp_path: Path) -> None:
    make_an_older_file(tmp_path)
    with closing(Store.open(tmp_path)) as store:
        assert [rep.name for rep in store.reps.all()] == ["Ada"]
        assert store.check() == []
    (backup,) = (tmp_path / paths.BACKUPS).iterdir()
    with closing(connect(backup)) as db:
        assert {applied.name for applied in migrations.applied(db)} == {min(KNOWN_MIGRATIONS)}
        assert db.table("calls").count == 1


def test_looking_around_leaves_no_backup(tmp_path: Path) -> None:
    a_folder_with_calls(tmp_path)
    shutil.rmtree(tmp_path / paths.BACKUPS)
    with closing(Store.open(tmp_path)) as store:
        read_all(store)
    assert not (tmp_path / paths.BACKUPS).exists()


def test_a_reader_does_not_bring_an_older_file_up_to_date(tmp_path: Path) -> None:
    make_an_older_file(tmp_path)
    before = contents(tmp_path)
    with pytest.raises(KnownError, match="older version"):
        Store.open_read_only(tmp_path)
    assert contents(tmp_path) == before


def test_an_older_file_that_cannot_be_backed_up_stays_as_it_was(tmp_path: Path) -> None:
    make_an_older_file(tmp_path)
    (tmp_path / paths.BACKUPS).write_text("a file in the way of the folder")
    with pytest.raises(KnownError):
        Store.open(tmp_path)
    with closing(connect(tmp_path / paths.DATABASE)) as db:
        assert {applied.name for applied in migrations.applied(db)} == {min(KNOWN_MIGRATIONS)}


# Damage


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_refused_in_words_and_left_as_it_is(tmp_path: Path, damage: str) -> None:
    a_folder_with_calls(tmp_path)
    DAMAGES[damage](tmp_path / paths.DATABASE)
    pretend_an_unclean_end(tmp_path)
    before = contents(tmp_path)
    for _ in range(2):  # the first try must not make the second one believe that all is well
        with pytest.raises(KnownError, match="damaged"):
            Store.open(tmp_path)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("damage", ["not a byte left", "the file of another program"])
def test_what_is_no_data_of_ours_is_not_taken_for_a_new_file(tmp_path: Path, damage: str) -> None:
    a_folder_with_calls(tmp_path)
    DAMAGES[damage](tmp_path / paths.DATABASE)
    before = contents(tmp_path)
    for open_it in (Store.open, Store.open_read_only):
        with pytest.raises(KnownError, match="damaged"):
            open_it(tmp_path)
    assert contents(tmp_path) == before


def test_a_power_cut_that_emptied_the_file_leaves_the_log_beside_it_alone(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "data")) as store:
        a_stored_log(store)
        crashed = as_after_a_crash(tmp_path / "data", tmp_path / "crashed")
    (crashed / paths.DATABASE).write_bytes(b"")
    before = contents(crashed)
    assert before[f"{paths.DATABASE}-wal"]
    with pytest.raises(KnownError, match="damaged"):
        Store.open(crashed)
    assert contents(crashed) == before


def test_a_first_start_that_was_cut_short_is_gone_on_with(tmp_path: Path) -> None:
    connect(tmp_path / paths.DATABASE).close()
    with closing(Store.open(tmp_path)) as store:
        assert store.check() == []


def test_only_after_an_unclean_end_a_start_reads_through_the_whole_file(tmp_path: Path) -> None:
    a_folder_with_calls(tmp_path, amount=30)
    path = tmp_path / paths.DATABASE
    with closing(sqlite3.connect(path)) as file:
        query = "SELECT rootpage FROM sqlite_master WHERE name LIKE 'idx_entries_id%'"
        ((root,),) = file.execute(query).fetchall()
    overwrite(path, (root - 1) * 4096, random.Random(3).randbytes(4096))
    Store.open(tmp_path).close()
    with closing(Store.open_read_only(tmp_path)) as reader:
        assert reader.check()
    pretend_an_unclean_end(tmp_path)
    with pytest.raises(KnownError, match="damaged"):
        Store.open(tmp_path)


def read_all(store: Store) -> None:
    """Read everything as a job of the app would."""
    with store.trouble():
        store.check()
        store.reps.all()
        store.facts.all()
        for call in store.calls.all():
            store.state(call.id)


def test_whatever_bytes_are_flipped_a_person_gets_a_sentence_at_worst(tmp_path: Path, amount: Amount) -> None:
    sound = a_folder_with_calls(tmp_path / "sound")
    size = (sound / paths.DATABASE).stat().st_size
    for seed in range(amount(60, 5_000)):
        chance = random.Random(seed)
        folder = Path(shutil.copytree(sound, tmp_path / str(seed)))
        for _ in range(chance.choice((1, 1, 3, 30))):
            at = chance.choice((chance.randrange(100), chance.randrange(4096), chance.randrange(size - 40)))
            overwrite(folder / paths.DATABASE, at, chance.randbytes(chance.choice((1, 4, 40))))
        if chance.random() < 0.5:
            pretend_an_unclean_end(folder)
        for open_it in (Store.open_read_only, Store.open):
            try:
                with closing(open_it(folder)) as store:
                    read_all(store)
            except KnownError:
                continue
        shutil.rmtree(folder)


def test_a_start_that_failed_leaves_the_folder_free(tmp_path: Path) -> None:
    a_folder_with_calls(tmp_path)
    good = (tmp_path / paths.DATABASE).read_bytes()
    (tmp_path / paths.DATABASE).write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(KnownError):
        Store.open(tmp_path)
    (tmp_path / paths.DATABASE).write_bytes(good)
    with closing(Store.open(tmp_path)) as store:
        assert len(store.calls.all()) == 3


# Full, read-only, gone


def test_on_a_full_disk_nothing_is_added_and_later_it_works(disk: Disk) -> None:
    folder = disk.folder / "data"
    with closing(Store.open(folder)) as store:
        log = a_stored_log(store)
        saved = list(log.entries)
        disk.fill()
        with pytest.raises(KnownError) as caught:
            store.append([log.seen("04:10", words="x" * 20_000), log.ended("05:00")])
        assert store.entries.of(log.call_id) == saved
        disk.free()
        store.append(log.entries)
        assert store.entries.of(log.call_id) == log.entries
        assert store.check() == []
    assert str(folder) in caught.value.message


def test_on_a_full_disk_the_app_does_not_start_and_says_why(disk: Disk) -> None:
    folder = a_folder_with_calls(disk.folder / "data")
    disk.fill()
    with pytest.raises(KnownError):
        Store.open(folder)
    disk.free()
    with closing(Store.open(folder)) as store:
        assert len(store.calls.all()) == 3
        assert store.check() == []


def test_a_read_only_folder_is_refused_for_writing_and_fine_for_reading(padlock: Padlock) -> None:
    folder = padlock.folder
    a_folder_with_calls(folder)
    padlock.close()
    before = contents(folder)
    with pytest.raises(KnownError, match=r"Not allowed|cannot be written"):
        Store.open(folder)
    with closing(Store.open_read_only(folder)) as reader:
        assert len(reader.calls.all()) == 3
        assert reader.check() == []
    assert contents(folder) == before
    padlock.open()
    Store.open(folder).close()


def test_reading_in_a_read_only_folder_after_a_crash_hides_no_entry(padlock: Padlock) -> None:
    data, crashed = padlock.folder / "data", padlock.folder / "crashed"
    with closing(Store.open(data)) as store:
        log = a_stored_log(store)
        as_after_a_crash(data, crashed)
    (crashed / f"{paths.DATABASE}-shm").unlink()
    for file in crashed.iterdir():
        file.chmod(0o444)
    padlock.close()
    with pytest.raises(KnownError, match="folder is there"):
        Store.open_read_only(crashed)
    padlock.open()
    with closing(Store.open_read_only(crashed)) as reader:
        assert reader.entries.of(log.call_id) == log.entries


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_in_a_folder_that_was_moved_away_nothing_counts_as_saved_until_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with closing(Store.open(folder)) as store:
        log = a_stored_log(store)
        folder.rename(tmp_path / "elsewhere")
        with pytest.raises(KnownError, match="folder is there"):
            store.append([log.seen("04:10")])
        (tmp_path / "elsewhere").rename(folder)
        store.append(log.entries)
    with closing(Store.open(folder)) as store:
        assert store.entries.of(log.call_id) == log.entries


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
def test_in_a_folder_that_was_deleted_nothing_counts_as_saved(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with closing(Store.open(folder)) as store:
        log = a_stored_log(store)
        shutil.rmtree(folder)
        for second in range(3):
            with pytest.raises(KnownError, match="folder is there"):
                store.append([log.at_ms(second, Moment())])


@pytest.mark.parametrize(
    "harm", ["'{'", "replace(data, 'Joint sales call', '')", "replace(data, '\"joint-', '\"our-')"]
)
def test_a_rubric_whose_words_are_not_its_own_any_more_is_found(tmp_path: Path, harm: str) -> None:
    with closing(Store.open(tmp_path)) as store:
        store._db.execute(f"UPDATE rubrics SET data = {harm} WHERE id = 'joint-sales-call' AND version = 1")
        assert store.check() == ["The rubric joint-sales-call, version 1, cannot be read."]


# --- a rubric put in use ----------------------------------------------------------------------------------------------


def a_draft_of_ours(name: str = "Ours") -> RubricDraft:
    return replace(draft_of(default_rubric()), id="ours", name=name)


def test_a_draft_put_in_use_is_the_next_version(store: Store) -> None:
    store.rubric_drafts.put("ours", "RubricDraft", a_draft_of_ours())
    first = store.put_in_use(a_draft_of_ours())
    second = store.put_in_use(a_draft_of_ours("Quite ours"))
    assert (first.version, second.version) == (1, 2)
    assert store.rubrics.versions("ours") == [first, second]
    assert store.rubric_drafts.all("RubricDraft", RubricDraft) == []


def test_a_draft_that_says_nothing_new_makes_no_version(store: Store) -> None:
    first = store.put_in_use(a_draft_of_ours())
    assert store.put_in_use(a_draft_of_ours()) == first
    assert store.rubrics.versions("ours") == [first]


def test_behind_the_last_version_there_is_a_copy(store: Store) -> None:
    store.rubrics.keep(finished(a_draft_of_ours(), HIGHEST_VERSION))
    with pytest.raises(SecondChairError, match="Make a copy"):
        store.put_in_use(a_draft_of_ours("Quite ours"))


def test_a_draft_without_a_name_stays_a_draft(store: Store) -> None:
    store.rubric_drafts.put("ours", "RubricDraft", a_draft_of_ours(""))
    with pytest.raises(SecondChairError, match="a name first"):
        store.put_in_use(a_draft_of_ours(""))
    assert store.rubrics.versions("ours") == []
    assert store.rubric_drafts.all("RubricDraft", RubricDraft) == [a_draft_of_ours("")]


def test_a_rubric_of_the_app_is_not_written_over(store: Store) -> None:
    with pytest.raises(SecondChairError, match="Make a copy"):
        store.put_in_use(replace(draft_of(default_rubric()), name="Ours"))
    assert store.rubrics.versions(default_rubric().id) == [
        rubric for rubric in shipped_rubrics() if rubric.id == default_rubric().id
    ]
