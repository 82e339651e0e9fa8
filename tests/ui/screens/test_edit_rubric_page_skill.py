from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from scoring.rubric import default_rubric
from scoring.rubric_draft import Place, draft_of, text_at
from tests.ui.finding import find
from ui.screens.edit_rubric_page_skill import SkillPart
from ui.widgets.button import PaintedButton

DRAFT = draft_of(default_rubric())
SKILL = DRAFT.skills[0].id


@pytest.fixture
def part(qtbot: QtBot) -> SkillPart:
    made = SkillPart()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_draft(DRAFT, SKILL)
    return made


def test_every_text_of_a_skill_stands_in_a_field_of_its_own(part: SkillPart) -> None:
    shown = {field.place: field.field.text() for field in part.fields}
    assert len(shown) == 5 + 2 * 4
    assert shown == {place: text_at(DRAFT, place) for place in shown}
    assert all(field.field.accessibleName() for field in part.fields)


def test_the_first_does_not_go_up_and_the_last_not_down(part: SkillPart) -> None:
    up, down = (find(part, PaintedButton, f"rubric.skill.{way}") for way in ("up", "down"))
    assert (up.isEnabled(), down.isEnabled()) == (False, True)
    part.show_draft(DRAFT, DRAFT.skills[-1].id)
    assert (up.isEnabled(), down.isEnabled()) == (True, False)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Place(field="missed", skill=SKILL), "rubric.skill.missed"),
        (Place(field="sentence", skill=SKILL, number=2), "rubric.level.2.sentence"),
        (Place(field="checklist", skill=SKILL, number=1), "rubric.item.1"),
    ],
)
def test_the_keys_go_to_a_place(part: SkillPart, place: Place, name: str) -> None:
    part.take_keys(place)
    now = part.focusWidget()
    assert now is not None
    assert now.objectName() == name


@pytest.mark.parametrize("kind", ["word", "sentence"])
def test_what_would_help_a_level_is_read_across_the_whole_row(part: SkillPart, kind: str) -> None:
    field = next(one for one in part.fields if (one.place.field, one.place.number) == (kind, 1))
    field.show_hint("Level 1 reads like level 2. What is more of it at level 1?")
    part.resize(500, part.sizeHint().height())
    assert field.hint.isVisible()
    assert field.hint.width() > part.width() * 0.9
