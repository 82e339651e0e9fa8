from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from ui.theme import apply_theme
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage
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


@pytest.mark.parametrize("width", [300, 400, 500, 900])
@pytest.mark.parametrize("action", ["", "Add"])
def test_words_wrap_at_any_width(qtbot: QtBot, qapp: QApplication, action: str, width: int) -> None:
    apply_theme(qapp, 2.0)
    page = ScrollPage()
    qtbot.addWidget(page)
    page.column.addWidget(
        PageHeader("My view", "Before you talk. Stays closed until the rep has spoken.", action)
    )
    page.column.addStretch(1)
    page.resize(width, 900)
    page.show()
    QCoreApplication.sendPostedEvents()
    assert find_clipped(page) == []
