from __future__ import annotations

from pytestqt.qtbot import QtBot

from scoring.rubric import default_rubric
from scoring.rubric_draft import draft_of
from ui.screens.edit_rubric_page import RubricPage

DRAFT = draft_of(default_rubric())


def test_one_part_is_shown_at_a_time(qtbot: QtBot) -> None:
    page = RubricPage()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.show_whole(DRAFT)
    assert (page.whole.isVisible(), page.skill.isVisible(), page.use.isVisible()) == (True, False, False)
    page.show_skill(DRAFT, DRAFT.skills[0].id)
    assert (page.whole.isVisible(), page.skill.isVisible(), page.use.isVisible()) == (False, True, False)
    page.show_use()
    assert (page.whole.isVisible(), page.skill.isVisible(), page.use.isVisible()) == (False, False, True)
    page.show_copy_offer()
    assert not page.use.isVisible()
