"""Commands read what is there, also where another version of the app worked out the facts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from exports.reading import facts_in, find_call, find_rep, reading, writing
from scoring.errors import KnownError, SecondChairError
from scoring.paths import DATABASE
from scoring.store.store import Store
from tests.exports.builders import PRIYA, a_debriefed_call, id_of, started


@pytest.fixture
def data(tmp_path: Path) -> Path:
    store = Store.open(tmp_path)
    a_debriefed_call(1).keep(store)
    started(2).keep(store)
    store.close()
    return tmp_path


def change(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        connection.execute(sql)
        connection.commit()


def test_facts_of_another_version_are_worked_out_anew(data: Path) -> None:
    with reading(data) as store:
        known = facts_in(store)
    change(data, 'UPDATE facts SET version = 0, data = \'{"of": "another time"}\'')
    with reading(data) as store:
        assert sorted(facts_in(store), key=str) == sorted(known, key=str)
        assert len(facts_in(store, PRIYA.id)) == 2
        assert facts_in(store, id_of(99)) == []


def test_entries_that_cannot_be_read_are_said_in_a_sentence(data: Path) -> None:
    change(data, "UPDATE entries SET data = '{'")
    with pytest.raises(KnownError, match="damaged"), reading(data) as store:
        store.state(id_of(1))


@pytest.mark.parametrize(
    "text", ["00c0ffee-0000-4000-8000-000000000001", "00C0FFEE00004000800000000000000" + "1"]
)
def test_a_call_is_found_by_its_whole_id_however_it_is_typed(data: Path, text: str) -> None:
    with reading(data) as store:
        assert find_call(store, text) == id_of(1)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("00c0", "2 calls have an id"), ("dead", "No call"), ("", "No call"), ("-", "No call")],
)
def test_an_id_must_mean_one_call(data: Path, text: str, answer: str) -> None:
    with reading(data) as store, pytest.raises(SecondChairError, match=answer):
        find_call(store, text)


def test_the_file_is_closed_again(data: Path) -> None:
    with reading(data) as store:
        assert store.calls.all()
    with pytest.raises(sqlite3.ProgrammingError):
        store.calls.all()


def test_data_that_is_open_in_the_window_is_not_written_to(data: Path) -> None:
    window = Store.open(data)
    try:
        with pytest.raises(KnownError, match="already open"), writing(data):
            pass
    finally:
        window.close()


def test_data_is_made_where_there_is_none_yet(tmp_path: Path) -> None:
    with writing(tmp_path / "new") as store:
        assert store.calls.all() == []
    with reading(tmp_path / "new") as store:
        assert store.calls.all() == []


@pytest.mark.parametrize("text", ["Priya Nair", "priya  naïr", "7000", str(PRIYA.id).upper()])
def test_a_rep_is_found_by_name_or_by_how_their_id_begins(data: Path, text: str) -> None:
    with reading(data) as store:
        assert find_rep(store, text) == PRIYA


def test_a_rep_who_is_not_known_or_not_alone_is_said_to_be(data: Path) -> None:
    twin = replace(PRIYA, id=id_of(71))
    with writing(data) as store:
        store.reps.save(twin)
        for text, title in (
            ("Nobody", "No such rep"),
            ("", "No such rep"),
            ("priya nair", "More than one rep"),
        ):
            with pytest.raises(SecondChairError) as refused:
                find_rep(store, text)
            assert refused.value.title == title
        store.merge(twin.id, PRIYA.id)
        assert find_rep(store, "priya nair") == find_rep(store, str(twin.id)) == PRIYA
