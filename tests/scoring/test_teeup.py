"""What two people may agree on before the call."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from scoring.rubric import default_rubric, latest_shipped
from scoring.teeup import StepInReason, TeeUp, next_tee_up

NOW = datetime(2026, 3, 10, 9, 40, tzinfo=UTC)


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


def test_the_focus_goes_on_from_an_earlier_version_of_the_rubric() -> None:
    focus = ("listens-it-out", "agrees-a-next-step")
    before = replace(next_tee_up(None, default_rubric(), NOW), rubric_version=1, focus_skills=focus)
    plan = next_tee_up(before, default_rubric(), NOW)
    assert (plan.focus_skills, plan.rubric_version) == (focus, default_rubric().version)


def test_of_the_focus_goes_on_what_another_rubric_watches_for_too() -> None:
    (negotiation,) = (rubric for rubric in latest_shipped() if rubric.id == "negotiation")
    before = TeeUp(focus_skills=("listens-it-out", "agrees-a-next-step"))
    assert next_tee_up(before, negotiation, NOW).focus_skills == ("agrees-a-next-step",)
