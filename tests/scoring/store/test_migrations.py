"""The shape of the file, from any age to today's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from scoring.commitments import followed
from scoring.debrief import Debrief, Kept
from scoring.entry import Debriefed
from scoring.finding import CallQuery
from scoring.measures.followed_through import followed_through
from scoring.paths import DATABASE
from scoring.store.connection import connect
from scoring.store.migrations import KNOWN_MIGRATIONS, migrations
from scoring.store.store import Store
from tests.builders import NINE, a_debriefed_call, a_rep
from tests.scoring.store.older_files import make_older


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


def test_a_file_of_the_version_before_tells_the_same_of_its_calls(tmp_path: Path) -> None:
    """It says of all commitments at once what became of them, and has no words to search by yet."""
    rep = a_rep()
    (first, agreed), (second, kept) = a_debriefed_call(rep), a_debriefed_call(rep)
    kept.entries[1] = replace(kept.entries[1], at=NINE + timedelta(days=30))  # its start
    kept.at("31:00", Debriefed(debrief=Debrief(last_commitment=Kept.PARTLY)))
    with closing(Store.open(tmp_path)) as store:
        store.reps.save(rep)
        store.add_call(first, agreed.entries)
        store.add_call(second, kept.entries)
        before = store.facts.of_rep(rep.id)
    make_older(tmp_path / DATABASE, "m006_follow_through")
    with closing(Store.open(tmp_path)) as store:
        assert store.check() == []
        assert store.facts.of_rep(rep.id) == before
        (followed_one,) = followed(before)
        short = store.facts.by_rep()[rep.id]
        mirrored = followed_through(store.facts.mirror_calls(NINE), NINE.date())
        assert (followed_one.kept, short.kept) == (Kept.PARTLY, Kept.PARTLY)
        assert [one.id for one in mirrored.without] == [first.id]
        assert len(store.finding.find(CallQuery(words="stand up"), store.finding.people())) == 1
