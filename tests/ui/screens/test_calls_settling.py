from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FakeClock
from tests.ui.finding import find
from tests.ui.screens.aftercall import an_ended_call, priya
from ui.screens.calls_settling import CallSettling
from ui.session import Session

# The offscreen platform says so of every window that pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_what_happened_in_a_void_call_can_still_be_looked_up(
    qtbot: QtBot, session: Session, clock: FakeClock, holder: QWidget
) -> None:
    call_id = an_ended_call(session, clock, priya(session))
    session.book(call_id).void("It was a demo")
    settling = CallSettling(session, holder)
    settling.open_menu(session.facts_of(call_id), QPoint())
    with qtbot.waitSignal(settling.timeline_requested) as asked:
        find(holder, QAction, "calls.menu.timeline").trigger()
    assert asked.args == [call_id]


def test_what_is_done_is_told_with_a_way_to_take_it_back(
    qtbot: QtBot, session: Session, clock: FakeClock, holder: QWidget
) -> None:
    call_id = an_ended_call(session, clock, priya(session))
    before = session.state(call_id).phase
    settling = CallSettling(session, holder)
    settling.open_menu(session.facts_of(call_id), QPoint())
    with qtbot.waitSignal(settling.reason_asked):
        find(holder, QAction, "calls.menu.void").trigger()
    with qtbot.waitSignal(settling.undo_offered) as offered:
        settling.reason.given.emit("It was a demo")
    assert session.state(call_id).reason == "It was a demo"
    sentence, undo = offered.args or []
    assert sentence == "Northgate Dental with Priya is void."
    undo()
    assert session.state(call_id).phase == before
