"""The shape of the file, from any age to today's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from scoring.store.connection import connect
from scoring.store.migrations import KNOWN_MIGRATIONS, migrations


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    database = connect(tmp_path / "data.db")
    yield database
    database.close()


def test_the_known_steps_are_all_steps() -> None:
    names = [step.name for step in migrations.pending(Database(memory=True))]
    assert set(names) == KNOWN_MIGRATIONS
    assert names == sorted(names)


def test_an_empty_file_gets_every_table(db: Database) -> None:
    migrations.apply(db)
    record = {"reps", "rubrics", "calls", "entries", "settings", "drafts", "facts", "skill_facts"}
    archive = {"archived", "scans", "holds", "merges", "receipts"}
    assert record | archive <= set(db.table_names())


@pytest.mark.parametrize("name", sorted(KNOWN_MIGRATIONS))
def test_a_file_of_any_age_ends_in_the_same_shape(db: Database, name: str) -> None:
    migrations.apply(db, stop_before=name)
    migrations.apply(db)
    fresh = Database(memory=True)
    migrations.apply(fresh)
    assert db.schema == fresh.schema
    fresh.close()


def test_every_table_of_the_record_is_strict_about_its_types(db: Database) -> None:
    migrations.apply(db)
    names = [name for name in db.table_names() if not name.startswith(("_", "words"))]
    assert names, "and beside them the index of words, which is SQLite's own"
    assert all(db.table(name).strict for name in names)


def test_nothing_can_be_stored_for_a_call_nobody_knows(db: Database) -> None:
    migrations.apply(db)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.table("drafts").insert({"call_id": "nobody's", "kind": "view", "data": "{}"})
