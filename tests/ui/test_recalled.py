"""What is remembered of a call, in words and in its order."""

from __future__ import annotations

from datetime import timedelta

from scoring.entry import Floor, FloorRemembered, Marked, Moment, SteppedIn, WordsHeard
from scoring.rubric import default_rubric
from scoring.teeup import StepInReason, Way
from tests.builders import NINE, Log, a_running_log, a_tee_up
from ui.recalled import (
    chosen_option,
    end_options,
    end_words,
    floor_remembered,
    is_untold,
    marks_of,
    presumed_start,
    reasons_of,
    recalled,
    said_lines,
    step_for,
    steps_in,
    with_words,
)

SKILL = default_rubric().skills[1]


def _a_log() -> Log:
    """:returns: a call of ten minutes without a device, with nothing remembered yet."""
    log = Log()
    log.planned(a_tee_up(way=Way.NO_DEVICE, planned_at=NINE))
    log.started()
    log.ended("10:00")
    return log


def test_only_what_is_from_memory_is_listed_in_the_order_it_was_written() -> None:
    log = a_running_log()
    log.seen("01:00", SKILL.id)
    log.ended("10:00")
    later = log.at("12:00", Moment(words="b"), recalled=True)
    first = log.at("11:00", Moment(words="a"), recalled=True)
    assert [item.entry for item in recalled(log.state, Moment, Marked)] == [later, first]


def test_the_marks_of_a_skill_are_counted_and_each_says_how_late_it_is() -> None:
    log = _a_log()
    log.at("35:00", Marked(skill=SKILL.id, seen=True, words="So what?"), recalled=True)
    log.at("35:00", Marked(skill=SKILL.id, seen=False), recalled=True)
    log.at("35:00", Marked(skill="stays-calm", seen=False), recalled=True)
    marks = marks_of(log.state, SKILL)
    assert (marks.seen, marks.missed) == (1, 1)
    assert [(line.sign, line.words, line.note) for line in marks.lines] == [
        ("+", "So what?", "recalled 25 minutes after the call"),
        ("–", "", "recalled 25 minutes after the call"),
    ]
    assert marks.lines[1].name == f"Missed: {SKILL.name}"


def test_the_floor_as_it_is_remembered_comes_with_its_note() -> None:
    log = _a_log()
    assert floor_remembered(log.state) == (None, "")
    log.at("20:00", FloorRemembered(mostly=Floor.ME), recalled=True)
    assert floor_remembered(log.state) == (
        FloorRemembered(mostly=Floor.ME),
        "recalled 10 minutes after the call",
    )


def test_moments_and_words_are_lists_of_their_own() -> None:
    log = _a_log()
    log.at("20:00", Moment(words="The silence"), recalled=True)
    log.at("20:00", WordsHeard(text="Too steep"), recalled=True)
    assert [line.words for line in said_lines(log.state, Moment)] == ["The silence"]
    assert [line.words for line in said_lines(log.state, WordsHeard)] == ["Too steep"]


def test_new_words_leave_the_rest_of_an_entry_as_it_was() -> None:
    step = SteppedIn(reason=StepInReason.OTHER, handed_back=False)
    assert with_words(step, "x") == SteppedIn(reason=StepInReason.OTHER, words="x", handed_back=False)
    mark = Marked(skill="a", seen=False, words="x")
    assert with_words(mark, "y") == Marked(skill="a", seen=False, words="y")
    assert with_words(Moment(words="x"), "") == Moment()
    assert with_words(WordsHeard(text="x"), " ") is None


def test_the_reasons_are_those_that_were_agreed_and_another_one() -> None:
    plan = a_tee_up(step_in_reasons=(StepInReason.FACTS, StepInReason.OTHER), step_in_other=" The merger ")
    assert [words for _, words in reasons_of(plan, "Priya")] == [
        "The facts were wrong",
        "The merger",
        "Another reason",
    ]
    steps = [step_for(value, plan) for value, _ in reasons_of(plan, "Priya")]
    assert steps == [
        SteppedIn(reason=StepInReason.FACTS),
        SteppedIn(reason=StepInReason.OTHER, words="The merger"),
        SteppedIn(reason=StepInReason.OTHER),
    ]
    assert [words for _, words in reasons_of(a_tee_up(step_in_reasons=()), "Priya")] == ["Another reason"]


def test_a_step_in_asks_for_words_only_where_its_reason_has_none() -> None:
    log = _a_log()
    log.at("20:00", SteppedIn(reason=StepInReason.ASKED, handed_back=True), recalled=True)
    log.at("20:00", SteppedIn(reason=StepInReason.OTHER, words="The merger"), recalled=True)
    asked, other = steps_in(log.state, "Priya")
    assert (asked.why, asked.words, asked.handed_back) == ("Priya asked me to", None, True)
    assert (other.why, other.words, other.handed_back) == ("Another reason", "The merger", None)


def test_a_call_may_have_ended_at_any_time_since_it_began_or_as_planned() -> None:
    log = Log()
    log.planned(a_tee_up(planned_at=NINE, planned_minutes=45))
    log.started()
    after = {option.words: option.at for option in end_options(log.state, NINE + timedelta(minutes=50))}
    assert after["30 minutes ago"] == NINE + timedelta(minutes=20)
    assert after["As planned, 09:45"] == NINE + timedelta(minutes=45)
    assert "An hour ago" not in after
    soon = end_options(log.state, NINE + timedelta(minutes=5))
    assert [option.words for option in soon] == ["Just now"]


def test_an_answer_is_shown_as_given_as_long_as_it_says_the_same() -> None:
    log = _a_log()
    now = NINE + timedelta(minutes=20, seconds=30)
    options = end_options(log.state, now)
    assert chosen_option(options, now - timedelta(minutes=10, seconds=30)) == 1
    assert chosen_option(options, now - timedelta(minutes=4)) is None
    assert chosen_option(options, None) is None


def test_when_it_ended_is_said_shortly() -> None:
    log = _a_log()
    assert end_words(log.state, NINE + timedelta(hours=1)) == "It ended: 09:10, after 10 minutes."
    assert end_words(log.state, NINE + timedelta(days=1)) == "It ended: Yesterday 09:10, after 10 minutes."
    assert end_words(a_running_log().state, NINE) == ""


def test_a_call_nobody_logged_began_as_planned_or_as_long_before_its_end() -> None:
    plan = a_tee_up(planned_at=NINE, planned_minutes=45)
    assert presumed_start(plan, NINE + timedelta(minutes=30)) == NINE
    assert presumed_start(plan, NINE - timedelta(minutes=30)) == NINE - timedelta(minutes=75)


def test_a_call_without_a_device_is_untold_until_something_is_written_down() -> None:
    log = _a_log()
    assert is_untold(log.state)
    log.at("20:00", Moment(), recalled=True)
    assert not is_untold(log.state)
    assert not is_untold(a_running_log().state), "what was logged live may be nothing at all"
