from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoring.rubric import default_rubric
from scoring.rubric_draft import Place, RubricDraft, SkillDraft, draft_of, usual
from ui.widgets.placed_field import PlacedField


@pytest.fixture
def field(qtbot: QtBot) -> PlacedField:
    made = PlacedField("skill.seen", Place(field="seen"), "Seen when", wraps=True)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_it_tells_where_something_is_written(field: PlacedField) -> None:
    told: list[tuple[Place, str]] = []

    def note(place: Place, text: str) -> None:
        told.append((place, text))

    field.edited.connect(note)
    field.show_draft(RubricDraft(id="own", skills=(SkillDraft(id="new"),)), "new")
    QTest.keyClicks(field.field, "A")
    assert told == [(Place(field="seen", skill="new"), "A")]


def test_where_nothing_is_written_the_usual_words_stand(field: PlacedField) -> None:
    field.show_draft(RubricDraft(id="own", skills=(SkillDraft(id="new"),)), "new")
    assert field.field.placeholderText() == usual(Place(field="seen", skill="new")) != ""
    draft = draft_of(default_rubric())
    field.show_draft(draft, draft.skills[0].id)
    assert field.field.text() == draft.skills[0].seen


def test_who_writes_is_not_interrupted(field: PlacedField) -> None:
    field.field.setFocus()
    field.show_hint("Two things in one.")
    assert field.field.accessibleDescription() == ""
    field.field.clearFocus()
    field.show_hint("Two things in one.")
    assert field.field.accessibleDescription() == "Two things in one."
    field.field.setFocus()
    field.show_hint("")
    assert field.field.accessibleDescription() == "", "what no longer holds goes at once"
