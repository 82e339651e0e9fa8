"""What is different between two versions of a rubric: all of it, and nothing twice.

A skill is the same skill where its ``id`` is, whatever became of its words; an item of a checklist where its words are,
or nearly so. What stands in another order is told by as few moves as there can be: the longest run of things that keep
their order stays, the others moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from scoring.rubric import Rubric, Skill
from scoring.rubric_draft import Place

TEXTS = ("name", "summary", "language")
SUITED = ("call_types", "tenures")
SKILL_TEXTS = ("name", "summary", "seen", "missed", "no_chance")
LEVEL_TEXTS = ("word", "sentence")

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """A text changed. One of both may be empty where the rubric had no summary, or has none now."""

    place: Place
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suited:
    """The rubric is for other calls or people: ``field`` is one of ``SUITED``; all of them is said by none."""

    field: str
    was: tuple[StrEnum, ...]
    now: tuple[StrEnum, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillCame:
    """A skill that was not there; ``number`` is its place now, from 1."""

    skill: Skill
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMoved:
    """The skill with the id ``skill`` stands elsewhere among those that stayed; ``number`` is its place now, from 1."""

    skill: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillWent:
    """A skill that is not there any more; ``number`` was its place, from 1."""

    skill: Skill
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCame:
    """An item of a checklist that was not there; ``place`` is where it is now."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMoved:
    """An item that stands elsewhere in its checklist; ``place`` is where it is now, ``text`` what it says now."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemWent:
    """An item that is not there any more; ``place`` is where it was."""

    place: Place
    text: str


InPlace = Reworded | ItemCame | ItemMoved | ItemWent
Difference = InPlace | Suited | SkillCame | SkillMoved | SkillWent


def differences(before: Rubric, after: Rubric) -> tuple[Difference, ...]:
    """Compare two versions of a rubric in all they say. Their own ids and versions are no difference: a copy can be
    compared with what it was made of.

    :returns: what to do to ``before`` to have ``after``, in the order it is read there: what is said of the whole, then
        skill by skill, then the skills that went. None where both say the same.
    """
    here = {skill.id: skill for skill in before.skills}
    moved = _moved([skill.id for skill in before.skills], [skill.id for skill in after.skills])
    found: list[Difference] = [*_of_the_whole(before, after)]
    for number, skill in enumerate(after.skills, start=1):
        if skill.id not in here:
            found.append(SkillCame(skill=skill, number=number))
            continue
        if skill.id in moved:
            found.append(SkillMoved(skill=skill.id, number=number))
        found.extend(rewordings_of(here[skill.id], skill))
        found.extend(_of_a_checklist(skill.id, here[skill.id].checklist, skill.checklist))
    kept = {skill.id for skill in after.skills}
    for number, skill in enumerate(before.skills, start=1):
        if skill.id not in kept:
            found.append(SkillWent(skill=skill, number=number))
    return tuple(found)


def applied(before: Rubric, found: Sequence[Difference]) -> Rubric:
    """:param found: what ``differences`` said of ``before`` and another rubric.
    :returns: that other rubric, but with the id and the version of ``before``.
    :raises ValueError: if it was said of another rubric than ``before``, and makes none of it.
    """
    whole: dict[str, Any] = {one.field: one.now for one in found if isinstance(one, Suited)}
    whole |= {one.place.field: one.now for one in found if isinstance(one, Reworded) and not one.place.skill}
    skills = {skill.id: _changed(skill, found) for skill in before.skills}
    moved = {one.number: skills[one.skill] for one in found if isinstance(one, SkillMoved)}
    came = {one.number: one.skill for one in found if isinstance(one, SkillCame)}
    away = {one.skill.id for one in found if isinstance(one, SkillWent)} | {one.id for one in moved.values()}
    stayed = [skill for skill in skills.values() if skill.id not in away]
    return replace(before, **whole, skills=_arranged(stayed, moved | came))


def _of_the_whole(before: Rubric, after: Rubric) -> Iterator[Difference]:
    for field in TEXTS:
        yield from _reworded(Place(field=field), getattr(before, field), getattr(after, field))
    for field in SUITED:
        was, now = getattr(before, field), getattr(after, field)
        if was != now:
            yield Suited(field=field, was=was, now=now)


def rewordings_of(before: Skill, after: Skill) -> Iterator[Reworded]:
    """:returns: what is different in the words (``Skill.wording``) of a skill, in reading order."""
    for field in SKILL_TEXTS[:-1]:
        yield from _reworded(
            Place(field=field, skill=after.id), getattr(before, field), getattr(after, field)
        )
    for was, now in zip(before.levels, after.levels, strict=True):
        for field in LEVEL_TEXTS:
            place = Place(field=field, skill=after.id, number=now.number)
            yield from _reworded(place, getattr(was, field), getattr(now, field))
    yield from _reworded(Place(field="no_chance", skill=after.id), before.no_chance, after.no_chance)


def _reworded(place: Place, was: str, now: str) -> Iterator[Reworded]:
    if was != now:
        yield Reworded(place=place, was=was, now=now)


def _of_a_checklist(skill: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Difference]:
    now_as = _now_as(before, after)
    was_as = {now: was for was, now in now_as.items()}
    moved = _moved([now_as[item] for item in before if item in now_as], after)
    for number, item in enumerate(after, start=1):
        place = Place(field="checklist", skill=skill, number=number)
        if item not in was_as:
            yield ItemCame(place=place, text=item)
            continue
        yield from _reworded(place, was_as[item], item)
        if item in moved:
            yield ItemMoved(place=place, text=item)
    for number, item in enumerate(before, start=1):
        if item not in now_as:
            yield ItemWent(place=Place(field="checklist", skill=skill, number=number), text=item)


def _now_as(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """:returns: for each item that is still there what it says now: the same, or what is most like it among the new
    ones (by difflib, and by what that takes for close)."""
    found = {item: item for item in before if item in after}
    new = [item for item in after if item not in found]
    for item in before:
        if item not in found and (close := get_close_matches(item, new, n=1)):
            found[item] = close[0]
            new.remove(close[0])
    return found


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """:returns: of what is in both lists, the fewest that have to move to get from one order to the other."""
    ranks = {one: rank for rank, one in enumerate(before)}
    runs: list[list[str]] = []  # the longest that keeps its order, for each that it can end with
    for one in after:
        if one in ranks:
            shorter = [run for run in runs if ranks[run[-1]] < ranks[one]]
            runs.append([*max(shorter, key=len, default=[]), one])
    return ranks.keys() & set(after) - set(max(runs, key=len, default=[]))


def _changed(skill: Skill, found: Sequence[Difference]) -> Skill:
    """:returns: the skill with all that changed in it."""
    inside = [one for one in found if isinstance(one, InPlace) and one.place.skill == skill.id]
    texts = [one for one in inside if isinstance(one, Reworded)]
    own = {one.place.field: one.now for one in texts if one.place.field in SKILL_TEXTS}
    levels = {level.number: level for level in skill.levels}
    for one in texts:
        if one.place.field in LEVEL_TEXTS:
            changed = replace(levels[one.place.number], **{one.place.field: one.now})
            levels[one.place.number] = changed
    return replace(
        skill, **own, levels=tuple(levels.values()), checklist=_changed_items(skill.checklist, inside)
    )


def _changed_items(items: tuple[str, ...], inside: Sequence[InPlace]) -> tuple[str, ...]:
    listed = [one for one in inside if one.place.field == "checklist"]
    now_as = {one.was: one.now for one in listed if isinstance(one, Reworded)}
    placed = {one.place.number: one.text for one in listed if isinstance(one, ItemCame | ItemMoved)}
    away = {one.text for one in listed if isinstance(one, ItemWent | ItemMoved)}
    stayed = [now_as.get(item, item) for item in items]
    return _arranged([item for item in stayed if item not in away], placed)


def _arranged(stayed: Sequence[T], placed: dict[int, T]) -> tuple[T, ...]:
    """:param placed: what came from elsewhere, by the place it is to have, from 1.
    :returns: all of it in order: put in from the front on, each stands where it is to stand for good."""
    arranged = list(stayed)
    for number in sorted(placed):
        arranged.insert(number - 1, placed[number])
    return tuple(arranged)
