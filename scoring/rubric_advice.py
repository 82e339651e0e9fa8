"""What would help a rubric while it is written. It points, decides nothing and keeps nobody from using the rubric.

Two people give the same level where its sentence says what one could see or hear; a word for a quality, such as
"professional", means something else to each (Smith and Kendall, 1963, on anchors that are behaviour). More than nine
skills reach beyond the number row on Sit in. Words are known of English (``rubric_advice_words/<language>.json``);
elsewhere only what needs none is found.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from scoring.rubric_draft import Place, RubricDraft, SkillDraft, text_in, usual
from scoring.writeup.reading import read, words_of
from scoring.writeup.wordlists import lists_for

FOLDER = Path(__file__).parent / "rubric_advice_words"
COMFORTABLE_SKILLS = 9


class AdviceKind(StrEnum):
    """What to look at."""

    UNLABELLED = "unlabelled"
    """A level has no sentence yet; said once a skill, of the first of them. The usual word for it is a good one."""
    QUALITY = "quality"
    """A level or an item names a quality; ``found`` is its word."""
    TWO = "two"
    """A name or an item holds two behaviours; ``found`` is what joins them."""
    MANY = "many"
    """More skills than the number row has keys; it is the tenth that is beyond."""
    ALIKE = "alike"
    """A level says the same as a lower one; ``found`` is the number of that."""
    TILE = "tile"
    """A name does not fit its tile on Sit in."""
    STRIP = "strip"
    """A name does not fit the strip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One thing that would help, where it is, and what was found there, if anything has to be named."""

    kind: AdviceKind
    place: Place
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceWords:
    """What is known of a language, in small letters: words that judge, phrases in which they (or two acts) are plain
    all the same, and what joins two acts."""

    judging: frozenset[str]
    plain: tuple[str, ...]
    joiners: frozenset[str]
    acts: frozenset[str]


def advice(draft: RubricDraft) -> tuple[Advice, ...]:
    """:returns: what would help, skill by skill. The same draft gives the same; what is measured in pixels is no part
    of it (``name_advice``)."""
    words = _words_for(draft.language)
    found = [one for skill in draft.skills for one in _of_a_skill(skill, words)]
    if len(draft.skills) > COMFORTABLE_SKILLS:
        place = Place(field="name", skill=draft.skills[COMFORTABLE_SKILLS].id)
        found.append(Advice(kind=AdviceKind.MANY, place=place))
    return tuple(found)


def name_advice(skill_id: str, *, fits_tile: bool, fits_strip: bool) -> tuple[Advice, ...]:
    """:returns: what to say of a name that was measured by whoever draws it; the tile is said before the strip."""
    place = Place(field="name", skill=skill_id)
    kinds = {AdviceKind.TILE: fits_tile, AdviceKind.STRIP: fits_strip}
    return tuple(Advice(kind=kind, place=place) for kind, fits in kinds.items() if not fits)


def _of_a_skill(skill: SkillDraft, words: AdviceWords | None) -> Iterator[Advice]:
    levels = [
        Place(field=field, skill=skill.id, number=number)
        for number in range(1, len(skill.levels) + 1)
        for field in ("word", "sentence")
    ]
    items = [Place(field="checklist", skill=skill.id, number=n) for n in range(1, len(skill.checklist) + 1)]
    if words:
        for place in (Place(field="name", skill=skill.id), *items):
            yield from _two(skill, place, words)
    sentences = [place for place in levels if place.field == "sentence"]
    silent = [place for place in sentences if not text_in(skill, place)]
    yield from (Advice(kind=AdviceKind.UNLABELLED, place=place) for place in silent[:1])
    for place in levels:
        yield from _alike(skill, place)
    if words:
        for place in (*sentences, *items):
            yield from _quality(skill, place, words)


def _alike(skill: SkillDraft, place: Place) -> Iterator[Advice]:
    """Levels that differ in how often, and in nothing else, are told apart by counting: only the same is the same."""
    said = words_of(text_in(skill, place))
    for number in range(1, place.number):
        lower = Place(field=place.field, skill=skill.id, number=number)
        if said and words_of(text_in(skill, lower) or usual(lower)) == said:
            yield Advice(kind=AdviceKind.ALIKE, place=place, found=str(number))
            return


def _quality(skill: SkillDraft, place: Place, words: AdviceWords) -> Iterator[Advice]:
    """What stands in quotation marks is what somebody says, and can be heard."""
    said = _without(words.plain, " ".join(read(text_in(skill, place)).words))
    judging = next((word for word in said if word in words.judging), "")
    if judging:
        yield Advice(kind=AdviceKind.QUALITY, place=place, found=judging)


def _two(skill: SkillDraft, place: Place, words: AdviceWords) -> Iterator[Advice]:
    """Two acts with a word between them that joins them. After a comma it may be the end of one behaviour, and a noun
    after it ("price and terms") is none: rather a word too few."""
    parts = _without(words.plain, read(text_in(skill, place)).own.casefold().replace("/", " / "))
    for at, part in enumerate(parts[1:-1], start=1):
        joined = part in words.joiners and not parts[at - 1].endswith((",", ";"))
        if joined and _is_act(parts[0], words) and _is_act(parts[at + 1], words):
            yield Advice(kind=AdviceKind.TWO, place=place, found=part)
            return


def _without(plain: tuple[str, ...], text: str) -> list[str]:
    """:returns: the words of a text, without phrases that are plain as they are."""
    left = f" {' '.join(text.split())} "
    for phrase in plain:
        left = left.replace(f" {phrase} ", " ")
    return left.split()


def _is_act(word: str, words: AdviceWords) -> bool:
    """Whether it is an act as it stands, or without the ending of "asks", "reaches", "tries", "asking"."""
    bare = word.strip(".,;:!?")
    forms = {bare, bare.removesuffix("s"), bare.removesuffix("es"), bare.removesuffix("ing")}
    if bare.endswith("ies"):
        forms.add(f"{bare[:-3]}y")
    return not forms.isdisjoint(words.acts)


@cache
def _words_for(language: str) -> AdviceWords | None:
    """:returns: the words of a language, or None where none are known."""
    path = FOLDER / f"{language.split('-', maxsplit=1)[0].lower()}.json"
    lists = lists_for(language)
    if lists is None or not path.is_file():
        return None
    data: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return AdviceWords(
        judging=_single(data["judging"]),
        plain=tuple(data["plain"]),
        joiners=frozenset(data["joiners"]),
        acts=_single(data["further_acts"]) | lists.acts | lists.loose_acts,
    )


def _single(lines: list[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())
