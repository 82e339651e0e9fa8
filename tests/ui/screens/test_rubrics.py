"""The place of the rubrics, used as a manager uses it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.rubric_file import read_rubric
from scoring.rubric import DEFAULT_ID, default_rubric
from scoring.rubric_draft import RubricDraft, draft_of
from tests.ui.finding import find, press
from tests.ui.in_window import assert_place_can_be_read
from tests.ui.looks import Look, every_look
from tests.ui.screens.rubrics_place import (
    in_use,
    next_of,
    open_rubric,
    rows,
    shelf_of,
    the_screen,
    undos_of,
)
from ui.save_dialog import SaveDialog
from ui.session import Session
from ui.widgets.choice_row import Chip
from ui.widgets.message_bar import MessageBar


def _id_in(args: list[object] | None) -> str:
    assert args is not None, "it was asked for"
    return str(args[0])


def test_a_new_one_begins_with_a_skill_to_name(qtbot: QtBot, session: Session) -> None:
    screen = the_screen(qtbot, session)
    with qtbot.waitSignal(screen.edit_requested) as edit:
        press(qtbot, screen, "header.action")
    draft = session.draft(_id_in(edit.args), RubricDraft)
    assert draft is not None
    assert [skill.name for skill in draft.skills] == [""]


def test_a_rubric_of_the_app_is_changed_in_a_copy_with_the_same_skills(
    qtbot: QtBot, session: Session
) -> None:
    screen = the_screen(qtbot, session)
    open_rubric(qtbot, screen, default_rubric().name)
    with qtbot.waitSignal(screen.edit_requested) as edit:
        press(qtbot, screen, "rubric.copy_to_change")
    draft = session.draft(_id_in(edit.args), RubricDraft)
    assert draft is not None
    assert draft.id != DEFAULT_ID
    assert draft.name.endswith("(copy)")
    assert [skill.id for skill in draft.skills] == [skill.id for skill in default_rubric().skills]


def test_what_was_put_away_can_be_offered_again_and_the_default_one_cannot_be_put_away(
    qtbot: QtBot, session: Session
) -> None:
    ours = in_use(session, "Ours")
    screen = the_screen(qtbot, session)
    undos = undos_of(screen)
    open_rubric(qtbot, screen, "Ours")
    press(qtbot, screen, "rubric.away")
    assert ours not in shelf_of(session).offered
    press(qtbot, screen, "back")
    assert [row[0] for row in rows(screen, "rubrics.away")] == ["Ours"]
    undos[0]()
    assert ours in shelf_of(session).offered
    open_rubric(qtbot, screen, default_rubric().name)
    with pytest.raises(AssertionError, match="cannot be seen"):
        press(qtbot, screen, "rubric.away")


def test_what_was_only_begun_can_be_thrown_away_and_taken_back(qtbot: QtBot, session: Session) -> None:
    begun = RubricDraft(id="rubric-1", name="Begun")
    session.keep_draft(begun.id, begun)
    screen = the_screen(qtbot, session)
    undos = undos_of(screen)
    open_rubric(qtbot, screen, "Begun")
    press(qtbot, screen, "rubric.throw")
    assert "Begun" not in [row[0] for row in rows(screen)]
    undos[0]()
    assert session.draft(begun.id, RubricDraft) == begun


def test_a_later_version_that_only_came_with_a_call_is_not_shown_as_in_use(
    qtbot: QtBot, session: Session
) -> None:
    ours = in_use(session, "Ours")
    theirs = replace(ours, version=2, name="Theirs")
    session.ask(lambda store: store.rubrics.keep(theirs, in_use=False))
    screen = the_screen(qtbot, session)
    assert "Theirs" not in [row[0] for row in rows(screen)]
    open_rubric(qtbot, screen, "Ours")
    assert screen.findChild(Chip, "choice.2") is None


def test_the_version_that_is_shown_is_saved_as_a_file_and_sent_to_paper(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    ours = in_use(session, "Ours")
    next_of(session, ours, "Ours, too")
    screen = the_screen(qtbot, session)
    open_rubric(qtbot, screen, "Ours, too")
    qtbot.mouseClick(find(screen, Chip, "choice.1"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(screen.paper_requested) as paper:
        press(qtbot, screen, "rubric.paper")
    assert paper.args == [ours.id, 1]
    press(qtbot, screen, "rubric.save")
    dialog = find(screen, SaveDialog, "page.save_dialog")
    assert Path(dialog.selectedFiles()[0]).name == "Ours, version 1.json"
    dialog.fileSelected.emit(str(tmp_path / "ours.json"))
    dialog.close()
    note = find(screen, MessageBar, "rubrics.note")
    qtbot.waitUntil(lambda: "ours.json" in note.message())
    assert read_rubric(tmp_path / "ours.json") == ours


@every_look
def test_everything_can_be_read(qapp: QApplication, qtbot: QtBot, session: Session, look: Look) -> None:
    ours = in_use(session, "Field call at Larkfield, with a name that is quite long")
    session.keep_draft(ours.id, replace(draft_of(ours), name="Field calls"))
    assert_place_can_be_read(qapp, qtbot, session, "rubrics", look)
    session.forms["rubrics"] = ours.id
    assert_place_can_be_read(qapp, qtbot, session, "rubrics", look)
