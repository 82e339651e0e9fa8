"""The copies of the file that the app keeps: who is erased goes out of them as well."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from scoring import paths
from scoring.erasure import Erasure
from scoring.files import file_trouble, write_whole
from scoring.store.connection import uri_of
from scoring.store.erasing import erase_rows, sweep
from scoring.store.migrations import KNOWN_MIGRATIONS, migrations

_BESIDE = ("-wal", "-shm", "-journal")


class UnreadableCopyError(Exception):
    """A copy that is damaged, or of a shape that is not known."""


def copies_in(data_folder: Path) -> list[Path]:
    """:returns: the copies of the file that the app keeps, by name."""
    return sorted(path for path in (data_folder / paths.BACKUPS).glob("*.db") if path.is_file())


def unfinished_copies_in(data_folder: Path) -> list[Path]:
    """:returns: what is left of copies that were cut short."""
    return sorted((data_folder / paths.BACKUPS).glob("*.part"))


def can_be_read(copy: Path) -> bool:
    """:returns: whether a copy can be made anew without somebody; one that cannot is of no use either."""
    try:
        _read(copy).close()
    except UnreadableCopyError:
        return False
    return True


def erase_from_copy(copy: Path, erasure: Erasure) -> bool:
    """Make a copy anew without the people and calls of an erasure; it is as it was, or made anew. One that cannot be
    read is deleted.

    :returns: whether it was made anew.
    :raises KnownError: if the system refuses.
    """
    try:
        data = _without(copy, erasure)
    except UnreadableCopyError:
        delete_copy(copy)
        return False
    write_whole(copy, data)
    _delete_beside(copy)
    return True


def delete_copy(copy: Path) -> None:
    """Delete a copy with all that SQLite left beside it.

    :raises KnownError: if the system refuses.
    """
    _delete_beside(copy)
    with file_trouble(copy):
        copy.unlink(missing_ok=True)


def _delete_beside(copy: Path) -> None:
    for ending in _BESIDE:
        beside = copy.with_name(copy.name + ending)
        with file_trouble(beside):
            beside.unlink(missing_ok=True)


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
    try:
        _fill(connection, copy)
        db = Database(connection, execute_plugins=False)
        steps = {step.name for step in migrations.applied(db)}
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (sqlite3.Error, OSError) as error:
        connection.close()
        raise UnreadableCopyError(copy.name) from error
    if not (steps and steps <= KNOWN_MIGRATIONS and sound):
        connection.close()
        raise UnreadableCopyError(copy.name)
    return connection


def _fill(connection: sqlite3.Connection, copy: Path) -> None:
    """With the log that lies beside it, if somebody has opened it; without one, reading must leave none there."""
    log = copy.with_name(f"{copy.name}-wal")
    with_log = log.exists() and log.stat().st_size > 0
    uri = f"{uri_of(copy.absolute())}?mode=ro" + ("" if with_log else "&immutable=1")
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as source:
        source.backup(connection)
