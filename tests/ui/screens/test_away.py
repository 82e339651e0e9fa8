"""Away: nothing to see, nothing to log, and the way back."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.entry import SatIn
from scoring.rubric import default_rubric
from scoring.teeup import Way
from tests.builders import FakeClock
from tests.ui.finding import press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from tests.ui.screens.aftercall import everything_said_by, priya
from tests.ui.screens.memory import a_running_call
from ui.screens.away import AwayScreen
from ui.session import Session


@pytest.fixture
def call_id(session: Session) -> UUID:
    return a_running_call(session, priya(session))


@pytest.fixture
def screen(qtbot: QtBot, session: Session, call_id: UUID) -> AwayScreen:
    return _shown(qtbot, session, call_id)


def _shown(qtbot: QtBot, session: Session, call_id: UUID) -> AwayScreen:
    screen = AwayScreen(session)
    show(qtbot, screen)
    screen.show_subject(call_id)
    return screen


def test_nothing_on_it_tells_a_customer_anything(screen: AwayScreen) -> None:
    said = f"{everything_said_by(screen)}\n{screen.title()}"
    secrets = ["Priya", "Northgate", "Dana", *(skill.name for skill in default_rubric().skills)]
    assert [word for word in secrets if word in said] == []
    assert not any(letter.isdigit() for letter in said)
    assert screen.title() == "Notes"


def test_looking_at_it_writes_nothing(session: Session, screen: AwayScreen, clock: FakeClock) -> None:
    before = session.state(screen.subject).count
    clock.advance(minutes=40)
    screen.leave()
    screen.show_subject(screen.subject)
    assert session.state(screen.subject).count == before


def test_the_laptop_can_be_opened_all_the_same(qtbot: QtBot, session: Session, screen: AwayScreen) -> None:
    with qtbot.waitSignal(screen.call_requested) as requested:
        press(qtbot, screen, "away.open")
    assert requested.args == [screen.subject]
    state = session.state(screen.subject)
    assert (state.way, state.last_of(SatIn)) == (Way.OPEN_LAPTOP, SatIn(way=Way.OPEN_LAPTOP))


def test_writing_it_down_is_one_press_or_two_keys_away(qtbot: QtBot, screen: AwayScreen) -> None:
    with qtbot.waitSignal(screen.write_down_requested) as pressed:
        press(qtbot, screen, "away.write")
    assert pressed.args == [screen.subject]
    for _ in range(2):
        qtbot.keyClick(screen.focusWidget() or screen, Qt.Key.Key_Tab)
    focused = screen.focusWidget()
    assert focused is not None
    assert focused.objectName() == "away.write"


def test_no_stray_key_does_anything(qtbot: QtBot, session: Session, screen: AwayScreen) -> None:
    before = session.state(screen.subject).count
    with qtbot.assertNotEmitted(screen.write_down_requested), qtbot.assertNotEmitted(screen.call_requested):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_1, Qt.Key.Key_A):
            qtbot.keyClick(screen, key)
    assert session.state(screen.subject).count == before


@every_look
def test_it_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, call_id: UUID, look: Look
) -> None:
    with worn(qapp, look):
        assert_all_can_be_read(_shown(qtbot, session, call_id))
