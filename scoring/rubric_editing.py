"""Undo and redo while a rubric is written: drafts are values, so the steps are the drafts themselves."""

from __future__ import annotations

from collections import deque

from scoring.rubric_draft import Place, RubricDraft

MOST_STEPS = 500
"""More than anybody takes back one by one; a draft shares all that did not change with the one before it."""


class Editing:
    """One sitting of writing a rubric, from the draft it began with.

    Typing in one place is one step, as long as nothing else happens in between; so is what is typed and taken out again
    no step at all. Beyond ``MOST_STEPS`` the oldest are forgotten.
    """

    def __init__(self, draft: RubricDraft) -> None:
        self._past: deque[RubricDraft] = deque(maxlen=MOST_STEPS)
        self._present = draft
        self._future: list[RubricDraft] = []
        self._place: Place | None = None

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

    def change(self, draft: RubricDraft, place: Place | None = None) -> None:
        """Go on with another draft; the same again is no step.

        :param place: where something was typed; None is a step of its own.
        """
        if draft == self._present:
            return
        if place is None or place != self._place:
            self._past.append(self._present)
        elif draft == self._past[-1]:
            self._past.pop()
            place = None
        self._present, self._place = draft, place
        self._future.clear()

    def undo(self) -> RubricDraft:
        """:returns: the draft before the last step, which is the present one from now on; the same where none is."""
        if self._past:
            self._future.append(self._present)
            self._present = self._past.pop()
        self._place = None
        return self._present

    def redo(self) -> RubricDraft:
        """:returns: the draft before the last undo, which is the present one again; the same where there was none."""
        if self._future:
            self._past.append(self._present)
            self._present = self._future.pop()
        self._place = None
        return self._present
