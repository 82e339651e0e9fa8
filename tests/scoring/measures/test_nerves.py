from __future__ import annotations

from scoring.debrief import Nerves
from scoring.measures.nerves import nerves_by_visit
from tests.scoring.measures.builders import a_call, visits


def test_every_visit_has_the_reps_own_word_or_none() -> None:
    found = nerves_by_visit(
        visits(a_call(9, nerves=Nerves.A_LITTLE), a_call(1, nerves=Nerves.A_LOT), a_call(4))
    )
    assert [(point.visit, point.nerves) for point in found] == [
        (1, Nerves.A_LOT),
        (2, None),
        (3, Nerves.A_LITTLE),
    ]
