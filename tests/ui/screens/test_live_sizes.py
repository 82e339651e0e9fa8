"""Every way to sit in, on a small and on a large screen, at the usual, a large and a huge size of text."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from tests.builders import a_rep
from tests.drawings import find_clipped
from tests.ui.finding import find
from tests.ui.looks import Look, settle, worn
from tests.ui.screens.live import a_running_call
from ui.screens.away import AwayScreen
from ui.screens.observe import ObserveScreen
from ui.screens.strip import Strip
from ui.session import Session
from ui.widgets.press_button import PressButton
from ui.window_state import WindowState

SIZES = ((1366, 768), (1920, 1080))


@pytest.fixture
def call_id(session: Session) -> UUID:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    call_id = a_running_call(session, rep)
    book = session.book(call_id)
    for skill in session.rubric_of(call_id).skills:
        book.mark(skill.id, seen=True, words="They came up with the scope themselves")
    book.floor(Floor.CUSTOMER)
    return call_id


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_and_everything_fits(
    qapp: QApplication, qtbot: QtBot, session: Session, call_id: UUID, size: tuple[int, int], scale: float
) -> None:
    with worn(qapp, Look(scale)):
        wide, away = ObserveScreen(session), AwayScreen(session)
        for screen in (wide, away):
            qtbot.addWidget(screen)
            screen.resize(*size)
            screen.show()
            screen.show_subject(call_id)
            _assert_readable(screen, size)
        for button in ("observe.log", "log.floor"):
            find(wide, PressButton, button).tap()
            _assert_readable(wide, size)
        strip = Strip(session, WindowState(session.folder))
        strip.show_subject(call_id)
        strip.resize(strip.width(), min(strip.sizeHint().height(), size[1]))
        _assert_readable(strip, size)
        strip.leave()
        strip.deleteLater()


def _assert_readable(widget: QWidget, size: tuple[int, int]) -> None:
    settle()
    widget.grab()
    assert find_clipped(widget) == []
    assert (widget.width() <= size[0], widget.height() <= size[1]) == (True, True), widget.size()
