"""What is planned for single reps instead of the plan for all."""

from __future__ import annotations

from uuid import UUID

from sqlite_utils import Database


class Cadences:
    """For some reps, every how many months a joint call is planned with them; 0 is none. Of somebody entered twice the
    entry that counts is asked."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, rep_id: UUID, months: int | None) -> None:
        """Plan something else for a rep, or with None go by the plan again."""
        if months is None:
            self._db.table("cadences").delete_where("rep_id = ?", [str(rep_id)])
        else:
            self._db.table("cadences").upsert({"rep_id": str(rep_id), "months": months}, pk="rep_id")

    def get(self, rep_id: UUID) -> int | None:
        """:returns: what is planned for a rep instead of the plan, or None if they go by it."""
        rows = self._db.table("cadences").rows_where("rep_id = ?", [str(rep_id)])
        return next((row["months"] for row in rows), None)

    def all(self) -> dict[UUID, int]:
        """:returns: what is planned for those who do not go by the plan."""
        return {UUID(row["rep_id"]): row["months"] for row in self._db.table("cadences").rows}
