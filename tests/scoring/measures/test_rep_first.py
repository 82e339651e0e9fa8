from __future__ import annotations

from scoring.measures.rep_first import rep_first
from tests.scoring.mirror_calls import a_mirror_call


def test_debriefs_are_told_apart_by_who_spoke_first() -> None:
    first = a_mirror_call(0, debrief_begun=True, rep_first=True)
    alone = a_mirror_call(1, debrief_begun=True, without_rep=True)
    waiting = a_mirror_call(2)
    found = rep_first([waiting, alone, first])
    assert (found.debriefs.done, found.debriefs.not_done, found.without_rep) == ((first,), (alone,), (alone,))
