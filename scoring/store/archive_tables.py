"""The tables of the archive: what lies there, what waits for it, what must not be erased, and what was."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlite_utils import Database

from scoring.archived import ArchivedFile, FileKind, Waiting
from scoring.codec import as_json, from_plain, plain_from_json, to_plain
from scoring.holds import Hold
from scoring.state import DEBRIEFED_PHASES

# Pages that were handed over here, and scans whose bytes are here, that do not lie in the archive. Which page an entry
# is about follows from how often the page was amended before. Told by the JSON itself, and without reading whole calls:
# there are thousands, and mostly nothing waits. A page from elsewhere is kept by whoever made it.
_WAITING = """
    WITH told AS (
        SELECT sequence, call_id, kind, at, CASE WHEN json_valid(data) THEN data ELSE '{{}}' END AS json,
            1 + sum(kind = 'page_amended') OVER (PARTITION BY call_id ORDER BY sequence) AS page
        FROM entries WHERE kind IN ('handed_over', 'page_amended', 'scan')
    ), numbered AS (
        SELECT *, row_number() OVER (PARTITION BY call_id, page, kind ORDER BY sequence) AS nth FROM told
    ), calls_with_page AS (
        SELECT calls.id, reps.name,
            CASE WHEN json_valid(facts.data) THEN facts.data -> '$.customer' ELSE '""' END AS customer
        FROM facts JOIN calls ON calls.id = facts.call_id JOIN reps ON reps.id = facts.rep_id
        WHERE facts.phase IN ({marks})
    )
    SELECT one.call_id, page, at, call.name, call.customer, kind = 'scan',
        json_extract(json, '$.scan.sha256') AS scan, json_extract(json, '$.scan.suffix')
    FROM numbered AS one JOIN calls_with_page AS call ON call.id = one.call_id
    WHERE kind = 'handed_over' AND nth = 1 AND json_extract(json, '$.how') <> 'imported' AND NOT EXISTS (
            SELECT 1 FROM archived AS there
            WHERE there.call_id = one.call_id AND there.page = one.page AND there.what = 'page')
        OR kind = 'scan' AND EXISTS (
            SELECT 1 FROM scans AS here WHERE here.call_id = one.call_id AND here.sha256 = scan)
    ORDER BY kind = 'scan', sequence
"""


_PUT = """
    INSERT OR REPLACE INTO archived (path, call_id, page, what, sha256, at)
    VALUES (:path, :call_id, :page, :what, :sha256, :at)
"""


class ArchivedFiles:
    """The files of the archive folder that this data knows."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, file: ArchivedFile) -> None:
        """Keep that a file lies in the archive, in place of what was known of this path."""
        self._db.execute(_PUT, to_plain(file))

    def of(self, call_id: UUID) -> list[ArchivedFile]:
        """:returns: the files of one call, by page and path."""
        rows = self._db.table("archived").rows_where("call_id = ?", [str(call_id)], order_by="page, path")
        return [from_plain(ArchivedFile, row) for row in rows]

    def all(self) -> list[ArchivedFile]:
        """:returns: all files, by path."""
        return [
            from_plain(ArchivedFile, row) for row in self._db.table("archived").rows_where(order_by="path")
        ]

    def pages(self) -> int:
        """:returns: how many pages lie there."""
        return self._db.table("archived").count_where("what = ?", [FileKind.PAGE.value])

    def waiting(self) -> list[Waiting]:
        """:returns: what is on its way to the archive, the oldest first, scans behind all pages."""
        marks = ",".join("?" * len(DEBRIEFED_PHASES))
        rows = self._db.execute(_WAITING.format(marks=marks), list(DEBRIEFED_PHASES)).fetchall()
        return [_waiting(row) for row in rows]

    def forget(self, paths: Iterable[str]) -> None:
        """These files are no longer there."""
        with self._db.atomic():
            for path in paths:
                self._db.table("archived").delete_where("path = ?", [path])


def _waiting(row: tuple[Any, ...]) -> Waiting:
    call_id, page, at, rep, customer, is_scan, scan, suffix = row
    return Waiting(
        call_id=UUID(call_id),
        page=page,
        what=FileKind.SCAN if is_scan else FileKind.PAGE,
        since=datetime.fromisoformat(at),
        rep=rep,
        customer=plain_from_json(customer),  # as JSON: half a character is no text to SQLite
        scan=scan if is_scan else "",
        suffix=f".{suffix}" if is_scan else "",
    )


class Scans:
    """Scans of signed sheets on their way to the archive, by the SHA-256 sum of their bytes (hexadecimal)."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, call_id: UUID, sha256: str, data: bytes) -> None:
        """Keep the bytes of a scan until they lie in the archive."""
        row = {"call_id": str(call_id), "sha256": sha256, "data": data}
        self._db.table("scans").upsert(row, pk=("call_id", "sha256"))

    def get(self, call_id: UUID, sha256: str) -> bytes | None:
        """:returns: the bytes of a scan, or None once they lie in the archive."""
        rows = self._db.table("scans").rows_where("call_id = ? AND sha256 = ?", [str(call_id), sha256])
        return next((row["data"] for row in rows), None)

    def of(self, call_id: UUID) -> dict[str, bytes]:
        """:returns: the bytes of all scans of a call that wait here, by their sums."""
        rows = self._db.table("scans").rows_where("call_id = ?", [str(call_id)], order_by="sha256")
        return {row["sha256"]: row["data"] for row in rows}

    def drop(self, call_id: UUID, sha256: str) -> None:
        """Its bytes lie in the archive."""
        self._db.table("scans").delete_where("call_id = ? AND sha256 = ?", [str(call_id), sha256])


class Holds:
    """The legal holds, lifted ones too."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def save(self, hold: Hold) -> None:
        """Add a hold, or keep that it is lifted."""
        self._db.table("holds").upsert(to_plain(hold), pk="id")

    def all(self) -> list[Hold]:
        """:returns: all holds, the oldest first."""
        return [from_plain(Hold, row) for row in self._db.table("holds").rows_where(order_by="placed_at, id")]

    def in_force(self) -> list[Hold]:
        """:returns: those that are not lifted, the oldest first."""
        return [hold for hold in self.all() if hold.is_in_force]


class Merges:
    """Reps that were entered twice: whose calls count as another's. The calls keep the rep they were entered with."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, rep_id: UUID, into: UUID) -> None:
        """The calls of one rep count as the other's from now on."""
        self._db.table("merges").upsert({"rep_id": str(rep_id), "into_id": str(into)}, pk="rep_id")

    def drop(self, rep_id: UUID) -> None:
        """A rep is their own again."""
        self._db.table("merges").delete_where("rep_id = ?", [str(rep_id)])

    def all(self) -> dict[UUID, UUID]:
        """:returns: for each rep that was merged into another one, that other one."""
        return {UUID(row["rep_id"]): UUID(row["into_id"]) for row in self._db.table("merges").rows}


class Receipts:
    """What was erased, told without any personal data."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, receipt_id: UUID, plain: Any) -> None:
        """Keep a receipt for good."""
        self._db.table("receipts").insert({"id": str(receipt_id), "data": as_json(plain)}, pk="id")

    def all(self) -> list[Any]:
        """:returns: all receipts as plain values, in the order in which they were written."""
        rows = self._db.table("receipts").rows_where(order_by="rowid")
        return [plain_from_json(row["data"]) for row in rows]
