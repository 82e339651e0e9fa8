"""The whole way of a file into the data, for a process that is watched while it reads what nobody trusts."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

from exports.importing import Arrival, Imported, read_file, take_in
from exports.page_source import page_source
from exports.record import record_json
from scoring.errors import SecondChairError
from scoring.rubric import shipped_rubrics
from scoring.store.store import Store
from tests.exports.builders import MORNING

REFUSED = "refused"
WHOLE = "whole"


@cache
def _folder() -> Path:
    """One folder for the life of the process; what is left of it goes with the process that watches."""
    return Path(tempfile.mkdtemp())


def bring_in(data: bytes) -> str:
    """Bring a file into data that is empty.

    :returns: ``"whole"``, or ``"refused"`` with the sentence: nothing is there then.
    """
    folder = Path(tempfile.mkdtemp(dir=_folder()))
    (folder / "file").write_bytes(data)
    with closing(Store.open(folder / "data")) as store:
        try:
            imported = take_in(store, read_file(folder / "file"), MORNING)
        except SecondChairError as error:
            assert _is_empty(store), "what is refused changes nothing"
            return f"{REFUSED}: {error}"
        _check_whole(store, imported, lambda: read_file(folder / "file").version.entries)
        return WHOLE


def _check_whole(store: Store, imported: Imported, entries: Callable[[], object]) -> None:
    source = page_source(store, imported.call_id)
    assert imported.arrival == Arrival.NEW
    assert source.version.entries == entries()
    assert store.check() == []
    assert record_json(source)


def _is_empty(store: Store) -> bool:
    shipped = [(rubric.id, rubric.version) for rubric in shipped_rubrics()]
    stored = [store.rubrics.get(*key) for key in shipped]
    return not (store.calls.all() or store.reps.all()) and stored == list(shipped_rubrics())
