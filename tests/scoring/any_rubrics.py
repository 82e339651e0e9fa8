"""Rubrics of any script, any size and either format, as hypothesis draws them."""

from __future__ import annotations

import string
from enum import StrEnum
from typing import TypeVar

from hypothesis import strategies as st

from scoring.call_type import CallType
from scoring.rating import LEVELS
from scoring.rubric import (
    LONGEST_ITEM,
    LONGEST_NAME,
    LONGEST_SENTENCE,
    MOST_ITEMS,
    MOST_SKILLS,
    Level,
    Rubric,
    Skill,
)
from scoring.tenure import Tenure

E = TypeVar("E", bound=StrEnum)

letters = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
_languages = st.sampled_from(["en", "de", "pt-BR", "zh-Hant", "ar"])


def lines(longest: int) -> st.SearchStrategy[str]:
    """:returns: one line of text of any script, 1 to ``longest`` characters."""
    return st.text(letters, min_size=1, max_size=longest).map(str.strip).filter(bool)


def slugs() -> st.SearchStrategy[str]:
    """:returns: ids of rubrics or skills."""
    parts = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=12)
    return st.lists(parts, min_size=1, max_size=4).map("-".join)


def some_of(kind: type[E]) -> st.SearchStrategy[tuple[E, ...]]:
    """:returns: members of an enum in their order, or none."""
    return st.sets(st.sampled_from(kind)).map(lambda chosen: tuple(one for one in kind if one in chosen))


def rubric_levels() -> st.SearchStrategy[tuple[Level, ...]]:
    """:returns: the four levels of a skill."""
    words, sentences = lines(LONGEST_NAME), lines(LONGEST_SENTENCE)
    each = [st.builds(Level, number=st.just(number), word=words, sentence=sentences) for number in LEVELS]
    return st.tuples(*each)


def rubric_skills(ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Skill]:
    """:returns: skills, with or without a checklist."""
    sentences = lines(LONGEST_SENTENCE)
    return st.builds(
        Skill,
        id=slugs() if ids is None else ids,
        name=lines(LONGEST_NAME),
        summary=sentences,
        seen=sentences,
        missed=sentences,
        levels=rubric_levels(),
        no_chance=sentences,
        checklist=st.lists(lines(LONGEST_ITEM), max_size=MOST_ITEMS, unique=True).map(tuple),
    )


def rubrics(most_skills: int = MOST_SKILLS) -> st.SearchStrategy[Rubric]:
    """:returns: valid rubrics. :param most_skills: fewer are drawn faster."""
    skills = st.lists(rubric_skills(), min_size=1, max_size=most_skills, unique_by=lambda skill: skill.id)
    return st.builds(
        Rubric,
        id=slugs(),
        name=lines(LONGEST_NAME),
        version=st.integers(1, 1_000_000),
        language=_languages,
        skills=skills.map(tuple),
        summary=st.just("") | lines(LONGEST_SENTENCE),
        call_types=some_of(CallType),
        tenures=some_of(Tenure),
    )


def a_full_rubric(letter: str = "\U0001f600") -> Rubric:
    """:returns: as many skills as there may be, each full to every limit with ``letter``."""
    sentence = letter * LONGEST_SENTENCE
    word = letter * LONGEST_NAME
    items = tuple(f"{number}{letter * (LONGEST_ITEM - 1)}" for number in range(MOST_ITEMS))
    levels = tuple(Level(number=number, word=word, sentence=sentence) for number in LEVELS)
    skills = tuple(
        Skill(
            id=f"{number:0{LONGEST_NAME}}",
            name=word,
            summary=sentence,
            seen=sentence,
            missed=sentence,
            levels=levels,
            no_chance=sentence,
            checklist=items,
        )
        for number in range(MOST_SKILLS)
    )
    return Rubric(
        id="f" * LONGEST_NAME,
        name=word,
        version=1_000_000,
        language="en",
        skills=skills,
        summary=sentence,
        call_types=tuple(CallType),
        tenures=tuple(Tenure),
    )
