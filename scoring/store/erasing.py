"""Erasing in the file: the rows go, and the bytes under them too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlite_utils import Database

from scoring.codec import as_json, plain_from_json, to_plain
from scoring.entry import HandedOver, PageAmended
from scoring.erasure import Erasure, Receipt
from scoring.errors import KnownError
from scoring.text import tr

UNFINISHED = "erasing"
"""Under this key receipts wait among the settings until the bytes are gone."""
_OF_A_CALL = ("drafts", "skill_facts", "facts", "archived", "scans", "holds", "entries")
_WORDS = "words"
_AMONG = "{column} IN (SELECT value FROM json_each(?))"
_SAYING = """
    SELECT call_id, data FROM entries
    WHERE data LIKE ? ESCAPE '\\' AND kind NOT IN (?, ?) AND call_id NOT IN (SELECT value FROM json_each(?))
"""


class Erasing:
    """Takes people and calls out of the file for good."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def calls(self, erasure: Erasure) -> list[UUID]:
        """:returns: the calls that go, those of the people among them."""
        return [UUID(call_id) for call_id in _calls(self._db, erasure)]

    def drafts(self, calls: Iterable[UUID]) -> int:
        """:returns: how many drafts and notes there are about these calls."""
        return self._db.table("drafts").count_where(*_among("call_id", calls))

    def scans(self, calls: Iterable[UUID]) -> int:
        """:returns: how many scans of these calls wait here for the archive."""
        return self._db.table("scans").count_where(*_among("call_id", calls))

    def mentions(self, words: Iterable[str], calls: Iterable[UUID]) -> frozenset[UUID]:
        """:returns: the calls other than ``calls`` in which something that was written has one of ``words`` in it."""
        found: set[str] = set()
        others = _list(calls)
        for word in words:
            for likeness in map(_likeness, _letters(word)):
                rows = self._db.execute(_SAYING, [likeness, HandedOver.KIND, PageAmended.KIND, others])
                found |= {call_id for call_id, data in rows if _says(data, word)}
        return frozenset(map(UUID, found))

    def erase(self, erasure: Erasure, receipt: Receipt) -> None:
        """Take it all out of the file, and keep the receipt. What is killed in the middle is as it was before, or is
        finished when the file is next opened.

        :raises KnownError: if another program that reads the file keeps old bytes alive; all else is done then.
        """
        self._db.execute("PRAGMA secure_delete = ON")
        with self._db.atomic():
            erase_rows(self._db, erasure)
            waiting = as_json([*self._waiting(), to_plain(receipt)])
            self._db.table("settings").upsert({"key": UNFINISHED, "value": waiting}, pk="key")
        if not self.finish():
            raise _still_read(self._path)

    def finish(self) -> bool:
        """Make the bytes go that an erasure left behind, if there was one.

        :returns: whether none are left; False while another program reads the file.
        """
        waiting = self._waiting()
        if not waiting:
            return True
        sweep(self._db)
        (is_busy, *_) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            return False
        with self._db.atomic():
            self._db.table("settings").delete_where("key = ?", [UNFINISHED])
            for plain in waiting:
                self._db.table("receipts").insert({"id": plain["id"], "data": as_json(plain)}, pk="id")
        return True

    def _waiting(self) -> list[Any]:
        """:returns: the receipts that wait, as plain values."""
        row = next(self._db.table("settings").rows_where("key = ?", [UNFINISHED]), None)
        return plain_from_json(row["value"]) if row else []


def erase_rows(db: Database, erasure: Erasure) -> None:
    """Delete the rows of people and calls in a file of any age: where it has no such table there is nothing to do."""
    calls = _calls(db, erasure)
    _erase_words(db, calls)
    for table in _OF_A_CALL:
        db.table(table).delete_where(*_among("call_id", calls))
    db.table("calls").delete_where(*_among("id", calls))
    db.table("holds").delete_where(*_among("rep_id", erasure.rep_ids))
    db.table("cadences").delete_where(*_among("rep_id", erasure.rep_ids))
    db.table("merges").delete_where(*_among("rep_id", erasure.rep_ids))
    db.table("merges").delete_where(*_among("into_id", erasure.rep_ids))
    db.table("reps").delete_where(*_among("id", erasure.rep_ids))


def _erase_words(db: Database, calls: Iterable[str]) -> None:
    """The index keeps the terms of a row that is gone, until it is made anew."""
    if not db.table(_WORDS).exists():
        return
    where, ids = _among("call_id", calls)
    db.execute(f"DELETE FROM words WHERE rowid IN (SELECT number FROM facts WHERE {where})", ids)
    db.execute("INSERT INTO words (words) VALUES ('rebuild')")


def sweep(db: Database) -> None:
    """Write the file anew, so that nothing is left where rows were. What that takes meanwhile is kept in memory."""
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("VACUUM")


def _calls(db: Database, erasure: Erasure) -> list[str]:
    where, reps = _among("rep_id", erasure.rep_ids)
    of_reps = [row["id"] for row in db.table("calls").rows_where(where, reps, select="id")]
    return sorted({*of_reps, *map(str, erasure.call_ids)})


def _among(column: str, ids: Iterable[UUID] | Iterable[str]) -> tuple[str, list[str]]:
    return _AMONG.format(column=column), [_list(ids)]


def _list(ids: Iterable[UUID] | Iterable[str]) -> str:
    return json.dumps([str(one) for one in ids])


def _likeness(word: str) -> str:
    return "%" + "".join(f"\\{sign}" if sign in "%_\\" else sign for sign in word) + "%"


def _letters(word: str) -> set[str]:
    """SQLite takes small and capital letters for the same in plain Latin only."""
    return {word} if word.isascii() else {word, word.lower(), word.upper()}


def _says(data: str, word: str) -> bool:
    pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    return any(pattern.search(text) for text in _texts(plain_from_json(data)))


def _texts(plain: Any) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict | list):
        for item in plain.values() if isinstance(plain, dict) else plain:
            yield from _texts(item)


def _still_read(path: Path) -> KnownError:
    message = tr(
        "It is erased, but another program reads {path} and keeps old bytes alive. Close it and start Second Chair "
        "again: the rest goes then, and the receipt is written."
    )
    return KnownError(tr("Not quite done"), message.format(path=path))
