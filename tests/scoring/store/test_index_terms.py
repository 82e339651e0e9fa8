"""Reading the terms out of SQLite's full-text index: as SQLite itself tells them, and those it does not tell."""

from __future__ import annotations

import random
import sqlite3

import pytest

from tests.scoring.store.index_terms import indexes_in, terms_in


@pytest.fixture
def db() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
    db.execute("CREATE VIRTUAL TABLE told USING fts5vocab (words, 'row')")
    return db


def test_all_terms_are_read_however_many_pages_they_fill(db: sqlite3.Connection) -> None:
    rng = random.Random(1)
    for _ in range(40):
        words = ("".join(rng.choices("abcäöß東", k=rng.randint(1, 9))) for _ in range(120))
        db.execute("INSERT INTO words (text) VALUES (?)", [" ".join(words)])
    assert db.execute("SELECT count(*) FROM words_data").fetchone()[0] > 10
    assert terms_in(db, "words") == {term for (term,) in db.execute("SELECT term FROM told")}
    assert indexes_in(db) == ["words"]


def test_terms_of_a_row_that_is_gone_are_read_until_the_index_is_made_anew(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO words (text) VALUES ('secret secrets')")
    db.execute("INSERT INTO words (text) VALUES ('plain')")
    db.execute("DELETE FROM words WHERE rowid = 1")
    assert db.execute("SELECT term FROM told").fetchall() == [("plain",)]
    assert {"secret", "secrets"} < terms_in(db, "words")
    db.execute("INSERT INTO words (words) VALUES ('rebuild')")
    assert terms_in(db, "words") == {"plain"}
