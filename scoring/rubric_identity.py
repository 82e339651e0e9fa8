"""Whether a skill still means what it meant: its id is what trends follow, so words that change much are asked about.

What counts is how much of its words is left. Two skills of the shipped rubrics share at most a fifth of their words
in order; a skill put into the words of a house keeps well over two thirds. ``LEFT`` between them is a convention
of ours. Only what both versions say in words of their own is compared: to fill in what was silent changes no meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from scoring.rating import LEVELS
from scoring.rubric import Rubric
from scoring.rubric_draft import Place, RubricDraft, SkillDraft, draft_of, new_skill_id, text_in, usual

LEFT = 0.5
"""The least share of a skill's words, in their order, that has to be left for nobody to be asked."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
"""A word; in a script that puts no blanks between words (Thai to Chinese), a letter."""


def looks_changed(before: Rubric, draft: RubricDraft) -> tuple[str, ...]:
    """Find the skills to ask about: does it still mean the same?

    An answer holds for the words it was given for, and small changes of those (``as_same_skill``). A meaning that
    drifts over many versions, a little in each, is not noticed.

    :param before: what the words are compared with: the version in use, or what the draft is a copy of (``source_of``).
    :returns: the ids of the skills that are in both, whose words changed much since, and of which nobody has said yet
        that they mean the same; in the order of the draft.
    """
    known = {skill.id: skill for skill in draft_of(before).skills}
    answered = {skill.id: skill for skill in draft.same}
    return tuple(
        skill.id
        for skill in draft.skills
        if skill.id in known
        and not _is_close(known[skill.id], skill)
        and not (skill.id in answered and _is_close(answered[skill.id], skill))
    )


def as_same_skill(draft: RubricDraft, skill_id: str) -> RubricDraft:
    """:returns: the draft, with the answer that this skill means the same in the words it has now.
    :raises KeyError: if the skill is not there."""
    others = (skill for skill in draft.same if skill.id != skill_id)
    return replace(draft, same=(*others, draft.skill(skill_id)))


def as_new_skill(draft: RubricDraft, skill_id: str) -> RubricDraft:
    """:returns: the draft, in which this skill is another one from now on, in its words and at its place.
    :raises KeyError: if the skill is not there."""
    new = replace(draft.skill(skill_id), id=new_skill_id())
    return replace(
        draft,
        skills=tuple(new if skill.id == skill_id else skill for skill in draft.skills),
        same=tuple(skill for skill in draft.same if skill.id != skill_id),
    )


def source_of(draft: RubricDraft, rubrics: Iterable[Rubric]) -> Rubric | None:
    """:param rubrics: all there are, each in its latest version.
    :returns: the rubric a draft has its skills from: its own version in use, or else the one that has most of its
        skills, as a copy that was never used has. None where no rubric has any of them."""
    ids = {skill.id for skill in draft.skills}

    def shared(rubric: Rubric) -> tuple[bool, int]:
        return rubric.id == draft.id, len(ids & {skill.id for skill in rubric.skills})

    closest = max(rubrics, key=shared, default=None)
    return closest if closest and any(shared(closest)) else None


def words_left(before: SkillDraft, after: SkillDraft) -> float:
    """:returns: how much of what a skill said is left in the same order, from 0 (none) to 1 (all): twice the words
    in common by all words, as difflib has it."""
    both = [place for place in _places(before.id) if _says(before, place) and _says(after, place)]
    was, now = ([word for place in both for word in _words(text_in(one, place))] for one in (before, after))
    return SequenceMatcher(None, was, now, autojunk=False).ratio()


def _is_close(before: SkillDraft, after: SkillDraft) -> bool:
    return words_left(before, after) >= LEFT


def _places(skill_id: str) -> list[Place]:
    """What says what a skill means."""
    texts = [Place(field=field, skill=skill_id) for field in ("name", "seen", "missed")]
    return texts + [Place(field="sentence", skill=skill_id, number=number) for number in LEVELS]


def _says(skill: SkillDraft, place: Place) -> bool:
    return text_in(skill, place) not in {"", usual(place)}


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())
