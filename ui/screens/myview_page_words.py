"""The parts of My view: their keys, their headings, and what stands for each in the contents."""

from __future__ import annotations

from collections.abc import Sequence

from exports.skill_table import level_word
from scoring.debrief import MyView
from scoring.entry import Introduction
from scoring.rating import rating_of
from scoring.rubric import Skill
from scoring.teeup import TeeUp
from scoring.text import tr, trn
from ui.widgets.skill_list import SkillState

# A dot keeps these apart from the ids of skills.
OUTCOME, STRENGTHS, GAPS, INTRODUCTION = "view.outcome", "view.strengths", "view.gaps", "view.introduction"
FLOOR = "view.floor"
MOST_NAMED = 3


def is_skill(key: str) -> bool:
    """:returns: whether a key is the id of a skill, and not one of the other parts."""
    return "." not in key


def heading_of(key: str) -> str:
    """:returns: the heading of a part other than a skill."""
    return {
        FLOOR: tr("Who had the floor"),
        OUTCOME: tr("How it ended"),
        STRENGTHS: tr("What went well"),
        GAPS: tr("What got in the way"),
        INTRODUCTION: tr("The introduction"),
    }[key]


def summary_of(key: str, plan: TeeUp) -> str:
    """:returns: the line under the heading: what was agreed beforehand, or what to think of."""
    return {
        FLOOR: tr("Nothing to write: have a look, and correct what was tapped wrongly."),
        OUTCOME: plan.purpose.strip() or tr("No purpose was agreed beforehand."),
        STRENGTHS: tr("The debrief starts with these. A time makes them easier to believe."),
        GAPS: tr("What happened, not what someone is like."),
        INTRODUCTION: plan.introduction.strip(),
    }[key]


def skill_state(skill: Skill, view: MyView, place: int) -> SkillState:
    """:param place: of the skill in its rubric, from 0.
    :returns: a skill with its dots, or the words for not having any."""
    rating = rating_of(view.ratings, skill.id)
    if rating is None:
        return SkillState(skill.id, skill.name, tr("to do"), place=place)
    words = level_word(skill, rating) if rating.level else tr("No chance")
    return SkillState(skill.id, skill.name, words, rating.level, place=place)


def other_state(key: str, view: MyView, introduction: Introduction | None) -> SkillState:
    """:returns: another part, and whether something is written there; the floor is only looked at."""
    if key == FLOOR:
        return SkillState(key, heading_of(key), "")
    is_written = {
        OUTCOME: bool(view.outcome or view.outcome_words.strip()),
        STRENGTHS: bool(view.strengths),
        GAPS: bool(view.gaps),
        INTRODUCTION: introduction is not None,
    }[key]
    return SkillState(key, heading_of(key), tr("written") if is_written else tr("to do"))


def unrated_skills(skills: Sequence[Skill], view: MyView) -> list[Skill]:
    """:returns: the skills that have no rating, in the order of the call."""
    return [skill for skill in skills if rating_of(view.ratings, skill.id) is None]


def unrated_words(skills: Sequence[Skill]) -> str:
    """:returns: which skills have no rating: their names, or how many where they are many."""
    if not skills:
        return ""
    if len(skills) > MOST_NAMED:
        count = len(skills)
        return trn("{n} skill is not rated yet.", "{n} skills are not rated yet.", count).format(n=count)
    return tr("Not rated: {names}.").format(names=", ".join(skill.name for skill in skills))
