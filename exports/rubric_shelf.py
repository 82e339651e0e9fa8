"""All rubrics there are, gathered from the store in one reading: what the screen of the rubrics shows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from exports.rubrics_in_use import defaults_in, put_away_in
from scoring.rubric import Rubric, is_shipped
from scoring.rubric_choice import RubricDefaults
from scoring.rubric_draft import RubricDraft, draft_of

if TYPE_CHECKING:
    from scoring.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelvedRubric:
    """One rubric: the ``latest`` version in use, None where nothing of it is in use yet; the ``draft`` that says
    something else, None where there is none; and for how many ``calls`` it was chosen, in whatever version."""

    id: str
    latest: Rubric | None = None
    draft: RubricDraft | None = None
    calls: int = 0
    is_put_away: bool = False

    @property
    def name(self) -> str:
        """What it is called: by the version in use, else as it is written so far, which may be empty."""
        return self.latest.name if self.latest else self.draft.name if self.draft else ""

    @property
    def is_own(self) -> bool:
        """Whether its words are the manager's to change."""
        return not is_shipped(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All rubrics, one's own before those of the app, each by name; and what new calls start with."""

    rubrics: tuple[ShelvedRubric, ...] = ()
    defaults: RubricDefaults = field(default_factory=RubricDefaults)

    def get(self, rubric_id: str | None) -> ShelvedRubric | None:
        """:returns: the rubric with this id, or None where there is none."""
        return next((one for one in self.rubrics if one.id == rubric_id), None)

    @property
    def offered(self) -> list[Rubric]:
        """What calls can be planned with, each in the version in use."""
        return [one.latest for one in self.rubrics if one.latest and not one.is_put_away]


def shelf(store: Store) -> Shelf:
    """:returns: all of it, as it stands now."""
    latest = {rubric.id: rubric for rubric in store.rubrics.latest()}
    drafts = {draft.id: draft for draft in store.rubric_drafts.all(RubricDraft.__name__, RubricDraft)}
    uses, put_away = store.finding.rubric_uses(), put_away_in(store)
    found = [
        ShelvedRubric(
            id=one,
            latest=latest.get(one),
            draft=_unlike(drafts.get(one), latest.get(one)),
            calls=uses.get(one, 0),
            is_put_away=one in put_away,
        )
        for one in {**latest, **drafts}
    ]
    in_order = sorted(found, key=lambda one: (not one.is_own, one.name.casefold(), one.id))
    return Shelf(rubrics=tuple(in_order), defaults=defaults_in(store))


def _unlike(draft: RubricDraft | None, latest: Rubric | None) -> RubricDraft | None:
    """:returns: the draft, if it says anything but what is in use."""
    if draft is None or (latest and replace(draft, same=()) == draft_of(latest)):
        return None
    return draft
