from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scoring.debrief import Closing, Commitment, Debrief, Kept, MyView, Outcome, SelfView
from scoring.entry import (
    Cancelled,
    Debriefed,
    Ended,
    Entry,
    HandedOver,
    Marked,
    PageAmended,
    SelfViewed,
    Started,
    Viewed,
    Voided,
    WithoutRep,
)
from scoring.facts import facts_of
from scoring.handing_over import Amendment, Before, HandOver, PageContext
from scoring.privacy import card_of
from scoring.rating import Rating
from scoring.rubric import default_rubric
from scoring.state import CallState
from tests.builders import NINE, Log, a_call, a_rep, a_tee_up, an_ended_log, an_id
from ui.call_lines import (
    CallHead,
    RatingLine,
    agreed_notes,
    ended_note,
    head_of,
    not_rated,
    page_lines,
    plan_notes,
    rating_lines,
)
from ui.seen import SeenCall, seen_of_call
from ui.widgets.side_notes import Note

RUBRIC = default_rubric()
PRIYA = a_rep("Priya Nair")
ASKS, CALM, MONEY = "asks-before-answering", "stays-calm", "talks-money-plainly"
TODAY = NINE.date()


def _a_log(minutes: int = 20, **details: object) -> Log:
    plan = {"customer": "Northgate Dental", "focus_skills": (ASKS,), "rubric_id": RUBRIC.id, **details}
    log = Log(a_call(PRIYA))
    log.planned(a_tee_up(**plan))
    if minutes:
        log.started()
        log.ended(f"{minutes}:00")
    return log


def _head(log: Log, earlier: int = 0, today: date = TODAY) -> CallHead:
    state = log.state
    call = replace(a_call(PRIYA), id=log.call_id)
    return head_of(facts_of(call, state), state, PRIYA, earlier, today)


def _debriefed(debrief: Debrief, *, outcome: Outcome | None = Outcome.BETWEEN, marks: int = 2) -> Log:
    """:returns: a call whose skill ``ASKS`` was seen at 1, 2, … minutes, rated 3 on that, and then agreed on."""
    log = _a_log(0)
    log.started()
    seen = [log.seen(f"{minute:02}:00", ASKS) for minute in range(1, marks + 1)]
    log.ended("20:00")
    ratings = (
        Rating(skill=ASKS, level=3, evidence=tuple(entry.id for entry in seen)),
        Rating(skill=CALM, level=4),
        Rating(skill=MONEY, level=None),
    )
    log.at("25:00", Viewed(view=MyView(ratings=ratings, outcome=outcome)))
    own = SelfView(went_well="I waited", ratings=(Rating(skill=ASKS, level=2),))
    log.at("30:00", SelfViewed(self_view=own))
    log.at("40:00", Debriefed(debrief=debrief))
    return log


def _seen(state: CallState) -> SeenCall:
    seen = seen_of_call(an_id(), "", state, RUBRIC, state.debrief)
    assert seen
    return seen


# What it was


def test_the_head_says_which_call_it_was() -> None:
    head = _head(_a_log(), earlier=2)
    assert head.title == "Northgate Dental with Priya"
    assert head.about == "Priya Nair · 10 Mar 09:00 · 20 minutes · Priya leads, I observe · 3rd together"
    assert head.standing == "Ended, my view is next"


def test_the_first_call_and_another_year_say_so() -> None:
    head = _head(_a_log(), today=TODAY + timedelta(days=365))
    assert "10 Mar 2026 09:00" in head.about
    assert head.about.endswith("First together")


def test_a_call_that_does_not_count_is_no_visit_and_leads_nowhere() -> None:
    log = _a_log()
    log.at("30:00", Voided(reason="It was the wrong customer"))
    head = _head(log)
    assert (head.standing, head.next_step) == ("Void: It was the wrong customer", "")
    assert "together" not in head.about


def test_times_from_memory_give_no_length_and_the_time_that_was_agreed() -> None:
    log = _a_log(0, planned_at=NINE + timedelta(hours=1))
    log.at("00:00", Started(), recalled=True)
    log.at("45:00", Ended(), recalled=True)
    about = _head(log).about
    assert "10:00" in about
    assert "minutes" not in about


def test_a_call_without_a_time_says_so() -> None:
    assert "No time yet" in _head(_a_log(0, planned_at=None)).about


def test_without_the_rep_is_said_where_it_stands() -> None:
    log = _a_log()
    log.at("25:00", Viewed(view=MyView()))
    log.at("30:00", WithoutRep())
    assert _head(log).standing == "Ended, debrief is next. Debriefed without the rep."


STEPS = [
    ([], "Sit in"),
    ([Started()], "Go on"),
    ([Started(), Ended()], "My view"),
    ([Started(), Ended(), Viewed(view=MyView())], "Debrief"),
    ([Cancelled()], ""),
]


@pytest.mark.parametrize(("steps", "words"), STEPS, ids=[words or "none" for _, words in STEPS])
def test_the_one_next_step_is_where_the_call_goes_on(steps: list[Started], words: str) -> None:
    log = _a_log(0)
    for step in steps:
        log.at("10:00", step)
    assert (_head(log).next_step, _head(log).leads_to_page) == (words, False)


def test_what_is_not_teed_up_is_teed_up_next_and_what_is_debriefed_has_its_page() -> None:
    assert _head(_a_log(0, purpose="")).next_step == "Tee up"
    head = _head(_debriefed(Debrief()))
    assert (head.next_step, head.leads_to_page) == ("Page", True)


def test_what_was_teed_up_so_far_is_told_without_what_stands_above() -> None:
    notes = plan_notes(_a_log(0, least="", planned_at=NINE).state, RUBRIC)
    assert [(note.heading, note.words) for note in notes] == [
        ("Purpose", "Agree on a trial"),
        ("Best", "A date for the trial"),
        ("Introduction", "This is Max, who works with me and is here to listen"),
        ("Focus", "Asks before answering"),
    ]


# Ratings


def test_a_rating_says_its_level_what_it_stands_on_and_the_reps_own() -> None:
    state = _debriefed(Debrief()).state
    asks, calm, money = rating_lines(_seen(state), state)
    word = RUBRIC.skills[[skill.id for skill in RUBRIC.skills].index(ASKS)].levels
    assert asks == RatingLine(
        name="Asks before answering",
        is_focus=True,
        level=3,
        word=word[2].word,
        stands_on="+ 01:00, + 02:00",
        own=word[1].word,
    )
    assert {calm.stands_on, money.stands_on} == {"judgement only", ""}
    assert {calm.level, money.level} == {4, None}


def test_a_level_that_changed_is_told_with_the_first_one() -> None:
    agreed = Debrief(agreed=(Rating(skill=CALM, level=2),))
    state = _debriefed(agreed).state
    calm = next(line for line in rating_lines(_seen(state), state) if line.name == "Stays calm")
    assert calm.level == 2
    assert "first" in calm.word


def test_of_much_evidence_the_first_times_are_told_and_the_rest_counted() -> None:
    state = _debriefed(Debrief(), marks=9).state
    stands_on = rating_lines(_seen(state), state)[0].stands_on
    assert stands_on.startswith("+ 01:00, + 02:00")
    assert stands_on.endswith("+ 06:00 and 3 more")


def test_evidence_from_memory_says_so_and_has_no_time() -> None:
    log = _a_log()
    mark = log.at("20:00", Marked(skill=ASKS, seen=True), recalled=True)
    view = MyView(ratings=(Rating(skill=ASKS, level=3, evidence=(mark.id,)),))
    log.at("25:00", Viewed(view=view))
    log.at("30:00", WithoutRep())
    assert [line.stands_on for line in rating_lines(_seen(log.state), log.state)] == ["recalled"]


def test_a_rating_whose_evidence_was_struck_stands_on_judgement() -> None:
    log = _debriefed(Debrief(), marks=1)
    mark = next(entry for entry in log.entries if isinstance(entry.what, Marked))
    log.amended("41:00", mark, None)
    assert rating_lines(_seen(log.state), log.state)[0].stands_on == "judgement only"


def test_skills_nobody_rated_are_named_together() -> None:
    sentence = not_rated(_seen(_debriefed(Debrief()).state))
    assert sentence.startswith("Not rated: ")
    assert "Stays calm" not in sentence


# What was agreed


def test_what_was_agreed_is_told_as_far_as_there_are_words() -> None:
    debrief = Debrief(
        commitments=(
            Commitment(words="I wait", first_tried="Elm Street", check_on=date(2026, 3, 24)),
            Commitment(words=" "),
        ),
        parked=("Handling price", ""),
        comment="Fair",
    )
    state = _debriefed(debrief).state
    assert agreed_notes(state, Before(), PRIYA) == [
        Note("To do differently", "“I wait”", "First tried: Elm Street\nLook at it together: 24 March 2026"),
        Note("Parked for a later ride", "Handling price"),
        Note("Priya's comment", "Fair"),
    ]


def test_how_it_ended_stands_beside_what_was_declared() -> None:
    state = _debriefed(Debrief()).state
    declared = "Purpose: Agree on a trial. Best: A date for the trial. Least: A second meeting."
    assert ended_note(_seen(state), state) == Note("How it ended", "Between best and least", declared)
    state = _debriefed(Debrief(), outcome=None).state
    assert ended_note(_seen(state), state).words == "Not written down."


def test_nothing_that_was_agreed_is_told_while_the_view_is_sealed() -> None:
    log = _a_log()
    log.at("25:00", Viewed(view=MyView()))
    log.at("30:00", Debriefed(debrief=Debrief(comment="SEALED")))
    assert (agreed_notes(log.state, Before(), PRIYA), page_lines(log.state)) == ([], [])


def _since(debrief: Debrief, before: Before) -> list[Note]:
    state = _debriefed(debrief).state
    notes = agreed_notes(state, before, PRIYA)
    return [note for note in notes if note.heading == "Since last time"]


def test_what_became_of_what_was_agreed_before_is_told_with_what_shows_it() -> None:
    log = _debriefed(Debrief())
    mark = next(entry for entry in log.entries if isinstance(entry.what, Marked))
    log.at("50:00", Debriefed(debrief=Debrief(closings=(_closing(Kept.KEPT, mark), _closing(Kept.NOT_YET)))))
    notes = agreed_notes(log.state, Before(), PRIYA)
    assert [note for note in notes if note.heading == "Since last time"] == [
        Note("Since last time", "“I wait”", "Kept; + 01:00"),
        Note("Since last time", "“I wait”", "Not yet; without anything seen on this ride"),
    ]


def _closing(kept: Kept, *evidence: Entry) -> Closing:
    ids = tuple(entry.id for entry in evidence)
    return Closing(agreed_in=an_id(), number=0, words="I wait", kept=kept, evidence=ids)


def test_of_older_records_it_is_told_of_all_at_once() -> None:
    before = Before(committed_on=TODAY, commitments=("I wait", "I ask"))
    [note] = _since(Debrief(last_commitment=Kept.PARTLY), before)
    assert note == Note("Since last time", "“I wait”\n“I ask”", "Partly kept")
    assert _since(Debrief(last_commitment=Kept.PARTLY), Before()) == []


# Pages


def test_each_page_is_listed_the_latest_first_with_who_has_it() -> None:
    log = _debriefed(Debrief())
    assert [(page.number, page.words) for page in page_lines(log.state)] == [(1, "1: 10 March 2026, 09:40")]
    last, context = log.entries[-1].id, PageContext(rep=card_of(PRIYA))
    log.at("50:00", HandedOver(how=HandOver.PRINTED, context=context))
    why = Amendment(reason="One more thing", author="Dana")
    log.at("55:00", PageAmended(amendment=why, until=last, context=context))
    latest, first = page_lines(log.state)
    assert (latest.number, first.number) == (2, 1)
    assert latest.note.startswith("Not handed over yet.")
    assert first.note == "Handed over on 10 March 2026, 09:50, and replaced since."


def test_before_something_is_agreed_and_of_what_does_not_count_there_is_no_page() -> None:
    assert page_lines(_a_log().state) == []
    log = _debriefed(Debrief())
    log.at("50:00", Voided())
    assert page_lines(log.state) == []
    assert page_lines(an_ended_log().state) == []
