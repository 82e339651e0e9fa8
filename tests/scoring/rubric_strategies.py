"""What hypothesis draws of rubrics: any order of a few skills, in any script, so that two have much in common."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from hypothesis import strategies as st

from scoring.call_type import CallType
from scoring.rating import LEVELS
from scoring.rubric import MOST_ITEMS, Level, Rubric, Skill
from scoring.tenure import Tenure

E = TypeVar("E", bound=StrEnum)

SKILL_IDS = ("asks", "listens", "waits", "sums-up", "agrees", "calms")

texts = st.sampled_from(("Asks first", "Waits for the answer", "Fragt zuerst", "先に質問する", "سؤال"))
items = st.sampled_from(
    ("Asks why", "Asks why, and waits", "Asks what for", "Waits", "Sums up", "Notes it", "数")
)


def some(kind: type[E]) -> st.SearchStrategy[tuple[E, ...]]:
    """:returns: some of them, in their order."""
    return st.sets(st.sampled_from(list(kind))).map(
        lambda chosen: tuple(one for one in kind if one in chosen)
    )


@st.composite
def skills(draw: st.DrawFn, skill_id: str) -> Skill:
    """The skill with this id, of which a few texts are other ones."""
    fields = st.sampled_from(("name", "summary", "seen", "missed", "no_chance"))
    said = dict.fromkeys(("name", "summary", "seen", "missed", "no_chance"), skill_id)
    said |= draw(st.dictionaries(fields, texts, max_size=2))
    levels = [Level(number=number, word=f"Level {number}", sentence=skill_id) for number in LEVELS]
    at, text = draw(st.sampled_from(range(len(LEVELS)))), draw(texts)
    levels[at] = replace(levels[at], **{draw(st.sampled_from(("word", "sentence"))): text})
    listed = draw(st.lists(items, max_size=MOST_ITEMS, unique=True))
    return Skill(id=skill_id, levels=tuple(levels), checklist=tuple(listed), **said)


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """Any rubric with the id "ours"."""
    ids = draw(st.lists(st.sampled_from(SKILL_IDS), min_size=1, unique=True))
    return Rubric(
        id="ours",
        name=draw(texts),
        version=draw(st.integers(1, 9)),
        language=draw(st.sampled_from(("en", "ja", "pt-BR"))),
        skills=tuple(draw(skills(one)) for one in ids),
        summary=draw(st.just("") | texts),
        call_types=draw(some(CallType)),
        tenures=draw(some(Tenure)),
    )
