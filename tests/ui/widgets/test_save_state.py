from __future__ import annotations

from pytestqt.qtbot import QtBot

from scoring.errors import KnownError
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


def test_what_keeps_saving_up_comes_before_what_waits(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    trouble = KnownError("The disk is full", "Free some space.")
    said: list[str] = []
    for error, waiting in ((None, True), (trouble, True), (trouble, False), (None, False)):
        state.show_saving(error, waiting=waiting)
        said.append(state.text())
    sentence = "The disk is full. Free some space."
    assert said == ["Saving", sentence, sentence, "All saved"]
    assert not state.font().bold()


def test_where_there_is_no_room_a_few_words_stand_for_the_sentence(qtbot: QtBot) -> None:
    state = SaveState(brief=True)
    qtbot.addWidget(state)
    state.set_problem("The disk is full. Free some space.")
    assert state.text() == "Not saved yet"
    assert state.accessibleDescription() == "The disk is full. Free some space."
    state.set_saved()
    assert (state.text(), state.accessibleDescription()) == ("All saved", "")
