"""Gives a file of today the shape it had before, as far as erasing has to know."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_ARCHIVE = ("scans", "holds", "merges", "receipts", "archived")
_LATER = ("words", "cadences", "rubric_drafts")
_FACTS = "call_id, version, rep_id, phase, day, data"


def make_older(copy: Path, before: str) -> None:
    """Take back the steps from ``before`` on: "m005_archive" or "m006_follow_through"."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        for table in (*_LATER, *(_ARCHIVE if before == "m005_archive" else ())):
            db.execute(f"DROP TABLE {table}")
        db.execute("ALTER TABLE rubrics DROP COLUMN in_use")
        db.execute(f"CREATE TABLE older AS SELECT {_FACTS} FROM facts")
        db.execute("DROP TABLE facts")
        db.execute("ALTER TABLE older RENAME TO facts")
        db.execute("DELETE FROM _sqlite_migrations WHERE name >= ?", [before])
