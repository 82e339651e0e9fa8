from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.empty_state import EmptyState


def test_it_leads_somewhere(qtbot: QtBot) -> None:
    empty = EmptyState("No reps yet. Add the first person you ride with.", "Add a rep")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.action_chosen):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)


def test_without_an_action_it_is_only_a_sentence(qtbot: QtBot) -> None:
    empty = EmptyState("No reps yet.", "Add a rep")
    qtbot.addWidget(empty)
    empty.show()
    empty.set_words("Nothing is planned today.")
    assert not empty.button.isVisible()
