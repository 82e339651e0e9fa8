"""What the calls before a call say on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from scoring.commitments import open_commitments
from scoring.facts import CallFacts
from scoring.handing_over import Before, EarlierLevels
from scoring.state import DEBRIEFED_PHASES
from scoring.wordings import Wording, Wordings

MOST_EARLIER_LEVELS = 4


def before_of(
    facts: CallFacts, earlier: Sequence[CallFacts], shared: UUID | None, wordings: Wordings
) -> Before:
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
        levels=tuple(_levels(facts, earlier, wordings)),
    )


def _levels(facts: CallFacts, earlier: Sequence[CallFacts], wordings: Wordings) -> Iterator[EarlierLevels]:
    """Of each skill only the levels that were given by the words it has on this call: the same number may mean
    something else in others."""
    debriefed = [call for call in earlier if call.phase in DEBRIEFED_PHASES]
    for skill in dict.fromkeys(item.skill for call in debriefed for item in call.skills):
        alike = set(wordings.alike(skill, _wording(facts)))
        calls = [call for call in debriefed if _wording(call) in alike][-MOST_EARLIER_LEVELS:]
        levels = tuple(_level(call, skill) for call in calls)
        if any(levels):
            yield EarlierLevels(skill=skill, levels=levels)


def _wording(facts: CallFacts) -> Wording:
    return Wording(facts.rubric_id, facts.rubric_version)


def _level(facts: CallFacts, skill: str) -> int | None:
    return next((item.level for item in facts.skills if item.skill == skill), None)
