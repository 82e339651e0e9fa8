"""The place of the rubrics, used as a manager uses it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.rubric import default_rubric
from scoring.rubric_draft import draft_of
from tests.ui.finding import find, press
from tests.ui.screens.rubrics_place import (
    in_use,
    open_rubric,
    read,
    rows,
    the_screen,
)
from ui.session import Session
from ui.widgets.choice_row import Chip
from ui.widgets.quiet_lines import QuietLink
from ui.widgets.skill_fold import SkillFold


def test_a_rubric_is_read_by_keyboard_and_each_skill_opened_by_itself(qtbot: QtBot, session: Session) -> None:
    screen = the_screen(qtbot, session)
    open_rubric(qtbot, screen, default_rubric().name)
    assert screen.focusWidget().objectName() == "back"
    first = screen.findChildren(SkillFold)[0]
    level = default_rubric().skills[0].levels[3].sentence
    assert level not in read(screen)
    qtbot.keyClick(first.link, Qt.Key.Key_Return)
    assert level in read(screen)
    qtbot.keyClick(first.link, Qt.Key.Key_Return)
    assert level not in read(screen)
    press(qtbot, screen, "back")
    assert rows(screen), "the list is shown again"


def test_an_older_version_is_read_in_its_words_and_what_changed_since(qtbot: QtBot, session: Session) -> None:
    ours = in_use(session, "Ours")
    skills = draft_of(ours).skills
    changed = replace(draft_of(ours), skills=(replace(skills[0], name="Says why we came"), *skills[1:]))
    session.ask(lambda store: store.put_in_use(changed))
    screen = the_screen(qtbot, session)
    open_rubric(qtbot, screen, "Ours")
    assert "Says why we came" in read(screen)
    press(qtbot, screen, "rubric.changes")
    assert f"Was: {ours.skills[0].name}" in read(screen)
    qtbot.mouseClick(find(screen, Chip, "choice.1"), Qt.MouseButton.LeftButton)
    assert "Says why we came" not in read(screen)
    assert not find(screen, QuietLink, "rubric.changes").isVisible()
