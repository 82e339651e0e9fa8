"""Every screen is made once it is asked for, and leads on through the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_rep, a_tee_up
from tests.ui.finding import find
from ui.main_window import MainWindow
from ui.screen_making import make_screen
from ui.screens.calls import CallsScreen
from ui.screens.home import HomeScreen
from ui.session import Session
from ui.window_state import WindowState


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    window = MainWindow(session, WindowState(session.folder))
    qtbot.addWidget(window)
    return window


def test_there_is_no_screen_of_another_name(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        make_screen("nowhere", window)


def test_a_screen_leads_on_through_the_window(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    rep = a_rep()
    session.save_rep(rep)
    home = make_screen("home", window)
    qtbot.addWidget(home)
    assert isinstance(home, HomeScreen)
    home.write_down_requested.emit(session.add_call(rep.id, a_tee_up()))
    current = window.current()
    assert current is not None
    assert current.objectName() == "screen.writedown"


def test_where_nothing_may_be_brought_in_the_calls_do_not_offer_it(window: MainWindow, qtbot: QtBot) -> None:
    window.keep_pages_out()
    calls = make_screen("calls", window)
    qtbot.addWidget(calls)
    assert isinstance(calls, CallsScreen)
    assert find(calls, QWidget, "calls.import").isHidden()
