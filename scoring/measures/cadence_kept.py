"""Cadence kept: how many of the reps are seen as often as the manager planned.

Definition: of the active reps with a plan (``scoring/cadence.py``), those whose next joint call is not past its day.
Late ones and those never seen are not, and are named. Nobody with nothing planned counts either way.
Source: practice.md, section 5 (cadence by tenure; who has not been seen is visible) and section 6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from scoring.cadence import Seen, Standing

_KEPT = (Seen.FINE, Seen.DUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceKept:
    """The reps who are seen within their plan, those who are ``late`` (the longest first), and those ``never`` seen."""

    kept: tuple[UUID, ...]
    late: tuple[UUID, ...]
    never: tuple[UUID, ...]

    @property
    def planned(self) -> int:
        """How many reps there is a plan for."""
        return len(self.kept) + len(self.late) + len(self.never)


def cadence_kept(standings: Mapping[UUID, Standing]) -> CadenceKept:
    """:returns: who is seen within their plan, from how each rep stands."""
    reps = sorted(standings, key=lambda rep_id: (str(standings[rep_id].due), rep_id))
    return CadenceKept(
        kept=tuple(rep_id for rep_id in reps if standings[rep_id].seen in _KEPT),
        late=tuple(rep_id for rep_id in reps if standings[rep_id].seen == Seen.LATE),
        never=tuple(rep_id for rep_id in reps if standings[rep_id].seen == Seen.NEVER),
    )
