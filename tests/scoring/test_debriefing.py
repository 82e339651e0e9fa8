from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from scoring.commitments import FollowedCommitment
from scoring.debrief import Closing, Commitment, Debrief, Kept, MyView, Observation, SelfView
from scoring.debriefing import (
    as_for,
    is_blank,
    is_same_day,
    may_cover,
    new_commitment,
    new_debrief,
    part_of_call,
    tidy_debrief,
    tidy_view,
    together,
    with_agreed,
    with_closing,
)
from scoring.facts import CallFacts, facts_of
from scoring.people import Rep
from scoring.rating import Rating
from scoring.state import CallState, Phase
from tests.builders import NINE, Log, a_call, a_rep, a_tee_up, an_id

FIRST = MyView(ratings=(Rating(skill="questions", level=3),))


def _facts(rep: Rep, phase: Phase = Phase.VIEWED, days: int = 0) -> CallFacts:
    call = a_call(rep)
    facts = facts_of(call, Log(call).state)
    return replace(facts, phase=phase, started_at=facts.created_at + timedelta(days=days))


def test_observations_that_say_nothing_are_left_out_and_the_others_stay_as_written() -> None:
    pointing = Observation(words="", entry=an_id())
    written = Observation(words=" As it\nwas typed ")
    view = MyView(strengths=(Observation(words=" \n"), pointing), gaps=(written, Observation(words="")))
    assert tidy_view(view) == MyView(strengths=(pointing,), gaps=(written,))


def test_commitments_and_parked_points_without_words_are_left_out() -> None:
    kept = Commitment(words="I ask first ", first_tried="Elm Street")
    debrief = Debrief(
        commitments=(Commitment(words=" ", first_tried="Somewhere"), kept), parked=("", "Price ", "  ")
    )
    assert tidy_debrief(debrief) == Debrief(commitments=(kept,), parked=("Price ",))


def test_a_change_is_looked_at_in_two_weeks_unless_both_choose_another_day() -> None:
    assert new_commitment(date(2026, 11, 23)).check_on == date(2026, 12, 7)


def test_a_new_debrief_is_blank_until_words_are_there() -> None:
    blank = new_debrief(date(2026, 11, 23))
    assert is_blank(replace(blank, shared=an_id(), agreed=(Rating(skill="calm", level=1),), parked=("",)))
    written = (
        replace(blank, commitments=(Commitment(words="I ask first"),)),
        replace(blank, parked=("Price",)),
        replace(blank, comment="Fair"),
        replace(blank, last_commitment=Kept.KEPT),
    )
    assert not any(map(is_blank, written))


@pytest.mark.parametrize("level", [1, 2, 4, None])
def test_a_rating_that_changed_after_hearing_the_rep_is_kept_beside_the_first(level: int | None) -> None:
    changed = Rating(skill="questions", level=level)
    assert with_agreed(Debrief(), FIRST, changed).agreed == (changed,)


def test_going_back_to_the_first_level_takes_the_change_back() -> None:
    other = Rating(skill="calm", level=1)
    debrief = Debrief(agreed=(Rating(skill="questions", level=2), other))
    assert with_agreed(debrief, FIRST, Rating(skill="questions", level=3)).agreed == (other,)


def test_a_skill_that_was_not_rated_can_be_agreed_on_no_chance_included() -> None:
    no_chance = Rating(skill="calm", level=None)
    assert with_agreed(Debrief(), FIRST, no_chance).agreed == (no_chance,)


def test_each_call_gets_the_words_and_the_ratings_of_its_own_focus_skills() -> None:
    questions, calm = Rating(skill="questions", level=2), Rating(skill="calm", level=4)
    said = SelfView(went_well="Both calls", ratings=(questions, calm))
    assert part_of_call(said, a_tee_up(focus_skills=("calm",))) == SelfView(
        went_well="Both calls", ratings=(calm,)
    )


def test_what_was_said_in_two_calls_is_said_once_when_put_together() -> None:
    questions, calm = Rating(skill="questions", level=2), Rating(skill="calm", level=4)
    one = SelfView(went_well="I listened, mostly", ratings=(questions,), began_at=NINE)
    two = SelfView(
        went_well="I listened",
        differently="Ask",
        ratings=(replace(questions, level=1), calm),
        began_at=NINE - timedelta(minutes=1),
    )
    assert together([one, two]) == replace(two, went_well="I listened, mostly", ratings=(questions, calm))
    assert together([one]) == one
    assert together([]) == SelfView()


def test_one_debrief_can_cover_the_other_calls_with_the_rep_on_that_day() -> None:
    rep = a_rep()
    facts = _facts(rep)
    assert is_same_day(facts, _facts(rep, Phase.CLOSED))
    assert may_cover(facts, _facts(rep, Phase.VIEWED))
    assert may_cover(facts, _facts(rep, Phase.DEBRIEFED))


def test_it_never_covers_itself_another_day_another_rep_or_what_is_not_ready() -> None:
    rep = a_rep()
    facts = _facts(rep)
    others = [
        facts,
        _facts(rep, days=1),
        _facts(a_rep()),
        _facts(rep, Phase.ENDED),
        _facts(rep, Phase.CLOSED),
    ]
    assert [other for other in others if may_cover(facts, other)] == []


# What became of what the rep came with

ITEMS = [
    FollowedCommitment(
        agreed_in=replace(facts_of(a_call(), CallState()), call_id=UUID(int=7)),
        number=number,
        commitment=Commitment(words=words),
    )
    for number, words in enumerate(("I ask first", "I wait"))
]


def _says(number: int, kept: Kept, *evidence: UUID) -> Closing:
    words = ITEMS[number].commitment.words
    return Closing(agreed_in=UUID(int=7), number=number, words=words, kept=kept, evidence=evidence)


def test_a_closing_takes_the_place_of_the_one_before_it() -> None:
    both = Debrief(closings=(_says(0, Kept.KEPT), _says(1, Kept.NOT_YET)))
    changed = with_closing(both, ITEMS, _says(0, Kept.PARTLY, UUID(int=1)))
    assert changed.closings == (_says(0, Kept.PARTLY, UUID(int=1)), _says(1, Kept.NOT_YET))
    assert with_closing(Debrief(), ITEMS, _says(1, Kept.KEPT)).closings == (_says(1, Kept.KEPT),)


def test_what_was_said_of_all_is_said_of_each_once_one_is_told_apart() -> None:
    older = Debrief(last_commitment=Kept.PARTLY)
    changed = with_closing(older, ITEMS, _says(1, Kept.KEPT))
    assert changed == Debrief(closings=(_says(0, Kept.PARTLY), _says(1, Kept.KEPT)))


def test_a_closing_of_what_is_not_asked_about_any_more_stays() -> None:
    other = Closing(agreed_in=UUID(int=8), number=0, words="Old", kept=Kept.KEPT)
    assert other in with_closing(Debrief(closings=(other,)), ITEMS, _says(0, Kept.KEPT)).closings


def test_each_call_of_a_debrief_keeps_its_own_ratings_and_what_was_seen_in_it() -> None:
    here, there = UUID(int=1), UUID(int=2)
    agreed = Debrief(comment="Fair", closings=(_says(0, Kept.KEPT, here), _says(1, Kept.NOT_YET, here)))
    own = Debrief(closings=(_says(0, Kept.PARTLY, there),))
    kept = as_for(agreed, own)
    assert kept == Debrief(comment="Fair", closings=(_says(0, Kept.KEPT, there), _says(1, Kept.NOT_YET)))
    assert as_for(agreed, agreed) == agreed
