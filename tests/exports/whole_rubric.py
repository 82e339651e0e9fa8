"""The whole way of a rubric file into the data, for a process that is watched while it reads what nobody trusts."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator

from exports.rubric_arrival import BRINGS_WORDS, arrival_of, take_in
from exports.rubric_file import read_rubric, rubric_bytes, rubric_from
from scoring.errors import SecondChairError
from scoring.rubric import FORMAT
from scoring.store.store import Store
from tests.scoring.test_rubric import a_rubric

REFUSED = "refused"
WHOLE = "whole"
SCHEMA = Path(__file__).parents[2] / "docs" / f"rubric-{FORMAT}.schema.json"


@cache
def _folder() -> Path:
    """One folder for the life of the process; what is left of it goes with the process that watches."""
    return Path(tempfile.mkdtemp())


@cache
def _store() -> Store:
    store = Store.open(_folder() / "data")
    store.rubrics.keep(a_rubric())
    return store


@cache
def _beside(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path)


@cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def take_in_file(data: bytes) -> str:
    """Take a file into data in which ``a_rubric`` is in use, updates too.

    :returns: ``"whole"``, or ``"refused"`` with the sentence: nothing in the data is changed then.
    """
    store, file = _store(), _folder() / "file.json"
    file.write_bytes(data)
    before = _everything(store)
    try:
        arriving = arrival_of(store, read_rubric(file))
        take_in(store, arriving)
    except SecondChairError as error:
        assert _everything(store) == before, "what is refused changes nothing"
        return f"{REFUSED}: {error}"
    rubric = arriving.rubric
    assert rubric_from(rubric_bytes(rubric)) == rubric
    _schema().validate(rubric.to_json())
    is_here_now = arriving.arrival in BRINGS_WORDS
    after = _everything(store)
    assert len(after) == len(before) + is_here_now
    assert set(before) <= set(after), "whatever was in use stays"
    assert not is_here_now or store.rubrics.get(rubric.id, rubric.version) == rubric
    return WHOLE


def _everything(store: Store) -> list[str]:
    """:returns: all rows of all tables, as SQL."""
    return list(_beside(store.path).iterdump())
