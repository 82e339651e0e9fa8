"""The one thread that writes."""

from __future__ import annotations

import queue
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from scoring import paths
from scoring.entry import Entry, Moment, WordsHeard
from scoring.errors import KnownError
from scoring.keeper import Keeper
from scoring.store.store import Store
from tests.builders import Log, a_call, a_rep
from tests.conftest import Amount
from tests.scoring.conftest import Disk

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0


class Kept:
    """A keeper of a folder, with what it told."""

    def __init__(self, folder: Path) -> None:
        self.saved: list[Entry] = []
        self.troubles: queue.Queue[KnownError | None] = queue.Queue()
        self._enough = threading.Condition()
        self.keeper = Keeper(lambda: Store.open(folder), self._on_saved, self.troubles.put)

    def _on_saved(self, entries: list[Entry]) -> None:
        with self._enough:
            self.saved += entries
            self._enough.notify()

    def wait_for(self, amount: int) -> list[Entry]:
        """:returns: what was told to be saved, once it is so many."""
        with self._enough:
            assert self._enough.wait_for(lambda: len(self.saved) >= amount, PATIENCE)
            return list(self.saved)

    def next_trouble(self) -> KnownError | None:
        return self.troubles.get(timeout=PATIENCE)

    def a_log(self) -> Log:
        """:returns: the log of a call that may have entries."""
        rep = a_rep()
        call = a_call(rep)
        self.keeper.ask(lambda store: store.reps.save(rep))
        self.keeper.ask(lambda store: store.calls.add(call))
        return Log(call)

    def stored(self, log: Log) -> list[Entry]:
        return self.keeper.ask(lambda store: store.entries.of(log.call_id))


Keep = Callable[[Path], Kept]


@pytest.fixture
def keep() -> Iterator[Keep]:
    """Make keepers that are started here and closed with the test."""
    started: list[Kept] = []

    def start(folder: Path) -> Kept:
        kept = Kept(folder)
        started.append(kept)
        kept.keeper.start().result(PATIENCE)
        return kept

    yield start
    for kept in started:
        kept.keeper.close()


@pytest.fixture
def kept(keep: Keep, tmp_path: Path) -> Kept:
    return keep(tmp_path)


def taps(log: Log, amount: int) -> list[Entry]:
    return [log.at_ms(number * 100, Moment(words=str(number))) for number in range(amount)]


def test_starting_tells_where_the_file_lies(tmp_path: Path) -> None:
    keeper = Kept(tmp_path).keeper
    assert keeper.start().result(PATIENCE) == tmp_path / paths.DATABASE
    assert keeper.close() == []


def test_what_is_told_to_be_saved_is_in_the_file_in_order(kept: Kept) -> None:
    log = kept.a_log()
    for entry in taps(log, 50):
        kept.keeper.append(entry)
    assert kept.wait_for(50) == log.entries
    assert kept.stored(log) == log.entries


def test_taps_from_many_places_keep_each_their_order(kept: Kept) -> None:
    logs = [kept.a_log() for _ in range(4)]

    def tap(log: Log) -> None:
        for entry in taps(log, 50):
            kept.keeper.append(entry)

    threads = [threading.Thread(target=tap, args=[log]) for log in logs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept.wait_for(200)
    assert all(kept.stored(log) == log.entries for log in logs)


def test_a_question_is_answered_after_what_was_tapped_before_it(kept: Kept) -> None:
    log = kept.a_log()
    kept.keeper.append(*taps(log, 100))
    assert len(kept.stored(log)) == 100


def test_closing_writes_what_is_queued(keep: Keep, tmp_path: Path) -> None:
    kept = keep(tmp_path)
    log = kept.a_log()
    kept.keeper.append(*taps(log, 300))
    assert kept.keeper.close() == []
    with closing(Store.open(tmp_path)) as store:
        assert store.entries.of(log.call_id) == log.entries


def test_a_question_that_goes_wrong_is_answered_and_nobody_else_suffers(kept: Kept) -> None:
    with pytest.raises(KeyError):
        kept.keeper.ask(lambda store: store.reps.get(UUID(int=0)))
    with pytest.raises(ZeroDivisionError):
        kept.keeper.ask(lambda _: 1 // 0)
    log = kept.a_log()
    kept.keeper.append(*taps(log, 1))
    assert kept.wait_for(1) == log.entries


def test_what_the_world_does_to_a_question_is_said_in_words(kept: Kept) -> None:
    log = kept.a_log()
    kept.keeper.append(log.started())

    def damage(store: Store) -> None:
        store._db.execute("UPDATE entries SET data = '{'")

    kept.keeper.ask(damage)
    with pytest.raises(KnownError, match="damaged"):
        kept.stored(log)


def test_a_file_that_cannot_be_opened_is_told_to_whoever_starts_and_asks(tmp_path: Path) -> None:
    (tmp_path / paths.DATABASE).write_bytes(b"Dear diary, " * 1000)
    kept = Kept(tmp_path)
    with pytest.raises(KnownError, match="damaged"):
        kept.keeper.start().result(PATIENCE)
    with pytest.raises(RuntimeError, match="ended"):
        kept.keeper.post(Store.check).result(PATIENCE)
    assert kept.keeper.close() == []


def test_nobody_waits_for_an_answer_after_the_end(keep: Keep, tmp_path: Path) -> None:
    kept = keep(tmp_path)
    waiting = [kept.keeper.post(Store.check) for _ in range(20)]
    kept.keeper.close()
    assert all(future.result(PATIENCE) == [] for future in waiting)
    with pytest.raises(RuntimeError, match="ended"):
        kept.keeper.post(Store.check).result(PATIENCE)


def test_words_with_half_a_character_do_not_stop_the_keeper(kept: Kept) -> None:
    log = kept.a_log()
    kept.keeper.append(log.at("01:00", WordsHeard(text="caf\ud83d")), *taps(log, 3))
    assert len(kept.wait_for(4)) == 4
    assert kept.stored(log) == log.entries


def test_on_a_full_disk_everything_waits_in_its_order_and_is_written_once_there_is_room(
    keep: Keep, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scoring.keeper.RETRY_SECONDS", 0.02)
    kept = keep(disk.folder / "data")
    log = kept.a_log()
    before = taps(log, 3)
    kept.keeper.append(*before)
    kept.wait_for(3)
    disk.fill()
    first = log.at("10:00", WordsHeard(text="x" * 20_000))
    kept.keeper.append(first)
    trouble = kept.next_trouble()
    assert trouble is not None
    second = log.at("10:01", Moment())
    kept.keeper.append(second)
    assert kept.stored(log) == before  # questions are answered all the while
    assert kept.wait_for(3) == before  # and nothing else is called saved
    disk.free()
    assert kept.wait_for(5) == [*before, first, second]
    while trouble is not None:
        trouble = kept.next_trouble()
    assert kept.stored(log) == log.entries
    assert kept.troubles.empty()


def test_what_is_to_follow_the_entries_waits_with_them(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scoring.keeper.RETRY_SECONDS", 0.02)
    log = kept.a_log()

    def refuse(*_: object) -> None:
        raise KnownError("The disk is full", "Make some room.")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "append", refuse)
        kept.keeper.append(*taps(log, 2))
        following = kept.keeper.post(lambda store: store.entries.of(log.call_id), once_saved=True)
        for _ in range(3):
            assert kept.next_trouble() is not None
        assert not following.done()
    assert following.result(PATIENCE) == log.entries


def test_closing_does_what_was_to_follow(keep: Keep, tmp_path: Path) -> None:
    kept = keep(tmp_path)
    log = kept.a_log()
    kept.keeper.append(*taps(log, 1))
    following = kept.keeper.post(lambda store: store.entries.of(log.call_id), once_saved=True)
    kept.keeper.close()
    assert following.result(PATIENCE) == log.entries


def test_what_could_not_be_written_until_the_end_is_handed_back(keep: Keep, disk: Disk) -> None:
    kept = keep(disk.folder / "data")
    log = kept.a_log()
    disk.fill()
    unsaved = [log.at("10:00", WordsHeard(text="x" * 20_000)), log.at("10:01", Moment())]
    kept.keeper.append(*unsaved)
    assert kept.keeper.close() == unsaved
    assert kept.saved == []


@pytest.mark.parametrize("error", [KeyError("questions"), MemoryError(), sqlite3.DataError("too big")])
def test_whatever_goes_wrong_in_writing_is_told_and_the_taps_wait(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    monkeypatch.setattr("scoring.keeper.RETRY_SECONDS", 0.02)
    log = kept.a_log()

    def refuse(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Store, "append", refuse)
        kept.keeper.append(*taps(log, 2))
        trouble = kept.next_trouble()
        assert trouble is not None
        assert trouble.title == "Saving has stopped"
        assert kept.stored(log) == []  # and questions are answered all the while
    assert kept.wait_for(2) == log.entries
    assert kept.stored(log) == log.entries
    assert len(caplog.records) == 1, "a developer reads it once, not with every attempt"
    caplog.clear()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_in_a_folder_that_is_gone_taps_wait_until_it_is_back(
    keep: Keep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scoring.keeper.RETRY_SECONDS", 0.02)
    kept = keep(tmp_path / "data")
    log = kept.a_log()
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    kept.keeper.append(*taps(log, 3))
    assert kept.next_trouble() is not None
    assert kept.saved == []
    (tmp_path / "elsewhere").rename(tmp_path / "data")
    assert kept.wait_for(3) == log.entries
    assert kept.stored(log) == log.entries


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
def test_a_deleted_folder_leaves_the_taps_with_whoever_closes(keep: Keep, tmp_path: Path) -> None:
    kept = keep(tmp_path / "data")
    log = kept.a_log()
    shutil.rmtree(tmp_path / "data")
    kept.keeper.append(*taps(log, 3))
    assert kept.next_trouble() is not None
    assert kept.keeper.close() == log.entries
    assert kept.saved == []


def kill_at_a_random_moment(folder: Path, acknowledged: int) -> list[str]:
    """Let a process log into ``folder`` and kill it once it has said so much. :returns: all lines it said."""
    command = [sys.executable, "-m", "tests.scoring.logging_process", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(acknowledged)]
        process.kill()
        said += process.stdout.readlines()
    return [line for line in said if line.endswith("\n")]


def test_a_kill_at_any_moment_loses_nothing_that_was_told_to_be_saved(tmp_path: Path, amount: Amount) -> None:
    told: dict[UUID, list[UUID]] = defaultdict(list)
    for seed in range(amount(10, 200)):
        for line in kill_at_a_random_moment(tmp_path, random.Random(seed).randrange(1, 400)):
            call_id, entry_id = line.split()
            told[UUID(call_id)].append(UUID(entry_id))
        with closing(Store.open_read_only(tmp_path)) as reader:
            assert reader.check() == []
            for call_id, ids in told.items():
                assert [entry.id for entry in reader.entries.of(call_id)][: len(ids)] == ids
    with closing(Store.open(tmp_path)) as store:
        assert store.check() == []
