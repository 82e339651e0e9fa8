"""What would help a rubric, in one kind line each that says what to do."""

from __future__ import annotations

from scoring.rubric_advice import Advice, AdviceKind
from scoring.rubric_draft import RubricDraft
from scoring.text import tr


def advice_sentence(advice: Advice, draft: RubricDraft) -> str:
    """:param draft: what the advice is about.
    :returns: a line to stand beside the place it is about."""
    sentence = {
        AdviceKind.UNLABELLED: tr("Level {n} still has the usual words. What would one see or hear?"),
        AdviceKind.QUALITY: tr("“{found}” is read in many ways. What would one see or hear?"),
        AdviceKind.TWO: tr("There seem to be two behaviours here. Each is easier to mark as one of its own."),
        AdviceKind.MANY: tr("{count} skills are a lot to watch at once. Up to nine are easier."),
        AdviceKind.ALIKE: tr("Level {n} reads like level {found}. What is more of it at level {n}?"),
        AdviceKind.TILE: tr("This name does not fit a tile on Sit in. A shorter one is read at a glance."),
        AdviceKind.STRIP: tr("This name is cut short on the strip. A shorter one is read at a glance."),
    }[advice.kind]
    return sentence.format(n=advice.place.number, found=advice.found, count=len(draft.skills))
