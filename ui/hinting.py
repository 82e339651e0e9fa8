"""What the write-up check says of one call while it is written up."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from scoring.debrief import Commitment, Debrief, MyView, Observation
from scoring.text import language
from scoring.writeup.check import change_kinds, gap_kinds, strength_kinds
from scoring.writeup.hints import Kind
from ui.hint_words import hint_words
from ui.session import Session
from ui.widgets.hint_line import Check


class Hinting:
    """Gives each field its hint, the first one only: one thing at a time is enough. What was left alone stays so for
    these words, as long as they are a draft; that is kept in memory and nowhere else."""

    def __init__(self, session: Session, call_id: UUID) -> None:
        self._session = session
        self._call_id = call_id
        self._rep = session.rep_of(call_id).name

    def of_strengths(self) -> Check[Observation]:
        """:returns: what to say of a strength."""
        return Check(hint=self._strength, leave=self._leave_observation)

    def of_gaps(self) -> Check[Observation]:
        """:returns: what to say of something that got in the way."""
        return Check(hint=self._gap, leave=self._leave_observation)

    def of_changes(self) -> Check[Commitment]:
        """:returns: what to say of the words of a change."""
        return Check(hint=self._change, leave=self._leave_change)

    def of_trials(self) -> Check[Commitment]:
        """:returns: what to say of where a change is tried first."""
        return Check(hint=self._trial, leave=self._leave_trial)

    def _strength(self, strength: Observation) -> str:
        return self._unless_left(MyView, strength.words, strength_kinds(strength, self._rep, language()))

    def _gap(self, gap: Observation) -> str:
        return self._unless_left(MyView, gap.words, gap_kinds(gap, self._rep, language()))

    def _change(self, change: Commitment) -> str:
        kinds = change_kinds(change, self._rep, language())
        return self._unless_left(Debrief, change.words, [kind for kind in kinds if kind != Kind.WHERE])

    def _trial(self, change: Commitment) -> str:
        kinds = change_kinds(change, self._rep, language())
        return self._unless_left(Debrief, _trial_key(change), [kind for kind in kinds if kind == Kind.WHERE])

    def _unless_left(self, draft: type, words: str, kinds: Iterable[Kind]) -> str:
        first = next(iter(kinds), None)
        if first is None or self._session.is_left_alone(self._call_id, draft, words):
            return ""
        return hint_words(first)

    def _leave_observation(self, observation: Observation) -> None:
        self._session.leave_alone(self._call_id, MyView, observation.words)

    def _leave_change(self, change: Commitment) -> None:
        self._session.leave_alone(self._call_id, Debrief, change.words)

    def _leave_trial(self, change: Commitment) -> None:
        self._session.leave_alone(self._call_id, Debrief, _trial_key(change))


def _trial_key(change: Commitment) -> str:
    """Leaving the place open does not leave the words alone."""
    return f"{change.words}\n{Kind.WHERE}"
