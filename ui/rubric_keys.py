"""The skills of a rubric with the keys they have on Sit in: by their place, so nobody has to choose them."""

from __future__ import annotations

from scoring.rubric_draft import RubricDraft
from scoring.text import tr
from ui.live_keys import MISSED, SEEN
from ui.widgets.skill_order import OrderedSkill


def ordered_skills(draft: RubricDraft) -> list[OrderedSkill]:
    """:returns: the skills with their keys on Sit in, as far as there are keys."""
    keys = [f"{seen} {missed}" for seen, missed in zip(SEEN.upper(), MISSED.upper(), strict=True)]
    return [
        OrderedSkill(
            skill.id, skill.name or tr("Skill {n}").format(n=n + 1), keys[n] if n < len(keys) else ""
        )
        for n, skill in enumerate(draft.skills)
    ]
