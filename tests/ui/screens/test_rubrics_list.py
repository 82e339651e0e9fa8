"""The place of the rubrics, used as a manager uses it."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from scoring.rubric_draft import RubricDraft, draft_of
from tests.ui.screens.rubrics_place import (
    in_use,
    read,
    rows,
    the_screen,
)
from ui.session import Session


def test_ones_own_stand_first_and_say_what_is_not_in_use_yet(qtbot: QtBot, session: Session) -> None:
    ours = in_use(session, "Zebra")
    session.keep_draft(ours.id, replace(draft_of(ours), name="Other"))
    session.keep_draft("rubric-1", RubricDraft(id="rubric-1", name="Begun"))
    listed = rows(the_screen(qtbot, session))
    assert listed[0][:4] == ["Begun", "You", "", "0"]
    assert listed[1] == ["Zebra", "You", "1", "9", "Any call", "0", "Changes not in use yet"]
    assert all(row[1] == "The app" for row in listed[2:])
    assert len(listed) > 2


def test_where_nobody_wrote_one_yet_the_way_to_begin_is_said(qtbot: QtBot, session: Session) -> None:
    screen = the_screen(qtbot, session)
    assert "until you write one of your own" in read(screen)
    in_use(session, "Ours")
    screen.show_now()
    assert "until you write one of your own" not in read(screen)
