from __future__ import annotations

from pytestqt.qtbot import QtBot

from scoring.rubric_draft import RubricDraft, new_rubric_id
from tests.ui.finding import press
from tests.ui.in_window import a_window
from tests.ui.screens.aftercall import everything_said_by
from ui.session import Session


def test_the_window_leads_to_a_rubric_and_back_to_the_list(qtbot: QtBot, session: Session) -> None:
    rubric_id = new_rubric_id()
    session.keep_draft(rubric_id, RubricDraft(id=rubric_id, name="First visits"))
    window = a_window(qtbot, session)
    window.open_place("calls")
    window.open_rubric_editor(rubric_id)
    screen = window.current()
    assert screen is not None
    assert "First visits" in everything_said_by(screen)
    press(qtbot, window, "back")
    back = window.current()
    assert back is not None
    assert back.objectName() == "screen.calls"
