"""How the data in another folder differs from the data that is here: told by SQLite, over both files at once."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlite_utils import Database

from scoring.copies import ComparedCall, Comparison, Contents
from scoring.state import LOGGED_PHASES
from scoring.store.connection import connect_read_only, uri_of
from scoring.store.store import Store

HERE, THERE = "main", "there"
_CALLS_ONLY_IN = """
    SELECT id FROM {one}.calls WHERE id NOT IN (SELECT id FROM {other}.calls)
"""
_ENTRIES_ONLY_IN = """
    SELECT call_id, count(*) FROM {one}.entries AS entry
    WHERE NOT EXISTS (SELECT 1 FROM {other}.entries AS its WHERE its.id = entry.id)
    GROUP BY call_id
"""
_REPS_ONLY_IN = """
    SELECT name FROM {one}.reps WHERE id NOT IN (SELECT id FROM {other}.reps)
"""
# Somebody for whom something else is planned is known otherwise, too.
_REPS_CHANGED = """
    WITH changed AS (
        SELECT id FROM (SELECT * FROM main.reps EXCEPT SELECT * FROM there.reps)
        UNION SELECT rep_id FROM (SELECT * FROM main.cadences EXCEPT SELECT * FROM there.cadences)
        UNION SELECT rep_id FROM (SELECT * FROM there.cadences EXCEPT SELECT * FROM main.cadences)
    )
    SELECT name FROM main.reps WHERE id IN changed AND id IN (SELECT id FROM there.reps)
"""
_ROWS_ONLY_IN = """
    SELECT count(*) FROM (SELECT {columns} FROM {one}.{table} EXCEPT SELECT {columns} FROM {other}.{table})
"""


def compared(here: Path, there: Path, *, is_older: bool) -> tuple[Contents, Comparison]:
    """Compare the data folder ``there`` with the data folder ``here``; both may be in use.

    :param is_older: whether an earlier version wrote what is there.
    :returns: what is in ``there``, and what would change if it took the place of what is here.
    :raises KnownError: if one of them cannot be read.
    """
    with (
        closing(Store.open_read_only(here)) as ours,
        closing(Store.open_read_only(there)) as theirs,
        closing(connect_read_only(ours.path)) as both,
        ours.trouble(),
    ):
        both.execute("ATTACH ? AS there", [f"{uri_of(theirs.path.absolute())}?mode=ro"])
        return _contents(both, is_older=is_older), _Comparing(both, ours, theirs).all()


def _contents(both: Database, *, is_older: bool) -> Contents:
    query = "SELECT max(day) FROM there.facts WHERE phase IN ({})".format(",".join("?" * len(LOGGED_PHASES)))
    (latest,) = both.execute(query, list(LOGGED_PHASES)).fetchone()
    return Contents(
        reps=_count(both, "reps"),
        calls=_count(both, "calls"),
        entries=_count(both, "entries"),
        latest=datetime.fromisoformat(latest).astimezone() if latest else None,
        is_older=is_older,
    )


def _count(both: Database, table: str) -> int:
    return both.execute(f"SELECT count(*) FROM there.{table}").fetchone()[0]


class _Comparing:
    """Two files, ``both`` of them in one connection as ``main`` and ``there``."""

    def __init__(self, both: Database, ours: Store, theirs: Store) -> None:
        self._both = both
        self._ours = ours
        self._theirs = theirs

    def all(self) -> Comparison:
        gone, back = self._calls_only_in(HERE), self._calls_only_in(THERE)
        only_here, only_there = self._entries_only_in(HERE), self._entries_only_in(THERE)
        different = (only_here.keys() | only_there.keys()) - gone - back

        def calls(store: Store, ids: Iterable[UUID]) -> tuple[ComparedCall, ...]:
            found = (_call(store, one, only_here.get(one, 0), only_there.get(one, 0)) for one in ids)
            return tuple(sorted(found, key=lambda call: (call.when, call.call_id), reverse=True))

        return Comparison(
            calls_gone=calls(self._ours, gone),
            calls_back=calls(self._theirs, back),
            calls_different=calls(self._ours, different),
            reps_gone=self._names(_REPS_ONLY_IN.format(one=HERE, other=THERE)),
            reps_back=self._names(_REPS_ONLY_IN.format(one=THERE, other=HERE)),
            reps_different=self._names(_REPS_CHANGED),
            rubrics=self._rows_only_in(HERE, "rubrics", "id, version, data"),
            drafts=sum(self._rows_only_in(HERE, table) for table in ("drafts", "rubric_drafts")),
            scans=self._rows_only_in(HERE, "scans", "call_id, sha256"),
            holds=self._rows_only_in(HERE, "holds"),
            erasures=self._rows_only_in(HERE, "receipts", "id"),
            settings=max(self._rows_only_in(one, "settings") for one in (HERE, THERE)),
        )

    def _calls_only_in(self, one: str) -> set[UUID]:
        rows = self._both.execute(_CALLS_ONLY_IN.format(one=one, other=_other(one)))
        return {UUID(call_id) for (call_id,) in rows}

    def _entries_only_in(self, one: str) -> dict[UUID, int]:
        rows = self._both.execute(_ENTRIES_ONLY_IN.format(one=one, other=_other(one)))
        return {UUID(call_id): amount for call_id, amount in rows}

    def _names(self, query: str) -> tuple[str, ...]:
        return tuple(sorted((name for (name,) in self._both.execute(query)), key=str.casefold))

    def _rows_only_in(self, one: str, table: str, columns: str = "*") -> int:
        query = _ROWS_ONLY_IN.format(one=one, other=_other(one), table=table, columns=columns)
        return self._both.execute(query).fetchone()[0]


def _other(one: str) -> str:
    return THERE if one == HERE else HERE


def _call(store: Store, call_id: UUID, only_here: int, only_there: int) -> ComparedCall:
    facts = store.facts_of(call_id)
    return ComparedCall(
        call_id=call_id,
        rep=store.reps.get(facts.rep_id).name,
        customer=facts.customer,
        when=facts.when,
        only_here=only_here,
        only_there=only_there,
    )
