"""Rubrics of any number of skills, up to the longest that may be written."""

from __future__ import annotations

from dataclasses import replace

from scoring.rating import LEVELS
from scoring.rubric import (
    LONGEST_ITEM,
    LONGEST_NAME,
    LONGEST_SENTENCE,
    MOST_ITEMS,
    Level,
    Rubric,
    Skill,
    default_rubric,
)


def sized_rubric(count: int) -> Rubric:
    """:returns: a rubric of ``count`` usual skills, each with a checklist of three."""
    shipped = default_rubric().skills
    skills = (_usual(shipped[number % len(shipped)], number) for number in range(count))
    return replace(
        default_rubric(),
        id="ours",
        name="Our first calls",
        version=1,
        skills=tuple(skills),
        summary="For first calls.",
    )


def _usual(skill: Skill, number: int) -> Skill:
    again = number // len(default_rubric().skills)
    name = f"{skill.name} again" if again else skill.name
    items = (
        "Says it in the first five minutes",
        "Waits until the customer has answered",
        "Writes the answer down",
    )
    return replace(skill, id=f"skill-{number + 1}", name=name, checklist=items)


def longest_rubric(count: int, words: str, language: str = "en") -> Rubric:
    """:returns: a rubric in which every text is as long as it may be and made of ``words``, with a number first."""

    def text(number: int, longest: int) -> str:
        return f"{number} {words} {words * longest}"[:longest].strip()

    def skill(number: int) -> Skill:
        return Skill(
            id=f"skill-{number}",
            name=text(number, LONGEST_NAME),
            summary=text(number, LONGEST_SENTENCE),
            seen=text(number, LONGEST_SENTENCE),
            missed=text(number, LONGEST_SENTENCE),
            levels=tuple(
                Level(number=one, word=text(number, LONGEST_NAME), sentence=text(one, LONGEST_SENTENCE))
                for one in LEVELS
            ),
            no_chance=text(number, LONGEST_SENTENCE),
            checklist=tuple(text(item, LONGEST_ITEM) for item in range(MOST_ITEMS)),
        )

    return Rubric(
        id="longest",
        name=text(0, LONGEST_NAME),
        version=7,
        language=language,
        skills=tuple(skill(number) for number in range(1, count + 1)),
        summary=text(0, LONGEST_SENTENCE),
    )
