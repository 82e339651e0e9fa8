"""What is different between two versions of a rubric, in plain words: for the editor, an import and the commands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from exports.wording import apart, ordinal
from scoring.call_type import CallType
from scoring.rubric import Rubric
from scoring.rubric_difference import (
    Difference,
    ItemCame,
    ItemMoved,
    ItemWent,
    Reworded,
    SkillCame,
    SkillMoved,
    SkillWent,
    Suited,
    differences,
)
from scoring.rubric_draft import Place
from scoring.tenure import Tenure
from scoring.text import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """One difference: ``what`` it is in, such as "Listens it out · Level 2 · Sentence", what it ``was`` and what it is
    ``now``. One of both is empty where something came, went or moved."""

    what: str
    was: str = ""
    now: str = ""


def difference_lines(before: Rubric, after: Rubric) -> list[DifferenceLine]:
    """:returns: all that is different, a line each, in reading order; none where both say the same."""
    return [_line(one, after) for one in differences(before, after)]


def _line(one: Difference, after: Rubric) -> DifferenceLine:
    match one:
        case Reworded(place=place, was=was, now=now):
            return DifferenceLine(what=place_words(place, after), was=was, now=now)
        case Suited(field=field, was=was, now=now):
            return DifferenceLine(what=_field_word(field), was=_all_of(was), now=_all_of(now))
        case ItemCame(place=place, text=text):
            return DifferenceLine(what=place_words(place, after), now=text)
        case ItemWent(place=place, text=text):
            return DifferenceLine(what=place_words(place, after), was=text)
        case ItemMoved(place=place, text=text):
            what = tr("{place} · Order").format(place=place_words(place, after))
            return DifferenceLine(what=what, now=_now_at(text, place.number))
        case SkillCame(skill=skill):
            return DifferenceLine(what=tr("Skill added"), now=skill.name)
        case SkillMoved(skill=skill, number=number):
            return DifferenceLine(what=tr("Order"), now=_now_at(after.skill(skill).name, number))
        case SkillWent(skill=skill):
            return DifferenceLine(what=tr("Skill removed"), was=skill.name)


def place_words(place: Place, rubric: Rubric) -> str:
    """:returns: where something stands: ``"Name"``, or ``"Listens it out · Level 2 · Sentence"``.
    :raises KeyError: if the skill is not in ``rubric``."""
    part = part_words(place)
    if not place.skill:
        return part
    return tr("{skill} · {part}").format(skill=apart(rubric.skill(place.skill).name), part=part)


def part_words(place: Place) -> str:
    """:returns: where in its skill something stands: ``"Seen"``, or ``"Level 2 · Sentence"``."""
    field = tr("The line under it") if place.skill and place.field == "summary" else _field_word(place.field)
    if not place.number or place.field == "checklist":
        return field
    return tr("Level {n} · {field}").format(n=place.number, field=field)


def _field_word(field: str) -> str:
    return {
        "name": tr("Name"),
        "summary": tr("What it is for"),
        "language": tr("Language"),
        "call_types": tr("For these calls"),
        "tenures": tr("For these people"),
        "seen": tr("Seen"),
        "missed": tr("Missed"),
        "no_chance": tr("No chance to see"),
        "word": tr("Word"),
        "sentence": tr("Sentence"),
        "checklist": tr("Checklist"),
    }[field]


def _now_at(name: str, number: int) -> str:
    return tr("“{name}” is now {ordinal}").format(name=apart(name), ordinal=ordinal(number))


def _all_of(suited: tuple[StrEnum, ...]) -> str:
    return tr(", ").join(suited_word(one) for one in suited) if suited else tr("all")


def suited_word(one: StrEnum) -> str:
    """:returns: a kind of call, or a time with us, that a rubric may be for; nobody in particular is named.
    :raises KeyError: if it is neither."""
    words: dict[StrEnum, str] = {
        CallType.OBSERVE: tr("the rep leads"),
        CallType.TOGETHER: tr("we sell together"),
        CallType.SHOW: tr("I show"),
        Tenure.FIRST_MONTHS: tr("in the first months"),
        Tenure.LATER: tr("after the first months"),
    }
    return words[one]
