from __future__ import annotations

from scoring.measures.strengths_first import strengths_first
from tests.scoring.mirror_calls import a_mirror_call


def test_a_call_names_strengths_or_it_does_not() -> None:
    both = a_mirror_call(0, strengths=2, gaps=1)
    gaps = a_mirror_call(1, gaps=2)
    found = strengths_first([a_mirror_call(2), gaps, both])
    assert (found.named.done, found.named.not_done) == ((both,), (gaps,))
    assert (found.strengths, found.gaps) == (2, 3)
