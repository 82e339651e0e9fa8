from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import FakeClock
from tests.ui.finding import find, press, texts
from tests.ui.looks import show
from tests.ui.screens.pages import a_planned_call
from ui.screens.call_sheet import CallSheetScreen
from ui.session import Session
from ui.widgets.page_view import Fit, PageView
from ui.widgets.text import Text

Opened = Callable[..., CallSheetScreen]


@pytest.fixture
def opened(qtbot: QtBot, session: Session, clock: FakeClock) -> Opened:
    def open_sheet(**details: object) -> CallSheetScreen:
        screen = CallSheetScreen(session)
        show(qtbot, screen)
        with qtbot.waitSignal(screen.page_shown):
            screen.show_subject(a_planned_call(session, clock, **details))
        return screen

    return open_sheet


def _notes(screen: CallSheetScreen) -> str:
    text = find(screen, Text, "callsheet.notes")
    return text.accessibleName() if text.isVisible() else ""


def test_it_shows_what_was_agreed_for_this_call(opened: Opened) -> None:
    words = find(
        opened(purpose="Agree the pilot's scope"), PageView, "callsheet.view"
    ).accessibleDescription()
    assert "Call with Northgate Dental" in words
    assert "Agree the pilot's scope" in words
    assert "Focus: Asks before answering" in words


def test_the_half_that_says_something_is_as_large_as_the_window_lets_it(opened: Opened) -> None:
    view = find(opened(), PageView, "callsheet.view")
    assert view.fit is Fit.WIDTH


def test_nothing_private_is_on_the_sheet_or_beside_it(session: Session, opened: Opened) -> None:
    screen = opened()
    coaching = session.rep_of(screen.subject).coaching
    assert coaching
    assert not [text for text in texts(screen) if coaching in text]


def test_what_does_not_fit_on_half_a_page_is_said(opened: Opened) -> None:
    screen = opened(purpose="Agree the scope of the pilot. " * 200)
    notes = _notes(screen)
    assert "Not all of it fits on half a page." in notes
    assert "Purpose and next steps: " in notes


def test_a_usual_sheet_has_nothing_to_warn_of(opened: Opened) -> None:
    assert _notes(opened()) == ""


def test_the_tee_up_is_one_press_or_escape_away(qtbot: QtBot, opened: Opened) -> None:
    screen = opened()
    with qtbot.waitSignal(screen.call_requested) as pressed:
        press(qtbot, screen, "back")
    with qtbot.waitSignal(screen.call_requested) as escaped:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Escape)
    assert (pressed.args, escaped.args) == ([screen.subject], [screen.subject])
