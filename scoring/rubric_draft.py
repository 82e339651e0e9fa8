"""A rubric while it is written: anything may still be missing, and nothing of it is in use.

Each edit is a pure function from a draft to the next one; ``finished`` makes a rubric of it. What may be left empty is
filled in with plain words then, so that nobody is kept from working by a field.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar
from uuid import uuid4

from scoring.call_type import CallType
from scoring.errors import SecondChairError
from scoring.rating import LEVELS
from scoring.rubric import (
    HIGHEST_VERSION,
    LONGEST_ITEM,
    LONGEST_NAME,
    LONGEST_SENTENCE,
    MOST_ITEMS,
    MOST_SKILLS,
    Level,
    Rubric,
    Skill,
    fits_one_line,
)
from scoring.tenure import Tenure
from scoring.text import tr

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a rubric a text stands: a ``field`` of the rubric itself (``name``, ``summary``), of the skill with this
    id (``name``, ``summary``, ``seen``, ``missed``, ``no_chance``), or of one of its parts, by its ``number`` from 1
    (``word`` and ``sentence`` of a level, ``checklist``)."""

    field: str
    skill: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelDraft:
    """What is written of a level."""

    word: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillDraft:
    """What is written of a skill. ``checklist`` has no empty items."""

    id: str
    name: str = ""
    summary: str = ""
    seen: str = ""
    missed: str = ""
    levels: tuple[LevelDraft, ...] = (LevelDraft(),) * len(LEVELS)
    no_chance: str = ""
    checklist: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.levels) != len(LEVELS):
            raise ValueError("a skill has four levels")


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricDraft:
    """What is written of the rubric ``id``. ``same`` are skills whose words changed much and of which somebody said
    that they still mean the same, in the words this was said of."""

    id: str
    name: str = ""
    language: str = "en"
    summary: str = ""
    call_types: tuple[CallType, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    skills: tuple[SkillDraft, ...] = ()
    same: tuple[SkillDraft, ...] = ()

    def __post_init__(self) -> None:
        ids = [skill.id for skill in self.skills]
        if len(ids) > MOST_SKILLS or len(set(ids)) < len(ids):
            raise ValueError("a rubric has at most twelve skills, each with an id of its own")

    def skill(self, skill_id: str) -> SkillDraft:
        """:returns: the skill with this id. :raises KeyError: when there is none."""
        for skill in self.skills:
            if skill.id == skill_id:
                return skill
        raise KeyError(skill_id)


def new_rubric_id() -> str:
    """:returns: an id that no other rubric has, also on another computer."""
    return f"rubric-{uuid4().hex[:16]}"


def new_skill_id() -> str:
    """:returns: an id that no other skill has, also on another computer."""
    return f"skill-{uuid4().hex[:16]}"


def draft_of(rubric: Rubric) -> RubricDraft:
    """:returns: a draft that says just what ``rubric`` says; it is silent where that has the usual words, so that these
    give way to the first letter that is written there."""
    return RubricDraft(
        id=rubric.id,
        name=rubric.name,
        language=rubric.language,
        summary=rubric.summary,
        call_types=rubric.call_types,
        tenures=rubric.tenures,
        skills=tuple(_skill_draft(skill) for skill in rubric.skills),
    )


def copy_of(rubric: Rubric, name: str) -> RubricDraft:
    """:returns: a draft of a rubric of one's own, with the skills of ``rubric``: they mean the same there, so they keep
    their ids."""
    return replace(draft_of(rubric), id=new_rubric_id(), name=clean(name, LONGEST_NAME))


# Edits


def text_at(draft: RubricDraft, place: Place) -> str:
    """:returns: the text at a place; empty for an item that a checklist does not have yet.
    :raises KeyError: if the skill is not there."""
    return text_in(draft.skill(place.skill), place) if place.skill else getattr(draft, place.field)


def text_in(skill: SkillDraft, place: Place) -> str:
    """:returns: the text at a place of this skill, whichever it is; empty for an item that its checklist does not have
    yet."""
    if place.field == "checklist":
        return skill.checklist[place.number - 1] if place.number <= len(skill.checklist) else ""
    return getattr(skill.levels[place.number - 1] if place.number else skill, place.field)


def written(draft: RubricDraft, place: Place, text: str) -> RubricDraft:
    """Write a text at a place. An item of a checklist that becomes empty is gone; one behind the last is added.

    :returns: the draft with ``text`` there, in one line and cut to what fits.
    :raises KeyError: if the skill is not there.
    """
    text = clean(text, longest(place))
    if not place.skill:
        return replace(draft, **{place.field: text})
    skill = draft.skill(place.skill)
    if place.field == "checklist":
        return with_skill(draft, replace(skill, checklist=_listed(skill.checklist, place.number, text)))
    if not place.number:
        return with_skill(draft, replace(skill, **{place.field: text}))
    levels = list(skill.levels)
    levels[place.number - 1] = replace(levels[place.number - 1], **{place.field: text})
    return with_skill(draft, replace(skill, levels=tuple(levels)))


def with_skill(draft: RubricDraft, new: SkillDraft) -> RubricDraft:
    """:returns: the draft with ``new`` in place of the skill with its id."""
    return replace(draft, skills=tuple(new if skill.id == new.id else skill for skill in draft.skills))


def added(draft: RubricDraft, skill: SkillDraft, at: int | None = None) -> RubricDraft:
    """:param at: the number of skills before it; None is at the end.
    :returns: the draft with one more skill, or as it is where there are as many as there may be."""
    if len(draft.skills) >= MOST_SKILLS:
        return draft
    at = len(draft.skills) if at is None else at
    return replace(draft, skills=(*draft.skills[:at], skill, *draft.skills[at:]))


def removed(draft: RubricDraft, skill_id: str) -> RubricDraft:
    """:returns: the draft without this skill."""
    return replace(
        draft,
        skills=tuple(skill for skill in draft.skills if skill.id != skill_id),
        same=tuple(skill for skill in draft.same if skill.id != skill_id),
    )


def moved(draft: RubricDraft, skill_id: str, to: int) -> RubricDraft:
    """:param to: how many skills are to stand before it; beyond either end is the end.
    :returns: the draft with this skill there."""
    skill = draft.skill(skill_id)
    others = [one for one in draft.skills if one.id != skill_id]
    others.insert(max(to, 0), skill)
    return replace(draft, skills=tuple(others))


def suited(draft: RubricDraft, call_types: tuple[CallType, ...], tenures: tuple[Tenure, ...]) -> RubricDraft:
    """:returns: the draft for these calls and these people, in any order; all of them is said by none."""
    return replace(draft, call_types=_some(CallType, call_types), tenures=_some(Tenure, tenures))


def longest(place: Place) -> int:
    """:returns: how many characters fit at a place."""
    if place.field == "checklist":
        return LONGEST_ITEM
    return LONGEST_NAME if place.field in {"name", "word"} else LONGEST_SENTENCE


def clean(text: str, most: int) -> str:
    """:returns: ``text`` as one line without blanks around it, of at most ``most`` characters."""
    shown = "".join(letter if fits_one_line(letter) else " " for letter in text)
    return shown.strip()[:most].strip()


# From a draft to a rubric


def missing(draft: RubricDraft) -> tuple[Place, ...]:
    """:returns: what has to be written before the draft can be used: a name, and the names of the skills."""
    unnamed = [Place(field="name")] if not draft.name else []
    return (*unnamed, *(Place(field="name", skill=skill.id) for skill in draft.skills if not skill.name))


def finished(draft: RubricDraft, version: int) -> Rubric:
    """:returns: the rubric a draft describes, with the usual words where it is silent (``usual``).
    :raises SecondChairError: if it has no name or no skill yet, or a skill has no name, or if there is no such version
        because the one before it came with the highest number."""
    if version > HIGHEST_VERSION:
        raise SecondChairError(
            tr("There is no version after the last one"), tr("Make a copy, and change that.")
        )
    if not draft.skills:
        raise _not_ready(tr("Add at least one skill first."))
    if missing(draft):
        raise _not_ready(tr("Give it and each of its skills a name first."))
    return Rubric(
        id=draft.id,
        name=draft.name,
        version=version,
        language=draft.language,
        skills=tuple(_finished_skill(skill) for skill in draft.skills),
        summary=draft.summary,
        call_types=draft.call_types,
        tenures=draft.tenures,
    )


def usual(place: Place) -> str:
    """:returns: what stands at a place where nothing is written; empty where that has to be or may be empty."""
    if place.field in {"word", "sentence"}:
        word, sentence = _usual_levels()[place.number - 1]
        return word if place.field == "word" else sentence
    words = {
        "summary": tr("Seen or missed, each time it comes up."),
        "seen": tr("The rep does it."),
        "missed": tr("The rep could have done it, and did not."),
        "no_chance": tr("Nothing came up that called for it."),
    }
    return words.get(place.field, "") if place.skill else ""


def _usual_levels() -> list[tuple[str, str]]:
    return [
        (tr("Not yet"), tr("Was called for, and was not seen.")),
        (tr("Sometimes"), tr("Was seen less often than it was called for.")),
        (tr("Mostly"), tr("Was seen more often than it was missed.")),
        (tr("Every time"), tr("Was seen each time it was called for.")),
    ]


def _finished_skill(skill: SkillDraft) -> Skill:
    def said(field: str, number: int = 0) -> str:
        place = Place(field=field, skill=skill.id, number=number)
        return getattr(skill.levels[number - 1] if number else skill, field) or usual(place)

    return Skill(
        id=skill.id,
        name=skill.name,
        summary=said("summary"),
        seen=said("seen"),
        missed=said("missed"),
        levels=tuple(
            Level(number=number, word=said("word", number), sentence=said("sentence", number))
            for number in LEVELS
        ),
        no_chance=said("no_chance"),
        checklist=skill.checklist,
    )


def _skill_draft(skill: Skill) -> SkillDraft:
    def own(field: str, number: int = 0) -> str:
        words = getattr(skill.levels[number - 1] if number else skill, field)
        return "" if words == usual(Place(field=field, skill=skill.id, number=number)) else words

    return SkillDraft(
        id=skill.id,
        name=skill.name,
        summary=own("summary"),
        seen=own("seen"),
        missed=own("missed"),
        levels=tuple(
            LevelDraft(word=own("word", number), sentence=own("sentence", number)) for number in LEVELS
        ),
        no_chance=own("no_chance"),
        checklist=skill.checklist,
    )


def _listed(items: tuple[str, ...], number: int, text: str) -> tuple[str, ...]:
    """The item at ``number`` (from 1) becomes ``text``. The same twice, or one too many, changes nothing."""
    before, behind = items[: number - 1], items[number:]
    if not text:
        return (*before, *behind)
    if text in (*before, *behind) or len(before) + len(behind) >= MOST_ITEMS:
        return items
    return (*before, text, *behind)


def _some(kind: type[E], given: tuple[E, ...]) -> tuple[E, ...]:
    chosen = tuple(one for one in kind if one in given)
    return () if len(chosen) == len(kind) else chosen


def _not_ready(advice: str) -> SecondChairError:
    return SecondChairError(tr("Not ready for calls yet"), advice)
