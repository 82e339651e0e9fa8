"""Legal holds: what must not be erased, whatever is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Nothing about a rep, or about one call, is erased from ``placed_at`` on, until it is lifted.

    Exactly one of ``rep_id`` and ``call_id`` is set.
    """

    id: UUID
    reason: str
    placed_at: datetime
    rep_id: UUID | None = None
    call_id: UUID | None = None
    lifted_at: datetime | None = None

    def __post_init__(self) -> None:
        if (self.rep_id is None) == (self.call_id is None):
            raise ValueError("a hold is on a rep or on a call")
        if not self.reason.strip():
            raise ValueError("a hold needs its reason")

    @property
    def is_in_force(self) -> bool:
        """Whether it has not been lifted."""
        return self.lifted_at is None
