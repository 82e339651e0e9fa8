"""Desk screens as they stand in the program: in the window, beside the side bar."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.looks import Look, assert_all_can_be_read, show, worn
from ui.main_window import MainWindow
from ui.session import Session
from ui.window_state import WindowState


def a_window(qtbot: QtBot, session: Session) -> MainWindow:
    """:returns: the window on a session that is open, as large as a small laptop's screen."""
    window = MainWindow(session, WindowState(session.folder))
    show(qtbot, window)
    return window


def assert_place_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, place: str, look: Look
) -> None:
    """Assert that the whole window can be read in ``look`` while a place is shown."""
    with worn(qapp, look):
        window = a_window(qtbot, session)
        window.open_place(place)
        assert_all_can_be_read(window)
