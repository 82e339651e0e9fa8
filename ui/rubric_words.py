"""How rubrics are put into words where they are listed and chosen."""

from __future__ import annotations

from collections.abc import Sequence

from exports.rubric_difference_words import suited_word
from exports.rubric_shelf import ShelvedRubric
from scoring.call_type import CallType
from scoring.rubric import Rubric
from scoring.rubric_draft import RubricDraft
from scoring.tenure import Tenure
from scoring.text import tr, trn


def name_words(rubric: ShelvedRubric) -> str:
    """:returns: what a rubric is called; one that was only begun may have no name yet."""
    return rubric.name or tr("New rubric, no name yet")


def version_words(version: int) -> str:
    """:returns: ``"Version 3"``."""
    return tr("Version {n}").format(n=version)


def skill_count_words(count: int) -> str:
    """:returns: ``"9 skills"``."""
    return trn("{n} skill", "{n} skills", count).format(n=count)


def use_words(calls: int) -> str:
    """:returns: ``"Used in 12 calls"``."""
    if not calls:
        return tr("Not used in a call yet")
    return trn("Used in {n} call", "Used in {n} calls", calls).format(n=calls)


def state_words(rubric: ShelvedRubric) -> str:
    """:returns: what of it is not in use; empty where all of it is."""
    if rubric.latest is None:
        return tr("Only begun, not in use yet")
    return tr("Changes not in use yet") if rubric.draft else ""


def call_type_name(call_type: CallType) -> str:
    """:returns: who leads such a call."""
    return {
        CallType.OBSERVE: tr("The rep leads, I observe"),
        CallType.TOGETHER: tr("We sell together"),
        CallType.SHOW: tr("I show, the rep watches"),
    }[call_type]


def tenure_name(tenure: Tenure) -> str:
    """:returns: ``"First months"`` or ``"Later"``."""
    return tr("First months") if tenure is Tenure.FIRST_MONTHS else tr("Later")


def suits_words(rubric: Rubric | RubricDraft) -> str:
    """:returns: which calls and whom it is for: ``"Any call"``, or ``"We sell together · in the first months"``."""
    calls = _any_of([suited_word(one) for one in rubric.call_types])
    people = "" if len(rubric.tenures) != 1 else suited_word(rubric.tenures[0])
    return " · ".join(filter(None, (calls[:1].upper() + calls[1:] or tr("Any call"), people)))


def _any_of(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return tr("{some} or {last}").format(some=", ".join(words[:-1]), last=words[-1])
