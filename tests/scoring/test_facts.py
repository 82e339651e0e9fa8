"""The facts of a call."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given

from scoring.codec import as_json, from_json
from scoring.debrief import Closing, Debrief, Kept, Outcome
from scoring.entry import (
    Amended,
    Cancelled,
    Debriefed,
    Entry,
    Floor,
    Gap,
    GapReason,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Paused,
    Resumed,
    SelfViewed,
    SteppedIn,
    Viewed,
    Voided,
    WithoutRep,
)
from scoring.facts import CallFacts, StepFacts, facts_of, is_teed_up
from scoring.floor import Band
from scoring.fold import fold
from scoring.rating import Basis
from scoring.state import Phase
from scoring.teeup import StepInReason
from tests.builders import (
    NINE,
    Log,
    a_call,
    a_debriefed_call,
    a_rep,
    a_running_log,
    a_self_view,
    a_tee_up,
    a_view,
    an_ended_log,
    an_id,
)
from tests.scoring.strategies import nonsense_logs


def facts(log: Log) -> CallFacts:
    return facts_of(replace(a_call(), id=log.call_id), log.state)


def skill(found: CallFacts, name: str) -> tuple[object, ...]:
    """:returns: focus, seen, missed, rated, level, basis and the rep's own level of one skill."""
    (one,) = (each for each in found.skills if each.skill == name)
    return (one.focus, one.seen, one.missed, one.rated, one.level, one.basis, one.self_level)


def test_a_planned_call_has_its_plan_and_no_figures() -> None:
    log = Log()
    log.planned(a_tee_up(planned_at=NINE))
    found = facts(log)
    assert (found.phase, found.customer, found.focus_skills) == (
        Phase.PLANNED,
        "Bergmann & Söhne",
        ("questions",),
    )
    assert (found.length_ms, found.floor, found.skills) == (None, None, ())
    assert found.teed_up


def test_a_running_call_has_no_figures_yet() -> None:
    log = a_running_log()
    log.seen("01:00")
    assert (facts(log).phase, facts(log).skills) == (Phase.RUNNING, ())


def test_an_ended_call_has_its_counts_and_its_floor() -> None:
    found = facts(an_ended_log())
    assert found.length_ms == 720_000
    assert found.floor is not None
    assert (found.floor.rep, found.floor.band, found.floor.taps) == (0.5, Band.FIVE, 48)
    assert (found.floor.longest_rep_ms, found.floor.longest_customer_ms) == (30_000, 18_000)
    assert skill(found, "questions") == (True, 1, 0, False, None, None, None)
    assert skill(found, "next-step") == (False, 0, 1, False, None, None, None)


def test_a_call_too_short_for_figures_has_none() -> None:
    log = a_running_log()
    log.floor("00:00", Floor.REP)
    log.ended("09:59")
    assert facts(log).floor is None


def test_nothing_of_the_managers_view_is_in_the_facts_before_the_rep_has_spoken() -> None:
    log = an_ended_log()
    log.at("15:00", Viewed(view=a_view()))
    before = facts(log)
    assert "SEALED" not in as_json(before)
    assert (before.outcome, before.strengths, before.gaps) == (None, 0, 0)
    assert not any(each.rated or each.level for each in before.skills)
    log.at("20:00", SelfViewed(self_view=a_self_view()))
    after = facts(log)
    assert (after.outcome, after.strengths, after.gaps) == (Outcome.BETWEEN, 1, 1)
    assert skill(after, "questions") == (True, 1, 0, True, 3, Basis.JUDGEMENT, 2)


def test_not_even_an_agreed_rating_is() -> None:
    log = an_ended_log()
    log.at("15:00", Viewed(view=a_view()))
    log.at("16:00", Debriefed(debrief=Debrief(agreed=a_view().ratings)))
    assert not any(each.rated or each.level for each in facts(log).skills)


def test_no_chance_to_see_is_told_from_not_rated() -> None:
    _, log = a_debriefed_call(a_rep())
    log.seen("05:00", "price")
    assert skill(facts(log), "next-step") == (False, 0, 1, True, None, None, None)
    assert skill(facts(log), "price") == (False, 1, 0, False, None, None, None)


def test_the_agreed_level_is_the_one_that_counts() -> None:
    _, log = a_debriefed_call(a_rep())
    assert skill(facts(log), "questions") == (True, 1, 0, True, 2, Basis.EVIDENCE, 2)


def test_what_was_agreed_is_in_the_facts() -> None:
    _, log = a_debriefed_call(a_rep())
    found = facts(log)
    assert [each.words for each in found.commitments] == ["I ask for the date before I stand up"]
    assert found.parked == ("Handling price",)
    assert found.can_say
    assert found.rep_spoke_first
    assert not found.without_rep


def test_the_last_commitment_is_closed_by_what_both_agreed() -> None:
    log = an_ended_log()
    log.at("20:00", Debriefed(debrief=Debrief(last_commitment=Kept.PARTLY)))
    assert facts(log).last_commitment == Kept.PARTLY


def test_a_closing_stands_on_what_was_not_struck_and_says_what_is_from_memory() -> None:
    log = an_ended_log()
    seen, struck = log.seen("05:00"), log.seen("06:00")
    remembered = log.at("12:00", Marked(skill="questions", seen=True), recalled=True)
    log.at("13:00", Amended(target=struck.id, offset_ms=struck.offset_ms, what=None))
    evidence = (seen.id, struck.id, remembered.id, an_id())
    closing = Closing(agreed_in=an_id(), number=0, words="Ask first", kept=Kept.KEPT, evidence=evidence)
    log.at("20:00", Debriefed(debrief=Debrief(closings=(closing,))))
    (found,) = facts(log).closings
    assert found == replace(closing, evidence=(seen.id, remembered.id))
    assert facts(log).recalled_evidence == (remembered.id,)


def test_a_clock_that_was_set_back_makes_no_debrief_a_quick_one() -> None:
    log = an_ended_log()
    spoken = log.at("22:00", SelfViewed(self_view=a_self_view()))
    log.entries[-1] = replace(spoken, at=NINE)
    assert facts(log).debrief_delay_ms is None


def test_the_delay_runs_from_the_end_of_the_call_to_the_first_word_of_the_rep() -> None:
    _, log = a_debriefed_call(a_rep())
    assert facts(log).debrief_delay_ms == 600_000


def test_a_debrief_without_the_rep_says_so() -> None:
    log = an_ended_log()
    log.at("20:00", WithoutRep())
    assert facts(log).without_rep
    assert not facts(log).rep_spoke_first


def test_step_ins_are_counted_with_those_that_were_asked_for() -> None:
    log = a_running_log()
    log.at("00:05", Introduced(how=Introduction.AS_BOSS))
    log.at("02:00", SteppedIn(reason=StepInReason.ASKED))
    log.at("02:30", HandedBack())
    log.at("05:00", SteppedIn(reason=StepInReason.FACTS))
    log.ended("06:00")
    found = facts(log)
    assert found.steps == (
        StepFacts(reason=StepInReason.ASKED, length_ms=30_000, handed_back=True, recalled=False),
        StepFacts(reason=StepInReason.FACTS, length_ms=60_000, handed_back=False, recalled=False),
    )
    assert found.introduction == Introduction.AS_BOSS


def test_a_step_in_that_is_remembered_has_no_length() -> None:
    log = an_ended_log()
    log.at("12:00", SteppedIn(handed_back=False), recalled=True)
    (step,) = facts(log).steps
    assert step == StepFacts(reason=None, length_ms=None, handed_back=False, recalled=True)


def test_a_level_that_stands_on_recalled_marks_alone_says_so() -> None:
    log = an_ended_log()
    logged = next(item.entry for item, _ in log.state.marks_of("questions"))
    remembered = log.at("12:00", Marked(skill="questions", seen=True), recalled=True)
    for evidence, from_memory in (([remembered], True), ([logged, remembered], False), ([], False)):
        log.at("15:00", Viewed(view=a_view(evidence)))
        log.at("20:00", WithoutRep())
        found = next(each for each in facts(log).skills if each.skill == "questions")
        assert (found.recalled, found.from_memory, found.first_from_memory) == (1, from_memory, from_memory)


def test_the_managers_first_level_stays_beside_the_agreed_one() -> None:
    _, log = a_debriefed_call(a_rep())
    found = next(each for each in facts(log).skills if each.skill == "questions")
    assert (found.first_level, found.level) == (3, 2)


def test_a_rep_who_comes_late_to_a_debrief_did_not_speak_first() -> None:
    log = an_ended_log()
    log.at("20:00", WithoutRep())
    log.at("21:00", SelfViewed(self_view=a_self_view()))
    assert not facts(log).rep_spoke_first


def test_the_time_stepped_in_leaves_out_sleep_and_pauses() -> None:
    log = a_running_log()
    log.at("02:00", SteppedIn())
    log.at("1:02:30", Gap(length_ms=3_600_000, reason=GapReason.ASLEEP))
    log.at("1:03:00", Paused())
    log.at("1:13:00", Resumed())
    log.at("1:13:10", HandedBack())
    log.ended("1:15:00")
    found = facts(log)
    assert ([step.length_ms for step in found.steps], found.length_ms) == ([70_000], 5 * 60_000)


def test_a_call_that_does_not_count_has_no_figures() -> None:
    log = an_ended_log()
    log.at("20:00", Voided(reason="wrong rep"))
    assert (facts(log).phase, facts(log).length_ms, facts(log).skills) == (Phase.VOID, None, ())


def test_a_call_is_sorted_by_its_start_else_its_plan_else_its_entry() -> None:
    log = Log()
    call = replace(a_call(), id=log.call_id)
    assert facts_of(call, log.state).when == call.created_at
    log.planned(a_tee_up(planned_at=NINE + timedelta(days=1)))
    assert facts_of(call, log.state).when == NINE + timedelta(days=1)
    log.started()
    assert facts_of(call, log.state).when == NINE


def test_a_call_is_teed_up_once_its_purpose_and_the_introduction_are_agreed() -> None:
    assert is_teed_up(a_tee_up())
    assert not is_teed_up(a_tee_up(purpose=" "))
    assert not is_teed_up(a_tee_up(introduction=""))


def test_a_cancelled_call_keeps_its_plan() -> None:
    log = Log()
    log.planned()
    log.at("00:00", Cancelled())
    assert (facts(log).phase, facts(log).purpose) == (Phase.CANCELLED, "Agree on a trial")


@given(nonsense_logs())
def test_the_facts_of_any_log_can_be_made_and_read_back(entries: list[Entry]) -> None:
    found = facts_of(a_call(), fold(entries))
    assert from_json(CallFacts, as_json(found)) == found
