"""What was written down about a call from memory, as the screen shows it on which that is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from exports.wording import duration_text, recalled_text
from scoring.entry import Correctable, FloorRemembered, Marked, Moment, SteppedIn, WordsHeard
from scoring.floor import length_ms
from scoring.logbook import RECALLED_KINDS
from scoring.rubric import Skill
from scoring.state import CallState, Standing
from scoring.teeup import StepInReason, TeeUp
from scoring.text import tr
from ui.log_lines import words_of
from ui.widgets.recalled_lines import RecalledLine
from ui.words import time_words, when_words

AGREED_OTHER = "agreed_other"
"""Beside the reasons: the one that was agreed in words of its own."""
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecalledStep:
    """One time the manager stepped in: why, in the agreed words; its own words, None where the reason needs none; and
    whether the floor went back, None where that was not said."""

    key: str
    why: str
    words: str | None
    handed_back: bool | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecalledMarks:
    """What is written down about one skill: how often it was seen and missed, and a line for each."""

    skill: str
    name: str
    seen: int
    missed: int
    lines: Sequence[RecalledLine]


@dataclass(frozen=True, slots=True)
class EndOption:
    """One answer to when a call ended, such as "10 minutes ago", and the time it stands for now."""

    words: str
    at: datetime


def recalled(state: CallState, *kinds: type) -> list[Standing]:
    """:returns: what is written down from memory of these kinds, in the order in which it was."""
    found = [item for kind in kinds for item in state.by_type.get(kind, ()) if item.entry.recalled]
    return sorted(found, key=lambda item: item.sequence)


def is_untold(state: CallState) -> bool:
    """:returns: whether a call without a device is over, and nothing is written down about it yet."""
    return state.was_without_device and not any(state.by_type.get(kind) for kind in RECALLED_KINDS)


def note_of(item: Standing, state: CallState) -> str:
    """:returns: ``"recalled 25 minutes after the call"``."""
    return recalled_text(item.entry.at, state.ended_at)


def floor_remembered(state: CallState) -> tuple[FloorRemembered | None, str]:
    """:returns: who had the floor, as it is remembered, and the note about it."""
    *_, last = [None, *recalled(state, FloorRemembered)]
    if last is None or not isinstance(last.what, FloorRemembered):
        return None, ""
    return last.what, note_of(last, state)


def marks_of(state: CallState, skill: Skill) -> RecalledMarks:
    """:returns: what is written down about one skill."""
    marks = [(item, mark) for item, mark in state.marks_of(skill.id) if item.entry.recalled]
    seen = sum(mark.seen for _, mark in marks)
    return RecalledMarks(
        skill=skill.id,
        name=skill.name,
        seen=seen,
        missed=len(marks) - seen,
        lines=[
            RecalledLine(
                key=str(item.entry.id),
                sign="+" if mark.seen else "–",
                name=(tr("Seen: {skill}") if mark.seen else tr("Missed: {skill}")).format(skill=skill.name),
                words=mark.words,
                note=note_of(item, state),
            )
            for item, mark in marks
        ],
    )


def said_lines(state: CallState, kind: type[Moment] | type[WordsHeard]) -> list[RecalledLine]:
    """:returns: a line for each recalled moment, or for all words heard."""
    name = tr("A moment") if kind is Moment else tr("Words heard")
    return [
        RecalledLine(
            key=str(item.entry.id),
            sign="",
            name=name,
            words=words_of(item.what) or "",
            note=note_of(item, state),
        )
        for item in recalled(state, kind)
    ]


def with_words(what: object, words: str) -> Correctable | None:
    """:returns: an entry's content with other words; None (strike it) for words heard that are empty now."""
    match what:
        case Marked(skill=skill, seen=seen):
            return Marked(skill=skill, seen=seen, words=words)
        case SteppedIn(reason=reason, handed_back=handed_back):
            return SteppedIn(reason=reason, words=words, handed_back=handed_back)
        case Moment():
            return Moment(words=words)
        case _:
            return WordsHeard(text=words) if words.strip() else None


def steps_in(state: CallState, rep_name: str) -> list[RecalledStep]:
    """:returns: each time the manager stepped in, as it is remembered."""
    return [
        RecalledStep(
            key=str(item.entry.id),
            why=why_words(item.what.reason, rep_name),
            words=item.what.words if item.what.reason == StepInReason.OTHER else None,
            handed_back=item.what.handed_back,
            note=note_of(item, state),
        )
        for item in recalled(state, SteppedIn)
        if isinstance(item.what, SteppedIn)
    ]


def reasons_of(plan: TeeUp, rep_name: str) -> list[tuple[str, str]]:
    """:returns: why the manager may have stepped in, as (value, words): what was agreed, and another reason."""
    agreed = [
        reason for reason in StepInReason if reason in plan.step_in_reasons and reason != StepInReason.OTHER
    ]
    reasons = [(reason.value, why_words(reason, rep_name)) for reason in agreed]
    if StepInReason.OTHER in plan.step_in_reasons and plan.step_in_other.strip():
        reasons.append((AGREED_OTHER, plan.step_in_other.strip()))
    return [*reasons, (StepInReason.OTHER.value, why_words(StepInReason.OTHER, rep_name))]


def step_for(value: str, plan: TeeUp) -> SteppedIn:
    """:returns: what is written down when a reason of ``reasons_of`` is pressed."""
    if value == AGREED_OTHER:
        return SteppedIn(reason=StepInReason.OTHER, words=plan.step_in_other.strip())
    return SteppedIn(reason=StepInReason(value))


def why_words(reason: StepInReason | None, rep_name: str) -> str:
    """:returns: why the manager stepped in, as they say it afterwards."""
    if reason is None:
        return tr("I stepped in")
    return {
        StepInReason.ASKED: tr("{name} asked me to"),
        StepInReason.FACTS: tr("The facts were wrong"),
        StepInReason.ARGUMENT: tr("It became an argument"),
        StepInReason.OTHER: tr("Another reason"),
    }[reason].format(name=rep_name)


def end_options(state: CallState, now: datetime) -> list[EndOption]:
    """:returns: when a call may have ended, by a glance at a watch: not before it began."""
    options = [
        EndOption(tr("Just now"), now),
        EndOption(tr("10 minutes ago"), now - 10 * MINUTE),
        EndOption(tr("30 minutes ago"), now - 30 * MINUTE),
        EndOption(tr("An hour ago"), now - 60 * MINUTE),
    ]
    planned = _planned_end(state.tee_up)
    if planned and planned < now:
        options.append(EndOption(tr("As planned, {time}").format(time=_near(planned, now)), planned))
    began = None if state.start_is_recalled else state.started_at
    return [option for option in options if began is None or option.at > began]


def chosen_option(options: Sequence[EndOption], ended_at: datetime | None) -> int | None:
    """:returns: the place of the answer that says the same as ``ended_at``, to the minute, or None."""
    places = enumerate(options)
    return next((place for place, option in places if ended_at and abs(option.at - ended_at) < MINUTE), None)


def _planned_end(plan: TeeUp) -> datetime | None:
    return plan.planned_at + plan.planned_minutes * MINUTE if plan.planned_at else None


def presumed_start(plan: TeeUp, ended: datetime) -> datetime:
    """:returns: when a call nobody logged began: as planned, or as long before its end as it was to take."""
    if plan.planned_at and plan.planned_at < ended:
        return plan.planned_at
    return ended - plan.planned_minutes * MINUTE


def end_words(state: CallState, now: datetime) -> str:
    """:returns: ``"It ended: 10:42, after 50 minutes."``; without the length where nobody logged the start."""
    if state.ended_at is None:
        return ""
    when = _near(state.ended_at, now)
    if state.start_is_recalled:
        return tr("It ended: {when}.").format(when=when)
    length = duration_text(length_ms(state))
    return tr("It ended: {when}, after {length}.").format(when=when, length=length)


def _near(moment: datetime, now: datetime) -> str:
    """:returns: the time alone where it is of today."""
    return time_words(moment) if moment.date() == now.date() else when_words(moment, now)
