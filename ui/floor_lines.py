"""The floor of a call in words, as screens after the call say it."""

from __future__ import annotations

from exports.wording import clock_text, floor_remembered_words, step_in_reason_words, stretch_text
from scoring.entry import FloorRemembered
from scoring.floor import StepIn, floor_spans
from scoring.state import CallState
from scoring.text import tr
from ui.widgets.evidence_list import EvidenceLine


def words_without_shares(state: CallState, rep: str) -> str:
    """:returns: what can be said where none of the three was seen to have the floor."""
    remembered = state.last_of(FloorRemembered)
    if remembered is not None:
        words = floor_remembered_words(remembered.mostly, rep)
        return tr("{words}, from memory.").format(words=words)
    if floor_spans(state):
        return tr("Nobody had the floor, as it was tapped.")
    return tr("Who had the floor was not tapped.")


def step_line(step: StepIn) -> EvidenceLine:
    """:returns: one time the manager stepped in, with its time; from memory it has none."""
    if step.recalled:
        return EvidenceLine("", "", step_words(step), tr("(recalled)"))
    return EvidenceLine(clock_text(step.start_ms), "", step_words(step))


def step_words(step: StepIn) -> str:
    """:returns: ``"40 s, was asked to, handed back"``; without the length where it is from memory."""
    if step.recalled:
        return _described(step)
    length = stretch_text(step.end_ms - step.start_ms)
    return tr("{length}, {what}").format(length=length, what=_described(step))


def _described(step: StepIn) -> str:
    """:returns: why, and whether the floor went back: ``"was asked to, handed back"``."""
    back = tr("handed back") if step.handed_back else tr("not handed back")
    return tr("{why}, {back}").format(why=_why(step), back=back)


def _why(step: StepIn) -> str:
    reason, words = step_in_reason_words(step.reason) if step.reason else "", step.words.strip()
    if reason and words:
        return tr("{why}: {words}").format(why=reason, words=words)
    return reason or words or tr("no reason was given")
