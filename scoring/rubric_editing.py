"""Undo and redo while a rubric is written: drafts are values, so the steps are the drafts themselves."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from scoring.rubric_draft import Place, RubricDraft

MOST_STEPS = 500
"""More than anybody takes back one by one; a draft shares all that did not change with the one before it."""


@dataclass(frozen=True, slots=True)
class _Step:
    """From one draft to the next. ``place`` is where it was made, None where it is about no place."""

    before: RubricDraft
    after: RubricDraft
    place: Place | None


class Editing:
    """One sitting of writing a rubric, from the draft it began with.

    Typing in one place is one step, as long as nothing else happens in between; so is what is typed and taken out again
    no step at all. Each step knows its place, so that whoever takes it back is led there: two drafts alone do not tell
    which of two skills changed places with the other. Beyond ``MOST_STEPS`` the oldest are forgotten.
    """

    def __init__(self, draft: RubricDraft) -> None:
        self._past: deque[_Step] = deque(maxlen=MOST_STEPS)
        self._present = draft
        self._future: list[_Step] = []
        self._typing_at: Place | None = None

    @property
    def present(self) -> RubricDraft:
        """The draft as it is now."""
        return self._present

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that was taken back."""
        return bool(self._future)

    def change(self, draft: RubricDraft, place: Place | None, *, typing: bool = False) -> None:
        """Go on with another draft; the same again is no step.

        :param place: where it changed. Of a skill that came, went or moved it is the name.
        :param typing: whether it goes on with what was just typed there.
        """
        if draft == self._present:
            return
        goes_on = typing and place == self._typing_at
        before = self._past.pop().before if goes_on else self._present
        self._typing_at = place if typing else None
        if draft == before:
            self._typing_at = None
        else:
            self._past.append(_Step(before, draft, place))
        self._present = draft
        self._future.clear()

    def undo(self) -> Place | None:
        """Take the last step back, if there is one.

        :returns: where to look: its place, or of a skill that is not there any more the name of what stands there now.
        """
        self._typing_at = None
        if not self._past:
            return None
        step = self._past.pop()
        self._future.append(step)
        self._present = step.before
        return _still_there(step.place, step.after, step.before)

    def redo(self) -> Place | None:
        """Take the last step that was taken back forth again, if there is one.

        :returns: where to look, as ``undo`` does.
        """
        self._typing_at = None
        if not self._future:
            return None
        step = self._future.pop()
        self._past.append(step)
        self._present = step.after
        return _still_there(step.place, step.before, step.after)


def _still_there(place: Place | None, before: RubricDraft, now: RubricDraft) -> Place | None:
    ids = [skill.id for skill in now.skills]
    if place is None or not place.skill or place.skill in ids:
        return place
    at = [skill.id for skill in before.skills].index(place.skill)
    return Place(field="name", skill=ids[min(at, len(ids) - 1)]) if ids else Place(field="name")
