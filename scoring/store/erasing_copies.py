"""The copies of the file that the app keeps: who is erased goes out of them as well."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

from sqlite_utils import Database

from scoring import paths
from scoring.erasure import Erasure
from scoring.files import file_trouble, sync_folder, write_whole
from scoring.store.connection import DamagedError, database_trouble, uri_of
from scoring.store.erasing import erase_rows, sweep
from scoring.store.migrations import KNOWN_MIGRATIONS, migrations

_BESIDE = ("-wal", "-shm", "-journal")


class UnreadableCopyError(Exception):
    """A copy that is damaged, or of a shape that is not known."""


def copies_in(data_folder: Path) -> list[Path]:
    """:returns: the copies of the file that the app keeps, by name."""
    return sorted(path for path in (data_folder / paths.BACKUPS).glob("*.db") if path.is_file())


def unfinished_copies_in(data_folder: Path) -> list[Path]:
    """:returns: what is left of copies that were cut short, and of those that were looked into."""
    cut_short = (data_folder / paths.BACKUPS).glob("*.part*")
    return sorted([*cut_short, *(path for path in (data_folder / paths.COMING).rglob("*") if path.is_file())])


def can_be_read(copy: Path) -> bool:
    """:returns: whether a copy can be made anew without somebody; one that cannot is of no use either.

    :raises KnownError: if the system refuses to say.
    """
    try:
        _read(copy).close()
    except UnreadableCopyError:
        return False
    return True


def erase_from_copy(copy: Path, erasure: Erasure) -> bool:
    """Make a copy anew without the people and calls of an erasure; it is as it was, or made anew. One that cannot be
    read is deleted.

    :returns: whether it was made anew.
    :raises KnownError: if the system refuses, or another program holds it: it may be sound, and stays.
    """
    try:
        data = _without(copy, erasure)
    except UnreadableCopyError:
        delete_copy(copy)
        return False
    _delete_beside(copy)  # first: a log is read into whatever file of that name it lies beside
    write_whole(copy, data)
    return True


def delete_copy(copy: Path) -> None:
    """Delete a copy with all that SQLite left beside it.

    :raises KnownError: if the system refuses.
    """
    _delete_beside(copy)
    _delete(copy)


def _delete_beside(copy: Path) -> None:
    for ending in _BESIDE:
        _delete(copy.with_name(copy.name + ending))


def _delete(path: Path) -> None:
    """For good: no power cut brings it back."""
    with file_trouble(path):
        if path.exists():
            path.unlink()
            sync_folder(path.parent)


def _without(copy: Path, erasure: Erasure) -> bytes:
    """It happens in memory: not a byte of what goes is written anywhere on the way."""
    with closing(_read(copy)) as connection:
        db = Database(connection, execute_plugins=False)
        with db.atomic():
            erase_rows(db, erasure)
        sweep(db)
        return connection.serialize()


def _read(copy: Path) -> sqlite3.Connection:
    """:returns: a sound copy in memory, of this version of the app or an older one."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with ExitStack() as on_failure:
        on_failure.callback(connection.close)
        if not _is_filled(connection, copy):
            raise UnreadableCopyError(copy.name)
        on_failure.pop_all()
    return connection


def _is_filled(connection: sqlite3.Connection, copy: Path) -> bool:
    """:returns: whether it holds a sound copy now.

    :raises KnownError: if that cannot be told: the system refuses, or another program holds the copy.
    """
    try:
        with file_trouble(copy), database_trouble(copy):
            _fill(connection, copy)
            steps = {step.name for step in migrations.applied(Database(connection, execute_plugins=False))}
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (DamagedError, sqlite3.DatabaseError):
        return False
    return bool(steps) and steps <= KNOWN_MIGRATIONS and sound


def _fill(connection: sqlite3.Connection, copy: Path) -> None:
    """With the log that lies beside it, if somebody has opened it; without one, reading must leave none there."""
    log = copy.with_name(f"{copy.name}-wal")
    with_log = log.exists() and log.stat().st_size > 0
    uri = f"{uri_of(copy.absolute())}?mode=ro" + ("" if with_log else "&immutable=1")
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as source:
        source.execute("BEGIN")
        source.execute(
            "SELECT count(*) FROM sqlite_master"
        )  # refused while it is held: a backup waits for ever
        source.backup(connection)
