from __future__ import annotations

import pytest

from scoring.debrief import MyView, Observation, Outcome
from scoring.entry import Introduction
from scoring.rating import Rating
from scoring.rubric import default_rubric
from tests.builders import a_tee_up
from ui.screens.myview_page_words import (
    FLOOR,
    GAPS,
    INTRODUCTION,
    OUTCOME,
    STRENGTHS,
    is_skill,
    other_state,
    skill_state,
    summary_of,
    unrated_skills,
    unrated_words,
)
from ui.widgets.skill_list import SkillState

SKILLS = default_rubric().skills
SKILL = SKILLS[0]


@pytest.mark.parametrize(
    ("ratings", "words", "level"),
    [
        ((), "to do", None),
        ((Rating(skill=SKILL.id, level=3),), "Mostly", 3),
        ((Rating(skill=SKILL.id, level=None),), "No chance", None),
    ],
)
def test_a_skill_stands_with_its_level_or_the_words_for_none(
    ratings: tuple[Rating, ...], words: str, level: int | None
) -> None:
    assert skill_state(SKILL, MyView(ratings=ratings), 3) == SkillState(
        SKILL.id, SKILL.name, words, level, place=3
    )


@pytest.mark.parametrize(
    ("key", "written"),
    [
        (OUTCOME, MyView(outcome=Outcome.LESS)),
        (OUTCOME, MyView(outcome_words="A maybe")),
        (STRENGTHS, MyView(strengths=(Observation(words="Calm"),))),
        (GAPS, MyView(gaps=(Observation(words="Fast"),))),
    ],
)
def test_the_other_parts_say_whether_something_is_written(key: str, written: MyView) -> None:
    assert other_state(key, MyView(), None).words == "to do"
    assert other_state(key, written, None).words == "written"


def test_the_introduction_is_written_once_it_was_said() -> None:
    assert other_state(INTRODUCTION, MyView(), None).words == "to do"
    assert other_state(INTRODUCTION, MyView(), Introduction.AS_BOSS).words == "written"


def test_the_floor_is_looked_at_and_nothing_to_do() -> None:
    assert other_state(FLOOR, MyView(), None).words == ""


def test_no_key_of_another_part_can_be_the_id_of_a_skill() -> None:
    assert all(is_skill(skill.id) for skill in SKILLS)
    assert not any(is_skill(key) for key in (FLOOR, OUTCOME, STRENGTHS, GAPS, INTRODUCTION))


def test_what_was_agreed_beforehand_stands_under_the_heading() -> None:
    plan = a_tee_up(purpose="Agree on a trial", introduction="  ")
    assert summary_of(OUTCOME, plan) == "Agree on a trial"
    assert summary_of(INTRODUCTION, plan) == ""
    assert summary_of(OUTCOME, a_tee_up(purpose=" ")) == "No purpose was agreed beforehand."


def test_skills_without_a_rating_are_named_or_counted() -> None:
    rated = MyView(ratings=tuple(Rating(skill=skill.id, level=1) for skill in SKILLS[2:]))
    assert unrated_words(unrated_skills(SKILLS, rated)) == f"Not rated: {SKILLS[0].name}, {SKILLS[1].name}."
    assert unrated_words(unrated_skills(SKILLS, MyView())) == "9 skills are not rated yet."
    assert unrated_words([]) == ""
