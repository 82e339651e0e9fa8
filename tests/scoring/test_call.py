"""The header of a call."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from scoring.call import Call
from scoring.codec import as_json, from_json
from tests.builders import NINE, a_call, an_id


def test_a_call_stays_with_the_rep_it_was_made_for() -> None:
    call = a_call()
    with pytest.raises(FrozenInstanceError):
        call.rep_id = an_id()  # pyright: ignore[reportAttributeAccessIssue]  that is the point


def test_a_call_keeps_the_offset_of_the_place_it_was_entered_at() -> None:
    call = a_call(created_at=NINE)
    read = from_json(Call, as_json(call))
    assert (read, read.created_at.utcoffset()) == (call, NINE.utcoffset())
