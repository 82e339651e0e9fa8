from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.save_state import SaveState


def test_it_says_how_things_stand(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    assert state.text() == "All saved"
    state.set_saving()
    assert state.text() == "Saving"
    state.set_problem("The disk is full. Free some space.")
    assert state.accessibleName() == "The disk is full. Free some space."
    state.set_saved()
    assert state.text() == "All saved"


def test_a_problem_stands_out(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    small = state.font()
    state.set_problem("The disk is full.")
    assert state.font().pixelSize() > small.pixelSize()
    assert state.font().bold()
