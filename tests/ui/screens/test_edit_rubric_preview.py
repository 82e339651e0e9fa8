from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from scoring.rubric import default_rubric
from scoring.rubric_draft import RubricDraft, SkillDraft, draft_of
from tests.ui.finding import find, tab_stops
from tests.ui.screens.aftercall import everything_said_by
from ui.screens.edit_rubric_preview import RubricPreview
from ui.widgets.mark_tile import MarkTile

DRAFT = draft_of(default_rubric())


@pytest.fixture
def preview(qtbot: QtBot) -> RubricPreview:
    made = RubricPreview()
    qtbot.addWidget(made)
    made.resize(700, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_shows_the_tiles_with_their_keys_and_the_levels(preview: RubricPreview) -> None:
    skill = DRAFT.skills[1]
    preview.show_draft(DRAFT, skill.id)
    tile = find(preview, MarkTile, f"preview.tile.{skill.id}")
    assert tile.isVisible()
    assert [letters.text for letters in tile.seen.lettering()][1] == "2"
    said = everything_said_by(preview)
    assert skill.levels[2].sentence in said
    assert skill.checklist[0] in said


def test_where_nothing_is_written_it_shows_the_usual_words(preview: RubricPreview) -> None:
    preview.show_draft(RubricDraft(id="own", skills=(SkillDraft(id="new"),)), "new")
    said = everything_said_by(preview)
    assert "Skill 1" in said
    assert "Was seen each time it was called for." in said


def test_nothing_of_it_can_be_reached(preview: RubricPreview) -> None:
    preview.show_draft(DRAFT, DRAFT.skills[0].id)
    assert tab_stops(preview) == []


def test_tiles_that_do_not_fit_lie_down(preview: RubricPreview) -> None:
    long = RubricDraft(
        id="own", skills=tuple(SkillDraft(id=f"s{n}", name="Kundenbedarfsermittlung") for n in range(12))
    )
    preview.show_draft(long, "s0")
    assert not find(preview, MarkTile, "preview.tile.s0").isVisible()
    assert find(preview, MarkTile, "preview.row.s0").isVisible()
