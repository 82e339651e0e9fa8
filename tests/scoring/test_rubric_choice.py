"""A new call starts with the rubric that was set for it, and always with one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.call_type import CallType
from scoring.codec import as_json, from_json
from scoring.rubric import Rubric, default_rubric
from scoring.rubric_choice import RubricDefault, RubricDefaults, offered, rubric_for, suits
from scoring.tenure import Tenure

USUAL = default_rubric()
DEMO = replace(USUAL, id="demo", name="Demo")
PHONE = replace(USUAL, id="phone", name="Phone", call_types=(CallType.SHOW,))
SET = RubricDefaults().setting(CallType.OBSERVE, Tenure.LATER, "demo")


def chosen(defaults: RubricDefaults, *rubrics: Rubric, call_type: CallType = CallType.OBSERVE) -> Rubric:
    return rubric_for(defaults, call_type, Tenure.LATER, rubrics)


def test_a_call_starts_with_what_is_set_for_it() -> None:
    assert chosen(SET, DEMO, USUAL) == DEMO


def test_other_calls_and_newer_reps_start_with_the_rubric_of_the_app() -> None:
    assert chosen(SET, DEMO, USUAL, call_type=CallType.TOGETHER) == USUAL
    assert rubric_for(SET, CallType.OBSERVE, Tenure.FIRST_MONTHS, [DEMO, USUAL]) == USUAL


def test_what_is_set_but_put_away_or_gone_gives_way_to_the_rubric_of_the_app() -> None:
    assert chosen(SET, *offered([DEMO, USUAL], ["demo"])) == USUAL


def test_ones_own_rubrics_are_offered_first() -> None:
    ours = replace(USUAL, id="ours", name="Ours")
    assert offered([replace(USUAL, id="demo"), ours, USUAL], []) == [ours, replace(USUAL, id="demo"), USUAL]


def test_with_that_put_away_too_the_first_that_suits_such_a_call_is_taken() -> None:
    assert chosen(SET, PHONE, replace(DEMO, id="other")) == replace(DEMO, id="other")
    assert chosen(SET, PHONE) == PHONE


def test_no_call_is_without_a_rubric() -> None:
    assert chosen(SET) == USUAL


def test_a_default_is_set_once_and_can_be_taken_back() -> None:
    again = SET.setting(CallType.OBSERVE, Tenure.LATER, "phone")
    assert again.rubric_id(CallType.OBSERVE, Tenure.LATER) == "phone"
    assert again.setting(CallType.OBSERVE, Tenure.LATER, None) == RubricDefaults()


def test_two_rubrics_for_the_same_calls_are_refused() -> None:
    twice = (RubricDefault(call_type=CallType.SHOW, tenure=Tenure.LATER, rubric_id="demo"),) * 2
    with pytest.raises(ValueError, match="at most"):
        RubricDefaults(chosen=twice)


def test_defaults_come_back_from_the_settings_as_they_were() -> None:
    assert from_json(RubricDefaults, as_json(SET)) == SET


def test_a_rubric_that_says_nothing_suits_every_call() -> None:
    assert all(suits(USUAL, call_type, tenure) for call_type in CallType for tenure in Tenure)
    assert [call_type for call_type in CallType if suits(PHONE, call_type, Tenure.LATER)] == [CallType.SHOW]
