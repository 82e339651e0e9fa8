"""What a copy would change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.copies import Comparison

SAME = Comparison(
    calls_gone=(),
    calls_back=(),
    calls_different=(),
    reps_gone=(),
    reps_back=(),
    reps_different=(),
    rubrics=0,
    drafts=0,
    scans=0,
    holds=0,
    erasures=0,
    settings=0,
)


def test_a_copy_that_would_change_nothing_is_the_same() -> None:
    assert SAME.is_same


@pytest.mark.parametrize("name", Comparison.__slots__)
def test_whatever_would_change_it_is_another(name: str) -> None:
    assert not replace(SAME, **{name: ("Ada",) if "s_" in name else 1}).is_same
