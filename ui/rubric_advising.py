"""What would help while a rubric is written: a sentence a place, never more, and never in the way."""

from __future__ import annotations

from scoring.rubric_advice import Advice, advice, name_advice
from scoring.rubric_draft import Place, RubricDraft, text_at
from ui.rubric_advice_words import advice_sentence
from ui.session import Session
from ui.widgets.name_fit import fits_strip, fits_tile


class RubricAdvising:
    """Says at most one thing of each place. What was left alone stays so for these words, as long as they are a draft;
    that is kept in memory and nowhere else."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def hints(self, draft: RubricDraft) -> dict[Place, str]:
        """:returns: what to say, by place."""
        found: dict[Place, Advice] = {}
        for one in (*advice(draft), *_of_names(draft)):
            if not self._session.is_left_alone(draft.id, RubricDraft, _key(draft, one.place)):
                found.setdefault(one.place, one)
        return {place: advice_sentence(one, draft) for place, one in found.items()}

    def leave(self, draft: RubricDraft, place: Place) -> None:
        """Say nothing more of these words at this place."""
        self._session.leave_alone(draft.id, RubricDraft, _key(draft, place))


def _of_names(draft: RubricDraft) -> list[Advice]:
    """What is measured as it will be drawn."""
    return [
        one
        for skill in draft.skills
        if skill.name
        for one in name_advice(
            skill.id,
            fits_tile=fits_tile(skill.name, len(draft.skills)),
            fits_strip=fits_strip(skill.name),
        )
    ]


def _key(draft: RubricDraft, place: Place) -> str:
    return f"{place}\n{text_at(draft, place)}"
