from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from scoring.cadence import Seen, Standing
from scoring.measures.cadence_kept import cadence_kept

A, B, C, D, E = (UUID(int=number) for number in range(5))
MAY, JUNE, JULY = (date(2026, month, 1) for month in (5, 6, 7))


def test_reps_are_told_apart_by_how_they_stand() -> None:
    found = cadence_kept(
        {
            A: Standing(seen=Seen.LATE, due=JUNE),
            B: Standing(seen=Seen.FINE, due=JULY),
            C: Standing(seen=Seen.DUE, due=JULY),
            D: Standing(seen=Seen.NEVER),
            E: Standing(seen=Seen.LATE, due=MAY),
        }
    )
    assert (found.kept, found.late, found.never, found.planned) == ((B, C), (E, A), (D,), 5)


@given(st.dictionaries(st.uuids(), st.builds(Standing, seen=st.sampled_from(Seen)), max_size=6))
def test_somebody_with_nothing_planned_changes_nothing(standings: dict[UUID, Standing]) -> None:
    more = {**standings, UUID(int=7): Standing(seen=Seen.NONE)}
    assert cadence_kept(more) == cadence_kept(standings)
    assert cadence_kept(dict(reversed(standings.items()))) == cadence_kept(standings)
