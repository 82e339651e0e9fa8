from __future__ import annotations

from pytestqt.qtbot import QtBot

from scoring.rubric_draft import Place, new_rubric_id
from tests.ui.finding import find
from ui.rubric_writing import RubricWriting
from ui.screens.edit_rubric_side import WHOLE, RubricSide
from ui.session import Session
from ui.widgets.button import PaintedButton


def test_only_what_can_be_done_is_offered(qtbot: QtBot, session: Session) -> None:
    side = RubricSide()
    qtbot.addWidget(side)
    writing = RubricWriting(session, new_rubric_id())
    side.show_writing(writing, WHOLE)
    undo, redo = (find(side, PaintedButton, f"rubric.{way}") for way in ("undo", "redo"))
    assert not undo.isEnabled()
    assert find(side, PaintedButton, "rubric.drop").isHidden(), "there is nothing to go back to"
    writing.write(Place(field="name"), "First visits")
    side.show_writing(writing, WHOLE)
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
