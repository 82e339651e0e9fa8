"""What would help while a rubric is written: a sentence a place, never more, and never in the way."""

from __future__ import annotations

from scoring.rubric_draft import Place, RubricDraft, text_at
from scoring.text import tr
from ui.session import Session
from ui.widgets.name_fit import fits_strip, fits_tile


class RubricAdvising:
    """Says at most one thing of each place. What was left alone stays so for these words, as long as they are a draft;
    that is kept in memory and nowhere else."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def hints(self, draft: RubricDraft) -> dict[Place, str]:
        """:returns: what to say, by place."""
        found: dict[Place, str] = {}
        for skill in draft.skills:
            if sentence := _fit_words(skill.name, len(draft.skills)):
                found.setdefault(Place(field="name", skill=skill.id), sentence)
        return {
            place: sentence
            for place, sentence in found.items()
            if not self._session.is_left_alone(draft.id, RubricDraft, _key(draft, place))
        }

    def leave(self, draft: RubricDraft, place: Place) -> None:
        """Say nothing more of these words at this place."""
        self._session.leave_alone(draft.id, RubricDraft, _key(draft, place))


def _fit_words(name: str, count: int) -> str:
    if not name:
        return ""
    if not fits_tile(name, count):
        return tr("On a tile of Sit in this name takes more than two lines. A shorter one is read faster.")
    if not fits_strip(name):
        return tr("On the narrow strip this name takes more than two lines. A shorter one is read faster.")
    return ""


def _key(draft: RubricDraft, place: Place) -> str:
    return f"{place}\n{text_at(draft, place)}"
