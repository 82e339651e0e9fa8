"""Opening the SQLite file so that what is committed survives a power cut, and saying what the world did to it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlite_utils import Database

from scoring import paths
from scoring.codec import BadValueError
from scoring.errors import KnownError
from scoring.text import tr

# WAL with FULL loses nothing at a power cut (NORMAL does); both fullfsync settings matter on macOS.
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    # KiB. The system holds the file in memory anyway: the usual 2 MB make nothing faster, and a long call fills them.
    "cache_size": -256,
}

# While many calls are written: 16 MiB, the ids of a thousand calls; and what taking one of them back needs is kept in
# memory as well, where it would be written to a file of its own for every call.
_ROOM_FOR_MANY = {"cache_size": -16_384, "temp_store": 2}

# Damage that has no error code of its own: Python's words for stored text that is not UTF-8, and SQLite's for a header.
_SIGNS_OF_DAMAGE = ("Could not decode to UTF-8", "unsupported file format")


def connect(path: Path) -> Database:
    """Open ``path`` for reading and writing, in the thread that will use it.

    :raises KnownError: if it cannot be opened, is damaged, or the system refuses a durable setting.
    """
    with database_trouble(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            _make_durable(connection, path)
        except BaseException:
            connection.close()
            raise
        return Database(connection, execute_plugins=False)


def _make_durable(connection: sqlite3.Connection, path: Path) -> None:
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != value:
            raise _not_durable(path)


@contextmanager
def roomy(db: Database) -> Generator[None]:
    """:returns: a context for writing many calls at once: their ids lie anywhere in the index of ids, and what falls
    out of memory there is written over and over."""
    usual = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in _ROOM_FOR_MANY}
    _set(db, _ROOM_FOR_MANY)
    try:
        yield
    finally:
        _set(db, usual)


def _set(db: Database, pragmas: Mapping[str, int]) -> None:
    for name, value in pragmas.items():
        db.execute(f"PRAGMA {name} = {value}")


def connect_read_only(path: Path) -> Database:
    """Open ``path`` for reading beside a running app. Not a byte of it changes, whatever state it is in.

    :raises KnownError: if it is not there or cannot be read.
    """
    uri = f"{uri_of(path.absolute())}?mode=ro"
    with database_trouble(path):
        try:
            connection = _open_uri(uri)
        except sqlite3.OperationalError:
            if _has_log(path):
                raise
            # A read-only folder has no room for the shared-memory file; nobody writes there either.
            connection = _open_uri(f"{uri}&immutable=1")
        return Database(connection, execute_plugins=False)


def connect_unchanged(path: Path) -> Database:
    """Open a file that nobody writes to, for reading: nothing comes of it beside the file either, unless entries lie
    there that are not in it yet.

    :raises KnownError: if it is not there or cannot be read.
    """
    if _has_log(path):
        return connect_read_only(path)
    with database_trouble(path):
        return Database(_open_uri(f"{uri_of(path.absolute())}?mode=ro&immutable=1"), execute_plugins=False)


def uri_of(path: PurePath) -> str:
    """:returns: the URI of an absolute path as SQLite reads it: what stands for the name of a host stays empty, also
    where the file lies on a share."""
    plain = path.as_posix()
    return "file://" + ("" if plain.startswith("/") else "/") + quote(os.fsencode(plain), safe="/:")


def _has_log(path: Path) -> bool:
    """Whether entries lie beside the file that are not in it yet, which an immutable reading would not see."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _open_uri(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _not_durable(path: Path) -> KnownError:
    message = tr(
        "{folder} does not let entries be saved safely. Choose a folder on this computer's own disk."
    )
    return KnownError(tr("This folder is not safe enough"), message.format(folder=path.parent))


def alone(db: Database) -> None:
    """Take the log that lies beside the file into it, and away, so that another file can take its place: SQLite would
    read the log of the one as that of the other.

    :raises sqlite3.OperationalError: if another program has the file open.
    """
    db.execute("PRAGMA journal_mode = delete")


@contextmanager
def database_trouble(path: Path) -> Generator[None]:
    """:raises KnownError: in place of SQLite's errors that are the world's fault, and of stored data that cannot be
    read; other errors are bugs and pass."""
    try:
        yield
    except (BadValueError, UnicodeDecodeError) as error:
        raise damaged(path) from error
    except sqlite3.DatabaseError as error:
        known = known_database_error(error, path)
        if known is None:
            raise
        raise known from error


def known_database_error(error: sqlite3.DatabaseError, path: Path) -> KnownError | None:
    """:returns: the sentence for SQLite's error about ``path``, or None if it is not the world's fault."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    where = str(path)
    if any(sign in str(error) for sign in _SIGNS_OF_DAMAGE):
        return damaged(path)
    if code == sqlite3.SQLITE_FULL:
        return KnownError(
            tr("The disk is full"),
            tr("Make some room on the disk that holds {path}; saving goes on by itself.").format(path=where),
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return KnownError(
            tr("The data cannot be written"),
            tr("{path} is read-only. Allow writing to it; saving goes on by itself.").format(path=where),
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return KnownError(
            tr("The data is in use"),
            tr("Another program holds {path}. Close it; saving goes on by itself.").format(path=where),
        )
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        return gone(path)
    return None


def gone(path: Path) -> KnownError:
    """:returns: the sentence for a file that is out of reach or no longer in its place."""
    message = tr("{path} cannot be opened or written. Check that its folder is there.")
    return KnownError(tr("The data cannot be reached"), message.format(path=path))


class DamagedError(KnownError):
    """A file is not, or no longer, a sound database of ours."""


def damaged(path: Path) -> DamagedError:
    """:returns: the sentence for a file that is not, or no longer, a sound database."""
    if any((path.parent / paths.BACKUPS).glob("*.db")):
        message = tr(
            "{path} is damaged and was left as it is. Move it away with all files that begin with its name, and put "
            "the latest copy from the folder “backups” beside it in its place, under the same name."
        )
    else:
        message = tr(
            "{path} is damaged and was left as it is. If you have a copy, move this one away with all files that "
            "begin with its name and put the copy in its place; or start with another folder."
        )
    return DamagedError(tr("The data file is damaged"), message.format(path=path))
