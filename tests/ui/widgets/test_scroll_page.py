from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.button import SecondaryButton
from ui.widgets.growing_text import GrowingText
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text


def test_what_gets_the_keyboard_is_scrolled_into_view(qtbot: QtBot) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    buttons = [SecondaryButton(f"Step {n}") for n in range(30)]
    for button in buttons:
        page.column.addWidget(button)
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    buttons[25].setFocus(Qt.FocusReason.TabFocusReason)
    top = buttons[25].mapTo(page.viewport(), buttons[25].rect().topLeft())
    assert page.viewport().rect().contains(top)


def test_a_button_that_is_half_in_sight_stays_under_the_pointer_and_is_clicked(
    qtbot: QtBot, stage: Stage
) -> None:
    page = ScrollPage()
    button = SecondaryButton("Something else")
    page.column.addSpacing(280)
    page.column.addWidget(button)
    page.column.addStretch(1)
    stage(page, size=(400, 320))
    with qtbot.waitSignal(button.clicked):
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)
        assert page.verticalScrollBar().value() == 0
        qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.verticalScrollBar().value() > 0, "by key it is scrolled into view"


def test_where_one_writes_stays_in_view_while_the_text_grows(qtbot: QtBot, stage: Stage) -> None:
    page = ScrollPage()
    text = GrowingText(least=1)
    page.column.addWidget(Text("As high as its words need in the width there is."))
    page.column.addSpacing(160)
    page.column.addWidget(text)
    page.column.addStretch(1)
    stage(page, size=(400, 320))
    text.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(7):
        qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    caret = text.viewport().mapTo(page.viewport(), text.cursorRect().center())
    assert page.viewport().rect().contains(caret)
