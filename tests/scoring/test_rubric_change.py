from __future__ import annotations

import pytest

from scoring.rubric import default_rubric
from scoring.rubric_change import changed_place
from scoring.rubric_draft import (
    Place,
    RubricDraft,
    SkillDraft,
    added,
    draft_of,
    moved,
    removed,
    suited,
    written,
)
from scoring.tenure import Tenure

DRAFT = draft_of(default_rubric())
FIRST, SECOND, THIRD = (skill.id for skill in DRAFT.skills[:3])
LAST = DRAFT.skills[-1].id


@pytest.mark.parametrize(
    "place",
    [
        Place(field="summary"),
        Place(field="missed", skill=SECOND),
        Place(field="sentence", skill=SECOND, number=3),
        Place(field="checklist", skill=LAST, number=1),
    ],
)
def test_a_text_that_changed_is_found(place: Place) -> None:
    assert changed_place(DRAFT, written(DRAFT, place, "Says so")) == place


@pytest.mark.parametrize(
    ("after", "name"),
    [
        (moved(DRAFT, FIRST, 2), FIRST),
        (moved(DRAFT, THIRD, 0), THIRD),
        (added(DRAFT, SkillDraft(id="new"), 1), "new"),
        (removed(DRAFT, FIRST), SECOND),
        (removed(DRAFT, LAST), DRAFT.skills[-2].id),
    ],
)
def test_a_skill_that_came_went_or_moved_is_led_to(after: RubricDraft, name: str) -> None:
    assert changed_place(DRAFT, after) == Place(field="name", skill=name)


def test_the_last_skill_to_go_leaves_the_rubric_itself() -> None:
    alone = RubricDraft(id="own", skills=(SkillDraft(id="new"),))
    assert changed_place(alone, removed(alone, "new")) == Place(field="name")


def test_what_it_suits_is_a_place_too() -> None:
    assert changed_place(DRAFT, suited(DRAFT, (), (Tenure.LATER,))) == Place(field="tenures")
    assert changed_place(DRAFT, DRAFT) is None
