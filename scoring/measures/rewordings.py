"""On which visits the words of a skill changed.

Definition: a visit was watched for a skill if its rubric has the skill, or if anything is known of it. The words of a
skill changed on a visit if they are others than on the visit before that was watched for it; where a rubric is not here
its words count as others. The present words are those of the latest visit that was watched for the skill.

Source: a level is given by its words (the anchors of behaviourally anchored scales, see ``levels``): a change of them
may move the levels without any change in the rep, as it does to the answers to a question of a survey that is put in
other words (H. Schuman and S. Presser, "Questions and answers in attitude surveys", 1981). So it is marked, and levels
on its two sides are never counted together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from scoring.measures.visits import Visit
from scoring.rubric import Skill
from scoring.wordings import Wording, Wordings


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """A skill as it ``was`` before a visit, and as it is from that visit on (``now``); None where the rubric is not
    here."""

    visit: int
    call_id: UUID
    was: Skill | None
    now: Skill | None


def rewordings(skill: str, visits: Sequence[Visit], wordings: Wordings) -> tuple[Rewording, ...]:
    """:param visits: oldest first.
    :returns: every change of the words of a skill, oldest first."""
    return tuple(
        Rewording(
            visit=after.number,
            call_id=after.facts.call_id,
            was=wordings.skill(skill, before.wording),
            now=wordings.skill(skill, after.wording),
        )
        for before, after in pairwise(_watched_for(skill, visits, wordings))
        if not wordings.are_same(skill, before.wording, after.wording)
    )


def present_wording(skill: str, visits: Sequence[Visit], wordings: Wordings) -> Wording | None:
    """:param visits: oldest first.
    :returns: the rubric whose words a skill has now, or None where it was never watched for."""
    watched = _watched_for(skill, visits, wordings)
    return watched[-1].wording if watched else None


def _watched_for(skill: str, visits: Sequence[Visit], wordings: Wordings) -> list[Visit]:
    return [
        visit for visit in visits if wordings.skill(skill, visit.wording) is not None or visit.skill(skill)
    ]
