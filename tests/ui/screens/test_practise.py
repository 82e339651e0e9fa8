from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.state import Phase
from tests.ui.finding import find, press, texts
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.practise import write_practice
from ui.screens.practise import PractiseScreen
from ui.session import Session
from ui.widgets.button import PrimaryButton
from ui.widgets.key_list import KeyCap


@pytest.fixture
def call_id(session: Session) -> UUID:
    return write_practice(session).result()


@pytest.fixture
def screen(qtbot: QtBot, session: Session, call_id: UUID) -> PractiseScreen:
    return _shown(qtbot, session, call_id)


def _shown(qtbot: QtBot, session: Session, call_id: UUID) -> PractiseScreen:
    screen = PractiseScreen(session)
    show(qtbot, screen)
    screen.show_subject(call_id)
    return screen


def test_start_begins_the_call_and_leads_to_it(
    qtbot: QtBot, session: Session, call_id: UUID, screen: PractiseScreen
) -> None:
    with qtbot.waitSignal(screen.call_requested) as requested:
        press(qtbot, screen, "practise.start")
    assert requested.args == [call_id]
    assert session.state(call_id).phase == Phase.RUNNING


def test_return_is_enough_to_start(
    qtbot: QtBot, session: Session, call_id: UUID, screen: PractiseScreen
) -> None:
    assert screen.focusWidget() is find(screen, PrimaryButton, "practise.start")
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert session.state(call_id).phase == Phase.RUNNING


def test_it_says_that_nothing_is_kept_and_names_the_eight_keys(screen: PractiseScreen) -> None:
    words = texts(screen)
    assert any("nothing of it is kept" in word for word in words)
    keys = [cap.accessibleName() for cap in screen.findChildren(KeyCap)]
    assert keys == ["A", "S", "D", "F", "1 … 9", "Q … O", "Bksp", "P"]


@every_look
def test_it_can_be_read_in_every_look(
    qapp: QApplication, qtbot: QtBot, session: Session, call_id: UUID, look: Look
) -> None:
    with worn(qapp, look):
        assert_all_can_be_read(_shown(qtbot, session, call_id))
