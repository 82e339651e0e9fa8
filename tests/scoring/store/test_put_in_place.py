"""A copy in the place of all that is here: whole or not at all, whatever happens."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import scoring.store.connection
import scoring.store.store
from scoring import paths
from scoring.copies import AT_THE_END, BEFORE_RESTORE, BY_HAND
from scoring.errors import KnownError
from scoring.store.backups import copies_in
from scoring.store.connection import connect_read_only
from scoring.store.copies import look_into
from scoring.store.store import Store
from tests.builders import a_rep
from tests.conftest import Amount
from tests.scoring.conftest import Disk
from tests.scoring.store.folders import a_folder_with_calls, a_stored_log

ROOT = Path(__file__).parents[3]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data that is worked with: three calls, and a copy among the backups."""
    return a_folder_with_calls(tmp_path / "data")


def copies_for(data: Path, why: str) -> list[Path]:
    return [copy.path for copy in copies_in(data / paths.BACKUPS) if copy.why == why]


def test_what_was_here_is_kept_and_can_be_put_back(data: Path) -> None:
    (before,) = copies_for(data, AT_THE_END)
    with closing(Store.open(data)) as store:
        log = a_stored_log(store)
        kept = store.put_in_place(look_into(before, data).prepared)
        assert len(store.calls.all()) == 3
        assert [kept] == copies_for(data, BEFORE_RESTORE)
        store.put_in_place(look_into(kept, data).prepared)
        assert store.entries.of(log.call_id) == log.entries
        assert store.check() == []
        store.append([log.seen("04:10")])
    with closing(Store.open(data)) as store:
        assert store.entries.of(log.call_id) == log.entries
    assert not (data / paths.COMING).exists()


def test_where_there_is_no_room_for_the_copy_of_what_is_here_nothing_is_replaced(disk: Disk) -> None:
    data = a_folder_with_calls(disk.folder / "data")
    (before,) = copies_for(data, AT_THE_END)
    with closing(Store.open(data)) as store:
        log = a_stored_log(store)
        prepared = look_into(before, data).prepared
        disk.fill()
        with pytest.raises(KnownError):
            store.put_in_place(prepared)
        disk.free()
        assert store.entries.of(log.call_id) == log.entries
        store.append([log.seen("04:10")])
        assert store.check() == []


def test_where_the_system_refuses_the_last_step_one_goes_on_with_what_was_here(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    (before,) = copies_for(data, AT_THE_END)
    with closing(Store.open(data)) as store:
        log = a_stored_log(store)
        prepared = look_into(before, data).prepared
        monkeypatch.setattr(scoring.store.store, "replace_whole", refused)
        with pytest.raises(KnownError):
            store.put_in_place(prepared)
        assert store.entries.of(log.call_id) == log.entries
        store.append([log.seen("04:10")])
        assert store.check() == []


def test_while_another_program_reads_the_data_it_is_left_alone(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(scoring.store.connection.PRAGMAS, "busy_timeout", 1)
    (before,) = copies_for(data, AT_THE_END)
    with closing(Store.open(data)) as store:
        log = a_stored_log(store)
        prepared = look_into(before, data).prepared
        with closing(connect_read_only(data / paths.DATABASE)), pytest.raises(KnownError, match="in use"):
            store.put_in_place(prepared)
        store.append([log.seen("04:10")])
        store.put_in_place(prepared)
        assert len(store.calls.all()) == 3


def test_what_was_made_ready_and_is_gone_is_said_to_be_gone(data: Path) -> None:
    with closing(Store.open(data)) as store:
        with pytest.raises(KnownError, match="not there"):
            store.put_in_place(data / paths.COMING / paths.DATABASE)
        assert copies_for(data, BEFORE_RESTORE) == []


OVER_AND_OVER = """
import sys
from pathlib import Path
from scoring.store import store as module
from scoring.store.copies import look_into

def told(finished, path):
    print("now", flush=True)
    replace_whole(finished, path)

replace_whole, module.replace_whole = module.replace_whole, told
data, ada, bea = map(Path, sys.argv[1:])
store = module.Store.open(data)
print("ready", flush=True)
while True:
    for copy in (bea, ada):
        kept = store.put_in_place(look_into(copy, data).prepared)
        store.settings.put("restored", copy.name)
        kept.unlink()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
@pytest.mark.parametrize("moment", ["any", "the last step"])
def test_a_kill_at_any_moment_leaves_the_one_or_the_other_whole(
    tmp_path: Path, amount: Amount, moment: str
) -> None:
    data, chance, seen = tmp_path / "data", random.Random(7), set[str]()
    copies = [_a_copy_with(tmp_path, name) for name in ("Ada", "Bea")]
    Store.open(data).close()
    for _ in range(amount(10, 300)):
        _kill_while_restoring(data, copies, chance, at_once=moment == "any")
        with closing(Store.open(data)) as store:
            assert store.check() == []
            names = [rep.name for rep in store.reps.all()]
            assert len(names) == len(store.calls.all()) <= 1
            seen |= set(names)
    assert seen, "it was killed before it did anything"


def _kill_while_restoring(data: Path, copies: list[Path], chance: random.Random, *, at_once: bool) -> None:
    command = [sys.executable, "-c", OVER_AND_OVER, str(data), *map(str, copies)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        for _ in range(0 if at_once else chance.randint(1, 4)):
            assert process.stdout.readline() == "now\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.02, 0.5) if at_once else chance.uniform(0, 0.01))
        process.send_signal(signal.SIGKILL)


def _a_copy_with(folder: Path, name: str) -> Path:
    with closing(Store.open(folder / name)) as store:
        log = a_stored_log(store)
        rep = store.reps.all()[0]
        store.reps.save(a_rep(name, id=rep.id))
        store.scans.put(
            log.call_id, "00ff", random.Random(1).randbytes(6_000_000)
        )  # so that it takes a while
        return store.back_up(BY_HAND)
