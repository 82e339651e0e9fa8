"""The header of a joint call; everything else about it is in its entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A joint call with one rep. ``created_at`` carries its UTC offset."""

    id: UUID
    rep_id: UUID
    created_at: datetime
