"""The place of the rubrics, used as a manager uses it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from scoring.call_type import CallType
from scoring.rubric import default_rubric
from scoring.tenure import Tenure
from tests.ui.finding import find
from tests.ui.screens.rubrics_place import (
    in_use,
    shelf_of,
    the_screen,
)
from ui.session import Session
from ui.widgets.menu_button import MenuButton


def test_what_a_new_call_starts_with_is_set_by_case_and_said(qtbot: QtBot, session: Session) -> None:
    ours = in_use(session, "Ours")
    screen = the_screen(qtbot, session)
    cell = find(screen, MenuButton, f"rubrics.default.{CallType.SHOW}.{Tenure.LATER}")
    assert cell.text() == f"As usual: {default_rubric().name}"
    next(action for action in cell.menu.actions() if action.data() == ours.id).trigger()
    assert cell.text() == "Ours"
    assert shelf_of(session).defaults.rubric_id(CallType.SHOW, Tenure.LATER) == ours.id
    cell.menu.actions()[0].trigger()
    assert shelf_of(session).defaults.rubric_id(CallType.SHOW, Tenure.LATER) is None
