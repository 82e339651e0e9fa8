"""Data folders as tests find them: with calls, cut short, of another version, damaged."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from scoring import paths
from scoring.call import Call
from scoring.files import FolderLock
from scoring.store.connection import connect
from scoring.store.migrations import KNOWN_MIGRATIONS, migrations
from scoring.store.store import Store
from tests.builders import Log, a_call, a_debriefed_call, a_rep, a_running_log


def a_stored_log(store: Store, log_of: Callable[[Call], Log] = a_running_log) -> Log:
    """:returns: the log of a call, by default a running one, that is stored with its rep."""
    rep = a_rep()
    call = a_call(rep)
    log = log_of(call)
    store.reps.save(rep)
    store.calls.add(call)
    store.append(log.entries)
    return log


def a_folder_with_calls(folder: Path, amount: int = 3) -> Path:
    """:returns: a folder with some debriefed calls in it, closed."""
    with closing(Store.open(folder)) as store:
        for _ in range(amount):
            rep = a_rep(coaching="straight, please")
            call, log = a_debriefed_call(rep)
            store.reps.save(rep)
            store.calls.add(call)
            store.append(log.entries)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """:returns: the bytes of the data in a folder, with the log beside it; not of the shared memory and the lock."""
    files = {file.name: file.read_bytes() for file in folder.glob(f"{paths.DATABASE}*")}
    return {name: data for name, data in files.items() if data and not name.endswith("-shm")}


def as_after_a_crash(folder: Path, target: Path) -> Path:
    """:returns: ``target`` with what a kill at this moment would leave of an open ``folder``."""
    shutil.copytree(folder, target)
    return target


def pretend_an_unclean_end(folder: Path) -> None:
    FolderLock(folder / paths.LOCK).abandon()


def write_by_a_newer_version(folder: Path) -> None:
    with closing(connect(folder / paths.DATABASE)) as db:
        table = db.table(migrations.migrations_table)
        table.insert({"migration_set": migrations.name, "name": "m999_future", "applied_at": "tomorrow"})


def make_an_older_file(folder: Path, steps: int = 1) -> None:
    """Make a file as the version after so many steps wrote it, by default the first, with one call."""
    folder.mkdir(exist_ok=True)
    with closing(connect(folder / paths.DATABASE)) as db:
        migrations.apply(db, stop_before=sorted(KNOWN_MIGRATIONS)[steps])
        call = {"id": str(a_call().id), "rep_id": str(a_rep().id), "created_at": "2025-01-01T09:00:00+00:00"}
        rep = {"name": "Ada", "employee_number": "", "team": "", "title": "", "coaching": ""}
        db.table("reps").insert({"id": call["rep_id"], **rep})
        db.table("calls").insert(call)


def overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def replace_by_a_file_of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE reps (weight INTEGER)")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "other bytes": lambda path: path.write_bytes(random.Random(1).randbytes(50_000)),
    "half of it": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    # More than a page: the very last bytes may be the empty room of a page, which nobody misses.
    "a page and a few bytes less": lambda path: path.write_bytes(path.read_bytes()[: -4096 - 100]),
    "not a byte left": lambda path: path.write_bytes(b""),
    "the file of another program": replace_by_a_file_of_another_program,
    "no header": lambda path: overwrite(path, 0, bytes(100)),
    "a format nobody knows": lambda path: overwrite(path, 44, b"\0\0\0\x63"),
    "flipped pages": lambda path: overwrite(path, 4096, random.Random(2).randbytes(8 * 4096)),
    "zeros at the end": lambda path: overwrite(path, path.stat().st_size - 3 * 4096, bytes(3 * 4096)),
}
