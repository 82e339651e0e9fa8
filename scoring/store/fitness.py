"""Whether a file is one of ours, whole, and of this version; asked before anything is written to it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from scoring.errors import KnownError
from scoring.files import file_trouble
from scoring.store.connection import connect_read_only, damaged, database_trouble, known_database_error
from scoring.store.migrations import KNOWN_MIGRATIONS, migrations
from scoring.text import tr


def refuse_unfit(path: Path, *, check: bool) -> None:
    """Look at a file before anything is written to it: opening for writing alone can change its bytes.

    :param check: whether to read through the whole file.
    :raises KnownError: empty, of another program, from a newer version, damaged.
    """
    refuse_empty(path)
    db = connect_read_only(path)
    try:
        with database_trouble(path):
            refuse_foreign(db, path)
            refuse_newer(db, path)
            if check and unsound(db):
                raise damaged(path)
    finally:
        db.close()


def steps_taken(db: Database, path: Path) -> set[str]:
    """:returns: the names of the steps of the migrations that ``db``, at ``path``, has behind it.

    :raises KnownError: if they cannot be read.
    """
    try:
        return {step.name for step in migrations.applied(db)}
    except sqlite3.DatabaseError as error:
        # This table has never changed: if it reads wrong, it is not our code.
        raise known_database_error(error, path) or damaged(path) from error


def refuse_empty(path: Path) -> None:
    """A file without a byte is what a power cut can leave. SQLite would take it for a new one, and throw away the log
    that lies beside it.

    :raises KnownError: if there is nothing in it.
    """
    with file_trouble(path):
        if not path.stat().st_size:
            raise damaged(path)


def refuse_foreign(db: Database, path: Path) -> None:
    """Our files hold the steps they have taken, or nothing at all where the very first start was cut short.

    :raises KnownError: for the file of another program.
    """
    if db.table_names() and not is_ours(db):
        raise damaged(path)


def is_ours(db: Database) -> bool:
    """:returns: whether the steps are there that our files have taken; and nothing that would act by itself."""
    return migrations.migrations_table in db.table_names() and not (db.view_names() or db.triggers)


def refuse_newer(db: Database, path: Path) -> None:
    """:raises KnownError: where a newer version has been at work."""
    if steps_taken(db, path) - KNOWN_MIGRATIONS:
        message = tr(
            "{path} was written by a newer version of Second Chair. Install that version; nothing was changed."
        )
        raise KnownError(tr("The data is from a newer version"), message.format(path=path))


def refuse_older(db: Database, path: Path) -> None:
    """:raises KnownError: where it is to be brought up to date first."""
    if KNOWN_MIGRATIONS - steps_taken(db, path):
        message = tr("{path} is from an older version. Open Second Chair once with it, then try again.")
        raise KnownError(tr("The data is from an older version"), message.format(path=path))


def unsound(db: Database) -> list[str]:
    """:returns: what SQLite finds wrong with the file, one sentence each."""
    answers = [row[0] for row in db.execute("PRAGMA quick_check").fetchall()]
    broken = [f"{row[0]} {row[1]}" for row in db.execute("PRAGMA foreign_key_check").fetchall()]
    sentence = tr("The file is damaged: {detail}.")
    return [sentence.format(detail=answer) for answer in answers + broken if answer != "ok"]
