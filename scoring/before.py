"""What the calls before a call say on its page."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from scoring.commitments import open_commitments
from scoring.facts import CallFacts
from scoring.handing_over import Before, EarlierLevels
from scoring.state import DEBRIEFED_PHASES

MOST_EARLIER_LEVELS = 4


def before_of(facts: CallFacts, earlier: Sequence[CallFacts], shared: UUID | None) -> Before:
    """Put the calls before one in short.

    :param facts: those of the call.
    :param earlier: those of the calls the same rep had before it, oldest first.
    :param shared: the debrief of the call, where it covers several calls.
    """
    opened = open_commitments(earlier, shared)
    return Before(
        calls=len(earlier),
        last_on=earlier[-1].when.date() if earlier else None,
        committed_on=opened[0].agreed_in.when.date() if opened else None,
        commitments=tuple(item.commitment.words for item in opened),
        levels=_levels(facts, earlier),
    )


def _levels(facts: CallFacts, earlier: Sequence[CallFacts]) -> tuple[EarlierLevels, ...]:
    """Levels of the same wording only: another version of the rubric may mean something else by its numbers."""
    calls = [call for call in earlier if call.phase in DEBRIEFED_PHASES and _rubric(call) == _rubric(facts)]
    calls = calls[-MOST_EARLIER_LEVELS:]
    skills = dict.fromkeys(item.skill for call in calls for item in call.skills)
    found = (
        EarlierLevels(skill=skill, levels=tuple(_level(call, skill) for call in calls)) for skill in skills
    )
    return tuple(item for item in found if any(item.levels))


def _rubric(facts: CallFacts) -> tuple[str, int]:
    return facts.rubric_id, facts.rubric_version


def _level(facts: CallFacts, skill: str) -> int | None:
    return next((item.level for item in facts.skills if item.skill == skill), None)
