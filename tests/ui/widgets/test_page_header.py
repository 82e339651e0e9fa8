from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.page_header import PageHeader
from ui.widgets.text import Text


def test_the_action_is_told(qtbot: QtBot) -> None:
    header = PageHeader("Monday 23 November", "", "New joint call")
    qtbot.addWidget(header)
    header.show()
    with qtbot.waitSignal(header.action_chosen):
        qtbot.mouseClick(header.button, Qt.MouseButton.LeftButton)


def test_without_a_subtitle_or_an_action_there_is_only_a_title(qtbot: QtBot) -> None:
    header = PageHeader("Reps", "Four people", "Add a rep")
    qtbot.addWidget(header)
    header.set_subtitle("")
    header.set_action("")
    header.show()
    visible = [label.text() for label in header.findChildren(Text) if label.isVisible()]
    assert visible == ["Reps"]
    assert not header.button.isVisible()


def test_a_new_title_replaces_the_old_one(qtbot: QtBot) -> None:
    header = PageHeader("Reps")
    qtbot.addWidget(header)
    header.set_title("Priya Nair")
    assert header.findChildren(Text)[0].text() == "Priya Nair"
