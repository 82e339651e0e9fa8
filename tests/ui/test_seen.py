from __future__ import annotations

from scoring.debrief import Debrief, MyView, Observation, Outcome, SelfView
from scoring.entry import SelfViewed, Viewed, WithoutRep
from scoring.rating import Rating
from scoring.rubric import default_rubric
from tests.builders import Log, a_tee_up, an_id
from ui.seen import SeenCall, in_short, sealed_words, seen_of_call, seen_today
from ui.widgets.evidence_list import EvidenceLine

RUBRIC = default_rubric()
ASKS, CALM = "asks-before-answering", "stays-calm"


def _viewed_log() -> Log:
    log = Log()
    log.planned(a_tee_up(focus_skills=(ASKS,)))
    log.started()
    mark = log.seen("04:10", ASKS, "So what?")
    log.ended("12:00")
    view = MyView(
        ratings=(Rating(skill=ASKS, level=2, evidence=(mark.id,)), Rating(skill=CALM, level=4)),
        outcome=Outcome.LEAST,
        outcome_words="Meets the owner",
        strengths=(Observation(words="Asked back", entry=mark.id),),
        gaps=(Observation(words="Rushed the end"),),
    )
    log.at("13:00", Viewed(view=view))
    return log


def _seen(log: Log, debrief: Debrief | None = None) -> SeenCall:
    seen = seen_of_call(an_id(), "Northgate", log.state, RUBRIC, debrief)
    assert seen
    return seen


def _heard_log() -> Log:
    log = _viewed_log()
    log.at("20:00", SelfViewed(self_view=SelfView(went_well="Fine", ratings=(Rating(skill=ASKS, level=4),))))
    return log


def test_nothing_is_seen_while_the_view_is_sealed() -> None:
    assert seen_of_call(an_id(), "Northgate", _viewed_log().state, RUBRIC, None) is None


def test_it_opens_with_the_rep_or_by_going_on_alone() -> None:
    alone = _viewed_log()
    alone.at("20:00", WithoutRep())
    assert (
        _seen(alone).strengths == _seen(_heard_log()).strengths == (EvidenceLine("04:10", "", "Asked back"),)
    )


def test_the_outcome_stands_beside_what_was_declared() -> None:
    seen = _seen(_heard_log())
    assert seen.outcome == "Least reached: Meets the owner"
    assert seen.declared == "Best: A date for the trial. Least: A second meeting."


def test_skills_come_in_the_order_of_the_call_with_both_views_and_their_basis() -> None:
    skills = {seen.skill.id: seen for seen in _seen(_heard_log()).skills}
    assert list(skills) == [skill.id for skill in RUBRIC.skills]
    assert (skills[ASKS].word, skills[ASKS].own, skills[ASKS].is_focus) == ("Sometimes", "Every time", True)
    assert skills[ASKS].lines == (EvidenceLine("04:10", "+", "So what?"),)
    assert (skills[CALM].word, skills[CALM].own) == ("Every time", "")
    assert skills[CALM].stands_on == "judgement only"
    assert skills[CALM].lines == ()
    assert skills["listens-it-out"].word == "Not rated"


def test_a_level_that_changed_is_shown_with_the_first_one() -> None:
    debrief = Debrief(agreed=(Rating(skill=ASKS, level=3),))
    skills = {seen.skill.id: seen for seen in _seen(_heard_log(), debrief).skills}
    assert skills[ASKS].word == "Mostly, first Sometimes"
    assert skills[CALM].word == "Every time"


def test_in_short_strengths_and_gaps_are_told_apart_by_their_sign() -> None:
    assert in_short(_seen(_heard_log())) == [
        EvidenceLine("04:10", "+", "Asked back"),
        EvidenceLine("", "–", "Rushed the end"),
    ]


def test_what_was_watched_for_and_seen_is_said_once_the_view_is_open() -> None:
    assert seen_today(_viewed_log().state, RUBRIC) == ""
    said = seen_today(_heard_log().state, RUBRIC)
    assert said == "Asks before answering, seen today at 04:10: “So what?”"


def test_only_marks_with_words_of_what_was_watched_for_count_as_seen_today() -> None:
    log = Log()
    log.planned(a_tee_up(focus_skills=(ASKS,)))
    log.started()
    log.seen("01:00", ASKS)
    log.missed("02:00", ASKS, "Discount first")
    log.seen("03:00", CALM, "Breathed")
    log.ended("12:00")
    log.at("13:00", Viewed(view=MyView()))
    log.at("20:00", WithoutRep())
    assert seen_today(log.state, RUBRIC) == ""


def test_what_stands_in_place_of_a_sealed_view_says_what_opens_it() -> None:
    assert sealed_words("Priya") == "Opens after Priya has spoken.\nTheir view first, then yours."
