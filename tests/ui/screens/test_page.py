from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.preferences import Paper, Preferences
from scoring.state import Phase
from tests.builders import FakeClock
from tests.drawings import find_clipped
from tests.ui.finding import find, press, texts
from tests.ui.screens.aftercall import a_viewed_call, an_ended_call, priya
from tests.ui.screens.pages import a_debriefed_call
from ui.screens.page import PageScreen
from ui.session import Session
from ui.theme import apply_theme
from ui.widgets.button import PaintedButton
from ui.widgets.page_view import PageView
from ui.widgets.text import Text

# The offscreen platform says so of every dialog.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

Opened = Callable[[UUID], PageScreen]


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> PageScreen:
    session.save_preferences(Preferences(paper=Paper.A4))
    made = PageScreen(session)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def opened(qtbot: QtBot, screen: PageScreen) -> Opened:
    def open_page(call_id: UUID) -> PageScreen:
        with qtbot.waitSignal(screen.page_shown):
            screen.show_subject(call_id)
        return screen

    return open_page


def _says(screen: PageScreen, name: str) -> str:
    text = find(screen, Text, name)
    return text.accessibleName() if text.isVisible() else ""


def _view(screen: PageScreen) -> PageView:
    return find(screen, PageView, "page.view")


# What is to be read first


def test_what_does_not_fit_is_said_before_it_is_printed(
    session: Session, clock: FakeClock, opened: Opened
) -> None:
    screen = opened(a_debriefed_call(session, clock, comment="I knew it. " * 2_000))
    assert "characters left out" in _says(screen, "page.notes")


def test_characters_no_font_has_are_said_too(session: Session, clock: FakeClock, opened: Opened) -> None:
    screen = opened(a_debriefed_call(session, clock, comment="Seen: 𓀀"))
    assert _says(screen, "page.notes").endswith(": 𓀀")


def test_a_short_page_has_nothing_to_warn_of(session: Session, clock: FakeClock, opened: Opened) -> None:
    assert _says(opened(a_debriefed_call(session, clock)), "page.notes") == ""


# Going on


@pytest.mark.parametrize(
    ("can_say", "words"), [(True, "Change what was agreed"), (False, "Go on with the debrief")]
)
def test_what_was_agreed_can_be_taken_up_again(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, can_say: bool, words: str
) -> None:
    call_id = a_debriefed_call(session, clock, can_say=can_say)
    screen = opened(call_id)
    assert find(screen, PaintedButton, "page.debrief").text() == words
    with qtbot.waitSignal(screen.debrief_requested) as requested:
        press(qtbot, screen, "page.debrief")
    assert requested.args == [call_id]


def test_home_is_one_press_or_escape_away(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened
) -> None:
    screen = opened(a_debriefed_call(session, clock))
    with qtbot.waitSignal(screen.place_requested) as pressed:
        press(qtbot, screen, "back")
    with qtbot.waitSignal(screen.place_requested) as escaped:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Escape)
    assert (pressed.args, escaped.args) == (["home"], ["home"])


# No page


def test_a_sealed_call_shows_nothing_but_the_way_to_the_debrief(
    qtbot: QtBot, session: Session, clock: FakeClock, screen: PageScreen
) -> None:
    call_id = a_viewed_call(session, clock, priya(session))
    screen.show_subject(call_id)
    assert not _view(screen).isVisible()
    assert not [text for text in texts(screen) if "SEALED" in text]
    with qtbot.waitSignal(screen.debrief_requested) as requested:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert requested.args == [call_id]


def test_nothing_of_the_page_before_stays_behind_a_sealed_call(
    session: Session, clock: FakeClock, opened: Opened
) -> None:
    screen = opened(a_debriefed_call(session, clock))
    screen.show_subject(a_viewed_call(session, clock, priya(session)))
    assert not _view(screen).has_picture
    assert not [text for text in texts(screen) if "SEALED" in text or "date before" in text]
    assert screen.ask_how_to_print() is None


def test_a_call_that_just_ended_leads_to_where_it_goes_on(
    qtbot: QtBot, session: Session, clock: FakeClock, screen: PageScreen
) -> None:
    call_id = an_ended_call(session, clock, priya(session))
    screen.show_subject(call_id)
    with qtbot.waitSignal(screen.call_requested) as requested:
        press(qtbot, screen, "page.way_on")
    assert requested.args == [call_id]


def test_a_void_call_has_no_page(
    qtbot: QtBot, session: Session, clock: FakeClock, screen: PageScreen
) -> None:
    call_id = a_debriefed_call(session, clock)
    session.book(call_id).void("A demo")
    assert session.state(call_id).phase == Phase.VOID
    screen.show_subject(call_id)
    assert not _view(screen).isVisible()
    with qtbot.waitSignal(screen.place_requested) as requested:
        press(qtbot, screen, "page.way_on")
    assert requested.args == ["calls"]


def _save(qtbot: QtBot, screen: PageScreen, path: Path) -> None:
    with qtbot.waitSignal(screen.page_saved):
        screen.save_to(path)


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_text_is_clipped_on_a_small_screen(
    qapp: QApplication,
    qtbot: QtBot,
    session: Session,
    clock: FakeClock,
    tmp_path: Path,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    call_id = a_debriefed_call(session, clock, can_say=False, comment="I knew it. 𓀀" * 2_000)
    book = session.book(call_id)
    long_name = "Bezirksschornsteinfegermeisterbetrieb Müller & Söhne"
    book.plan(replace(book.state.tee_up, customer=long_name))
    apply_theme(qapp, scale)
    screen = PageScreen(session)
    screen.setLayoutDirection(direction)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    with qtbot.waitSignal(screen.page_shown):
        screen.show_subject(call_id)
    _save(qtbot, screen, tmp_path / "page.pdf")
    assert (screen.width(), screen.height()) == (1366, 768), "the screen asks for more room than there is"

    def nothing_is_clipped() -> None:
        assert find_clipped(screen) == []

    qtbot.waitUntil(nothing_is_clipped)  # once the layouts have settled
