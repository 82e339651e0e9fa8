from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.button import SecondaryButton
from ui.widgets.scroll_page import ScrollPage


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
