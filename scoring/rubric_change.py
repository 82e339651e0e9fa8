"""Where two drafts of a rubric differ first: the place to lead somebody to who took a step back."""

from __future__ import annotations

from scoring.rating import LEVELS
from scoring.rubric import MOST_ITEMS
from scoring.rubric_draft import Place, RubricDraft, SkillDraft, text_at

_OF_RUBRIC = ("name", "summary", "call_types", "tenures")
_OF_SKILL = ("name", "summary", "seen", "missed", "no_chance")


def changed_place(before: RubricDraft, after: RubricDraft) -> Place | None:
    """:returns: a place of ``after`` (``call_types`` and ``tenures`` are places too): the name of a skill that came or
    moved, or of the one that stands where one is gone; else the first text that differs; None where nothing does."""
    for field in _OF_RUBRIC:
        if getattr(before, field) != getattr(after, field):
            return Place(field=field)
    if _ids(before) != _ids(after):
        return _rearranged(before, after)
    for old, new in zip(before.skills, after.skills, strict=True):
        if old != new:
            return _reworded(before, after, new)
    return None


def _rearranged(before: RubricDraft, after: RubricDraft) -> Place:
    old, new = _ids(before), _ids(after)
    at = next(
        (n for n, (was, now) in enumerate(zip(old, new, strict=False)) if was != now), min(len(old), len(new))
    )
    if len(new) < len(old):
        at = min(at, len(new) - 1)
    elif len(new) == len(old) and old[at + 1 : at + 2] == [new[at]]:
        at = new.index(old[at])  # it went down, and those behind it up
    return Place(field="name", skill=new[at]) if new else Place(field="name")


def _reworded(before: RubricDraft, after: RubricDraft, skill: SkillDraft) -> Place:
    places = [Place(field=field, skill=skill.id) for field in _OF_SKILL]
    for number in LEVELS:
        places += [Place(field=field, skill=skill.id, number=number) for field in ("word", "sentence")]
    places += [Place(field="checklist", skill=skill.id, number=n) for n in range(1, MOST_ITEMS + 1)]
    return next(place for place in places if text_at(before, place) != text_at(after, place))


def _ids(draft: RubricDraft) -> list[str]:
    return [skill.id for skill in draft.skills]
