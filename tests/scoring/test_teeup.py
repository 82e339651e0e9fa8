"""What two people may agree on before the call."""

from __future__ import annotations

import pytest

from scoring.teeup import StepInReason, TeeUp


def test_two_focus_skills_are_the_most() -> None:
    assert TeeUp(focus_skills=("questions", "next-step")).focus_skills
    with pytest.raises(ValueError, match="two focus skills"):
        TeeUp(focus_skills=("questions", "next-step", "price"))


@pytest.mark.parametrize("minutes", [0, -45])
def test_a_call_takes_time(minutes: int) -> None:
    with pytest.raises(ValueError, match="minute"):
        TeeUp(planned_minutes=minutes)


def test_unless_something_else_is_agreed_the_manager_steps_in_only_when_asked() -> None:
    assert TeeUp().step_in_reasons == (StepInReason.ASKED,)
