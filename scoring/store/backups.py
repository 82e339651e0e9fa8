"""Copies of the whole file: made, named, listed, thinned out. None is ever put in the place of another."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sqlite_utils import Database

from scoring.copies import AT_THE_END, Copy
from scoring.files import file_trouble, make_folder, sync_folder, take_name
from scoring.store.connection import database_trouble

KEPT_BACKUPS = 10
"""How many of the copies that are made at the end are kept."""
_STAMP = "%Y-%m-%d %H%M%S"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d{6})(?:-\d+)? (.+)")


def make_copy(db: Database, folder: Path, why: str) -> Path:
    """Copy the whole of ``db`` as it is now into a new file of ``folder``, which is made if it is missing.

    :returns: where the copy lies.
    :raises KnownError: if the system refuses; nothing is left behind then.
    """
    make_folder(folder)
    stamp = datetime.now().astimezone().strftime(_STAMP)
    target = folder / f"{stamp} {why}.db"
    unfinished = folder / f".{stamp} {why}.{os.getpid()}.part"
    with database_trouble(target), file_trouble(target):
        try:
            copy_whole(db, unfinished)
            return _named(unfinished, folder, stamp, why)
        finally:
            unfinished.unlink(missing_ok=True)


def copy_whole(db: Database, target: Path) -> None:
    """Copy ``db`` into the one file ``target``, which stays one file whoever reads it."""
    assert db.conn is not None
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        db.conn.backup(copy)
        copy.execute("PRAGMA journal_mode = delete")


def _named(unfinished: Path, folder: Path, stamp: str, why: str) -> Path:
    """Two copies may be made within a second, and a clock may be set back."""
    names = (f"{stamp}-{number}" if number > 1 else stamp for number in count(1))
    target = next(path for name in names if take_name(unfinished, path := folder / f"{name} {why}.db"))
    sync_folder(folder)
    return target


def copies_in(folder: Path) -> list[Copy]:
    """:returns: the copies in a folder of backups, the latest first; those that a person put there too.

    :raises KnownError: if the system refuses.
    """
    with file_trouble(folder):
        copies = [_copy(path) for path in folder.glob("*.db") if path.is_file()]
    return sorted(copies, key=lambda copy: (copy.at, copy.path.name), reverse=True)


def _copy(path: Path) -> Copy:
    status = path.stat()
    at, why = _read_name(path.stem) or (datetime.fromtimestamp(status.st_mtime, UTC).astimezone(), path.stem)
    return Copy(path=path, at=at, why=why, size=status.st_size)


def _read_name(name: str) -> tuple[datetime, str] | None:
    """:returns: when and why, or None where a person gave the name."""
    match = _NAME.fullmatch(name)
    try:
        return (datetime.strptime(match[1], _STAMP).astimezone(), match[2]) if match else None
    except ValueError:  # looks like a day, and is none
        return None


def thin_out(folder: Path) -> None:
    """Let go of all but the last of the copies that were made at the end; of no others.

    :raises KnownError: if the system refuses.
    """
    at_the_end = [copy for copy in copies_in(folder) if copy.why == AT_THE_END]
    with file_trouble(folder):
        for copy in at_the_end[KEPT_BACKUPS:]:
            copy.path.unlink()


def sweep(folder: Path) -> None:
    """Remove what a kill left of copies that were being made; nobody else may be making any."""
    with suppress(OSError):  # it is in nobody's way
        for unfinished in folder.glob(".*.part*"):
            unfinished.unlink()
