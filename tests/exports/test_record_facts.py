"""The facts in a record keep the form they had in the first records: the same page gives the same bytes for years."""

from __future__ import annotations

from dataclasses import replace

from exports.record_facts import record_facts
from scoring.entry import HandedBack, SelfViewed, SteppedIn, WithoutRep
from scoring.facts import facts_of
from scoring.teeup import StepInReason
from tests.builders import (
    NINE,
    Log,
    a_call,
    a_debriefed_call,
    a_rep,
    a_running_log,
    a_self_view,
    an_ended_log,
)

KEYS = """
    call_id call_type can_say commitments created_at customer debrief_delay_ms ended_at floor focus_skills gaps
    introduction last_commitment length_ms nerves outcome outcome_words parked phase planned_at planned_minutes purpose
    rep_id rep_spoke_first rubric_id rubric_version shared skills started_at step_ins step_ins_asked stepped_in_ms
    strengths teed_up version way without_rep
"""
KEYS_OF_A_SKILL = "basis focus level missed rated seen self_level skill"


def facts_in_record(log: Log) -> dict[str, object]:
    return record_facts(facts_of(replace(a_call(), id=log.call_id), log.state), log.state)


def test_they_have_the_keys_they_always_had() -> None:
    _, log = a_debriefed_call(a_rep())
    found = facts_in_record(log)
    assert sorted(found) == KEYS.split()
    assert found["version"] == 4
    skills = found["skills"]
    assert isinstance(skills, list)
    assert [" ".join(sorted(skill)) for skill in skills] == [KEYS_OF_A_SKILL] * 2


def test_step_ins_are_told_by_their_number_and_their_time() -> None:
    log = a_running_log()
    log.at("02:00", SteppedIn(reason=StepInReason.ASKED))
    log.at("02:30", HandedBack())
    log.at("05:00", SteppedIn(reason=StepInReason.FACTS))
    log.ended("06:00")
    log.at("06:00", SteppedIn(reason=StepInReason.ASKED), recalled=True)
    found = facts_in_record(log)
    assert (found["step_ins"], found["step_ins_asked"], found["stepped_in_ms"]) == (3, 2, 90_000)


def test_a_rep_who_spoke_later_spoke() -> None:
    log = a_running_log()
    log.ended("06:00")
    log.at("20:00", WithoutRep())
    assert not facts_in_record(log)["rep_spoke_first"]
    log.at("21:00", SelfViewed(self_view=a_self_view()))
    assert facts_in_record(log)["rep_spoke_first"]


def test_a_clock_that_was_set_back_makes_a_delay_of_nought_as_it_always_did() -> None:
    log = an_ended_log()
    assert facts_in_record(log)["debrief_delay_ms"] is None
    spoken = log.at("22:00", SelfViewed(self_view=a_self_view()))
    assert facts_in_record(log)["debrief_delay_ms"] == 600_000
    log.entries[-1] = replace(spoken, at=NINE)
    assert facts_in_record(log)["debrief_delay_ms"] == 0
