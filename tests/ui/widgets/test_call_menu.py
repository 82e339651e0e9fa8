from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoring.state import Phase
from ui.widgets.call_menu import CallMenu

# The offscreen platform says so of every window that pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

HAPPENED, VOID = "Show what happened", "Void it, with a reason"
WITH_PAGE = [HAPPENED, "Show the page", VOID]
OFFERED = {
    Phase.PLANNED: ["Go on", "Mark as cancelled", "The customer did not come"],
    Phase.RUNNING: ["Go on"],
    Phase.ENDED: ["Go on", HAPPENED, VOID],
    Phase.VIEWED: ["Go on", HAPPENED, VOID],
    Phase.DEBRIEFED: WITH_PAGE,
    Phase.CLOSED: WITH_PAGE,
    Phase.CANCELLED: ["Bring it back"],
    Phase.NO_SHOW: ["Bring it back"],
    Phase.VOID: [HAPPENED, "Bring it back"],
}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def menu(window: QWidget) -> CallMenu:
    return CallMenu(window)


@pytest.mark.parametrize("phase", Phase)
def test_only_what_fits_the_call_is_offered(menu: CallMenu, phase: Phase) -> None:
    menu.open_for(phase, QPoint())
    assert [action.text() for action in menu.actions() if action.isVisible()] == OFFERED[phase]
    menu.close()


def test_the_menu_works_by_keyboard(qtbot: QtBot, menu: CallMenu) -> None:
    menu.open_for(Phase.PLANNED, QPoint())
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(menu.cancel_chosen):
        qtbot.keyClick(menu, Qt.Key.Key_Return)
