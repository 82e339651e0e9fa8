"""Legal holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.holds import Hold
from tests.builders import NINE, an_id

ON_A_REP = Hold(id=an_id(), reason="A lawsuit", placed_at=NINE, rep_id=an_id())


def test_a_hold_is_in_force_until_it_is_lifted() -> None:
    assert ON_A_REP.is_in_force
    assert not replace(ON_A_REP, lifted_at=NINE).is_in_force


def test_a_hold_is_on_one_rep_or_one_call() -> None:
    for changes in ({"call_id": an_id()}, {"rep_id": None}):
        with pytest.raises(ValueError, match="on a rep or on a call"):
            replace(ON_A_REP, **changes)


def test_a_hold_says_why() -> None:
    with pytest.raises(ValueError, match="reason"):
        replace(ON_A_REP, reason=" ")
