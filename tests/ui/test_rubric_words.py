from __future__ import annotations

from dataclasses import replace

import pytest

from exports.rubric_shelf import ShelvedRubric
from scoring.call_type import CallType
from scoring.rubric import default_rubric
from scoring.rubric_draft import RubricDraft, draft_of
from scoring.tenure import Tenure
from ui.rubric_words import name_words, state_words, suits_words, use_words


@pytest.mark.parametrize(
    ("call_types", "tenures", "words"),
    [
        ((), (), "Any call"),
        ((CallType.SHOW,), (), "I show"),
        (
            (CallType.OBSERVE, CallType.TOGETHER),
            (Tenure.LATER,),
            "The rep leads or we sell together · after the first months",
        ),
        ((), (Tenure.FIRST_MONTHS,), "Any call · in the first months"),
    ],
)
def test_what_a_rubric_suits_is_said_in_words(
    call_types: tuple[CallType, ...], tenures: tuple[Tenure, ...], words: str
) -> None:
    assert suits_words(replace(default_rubric(), call_types=call_types, tenures=tenures)) == words


def test_what_is_not_in_use_is_told() -> None:
    used = default_rubric()
    begun = ShelvedRubric(id="rubric-1", draft=RubricDraft(id="rubric-1"))
    assert (name_words(begun), state_words(begun)) == (
        "New rubric, no name yet",
        "Only begun, not in use yet",
    )
    assert state_words(ShelvedRubric(id=used.id, latest=used)) == ""
    assert (
        state_words(ShelvedRubric(id=used.id, latest=used, draft=draft_of(used))) == "Changes not in use yet"
    )


def test_uses_are_counted_in_words() -> None:
    assert [use_words(n) for n in (0, 1, 2)] == [
        "Not used in a call yet",
        "Used in 1 call",
        "Used in 2 calls",
    ]
