from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from exports.page_file import draw_call
from exports.page_source import page_source
from exports.raster import page_size, page_text
from scoring.preferences import Paper, Preferences
from scoring.state import Phase
from tests.builders import FakeClock
from tests.drawings import find_clipped
from tests.ui.finding import find, press, texts
from tests.ui.screens.aftercall import a_viewed_call, an_ended_call, priya
from tests.ui.screens.pages import a_debriefed_call
from ui.background import Background
from ui.save_dialog import SaveDialog
from ui.screens.page import PageScreen
from ui.session import Session
from ui.theme import apply_theme
from ui.widgets.button import PaintedButton
from ui.widgets.choice_row import ChoiceRow
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


def _pdf(session: Session, call_id: UUID) -> bytes:
    return draw_call(session.ask(lambda store: page_source(store, call_id)), "a4").pdf


# Looking


def test_the_real_page_is_shown(session: Session, clock: FakeClock, opened: Opened) -> None:
    call_id = a_debriefed_call(session, clock)
    screen = opened(call_id)
    assert _view(screen).has_picture
    assert _view(screen).accessibleDescription() == page_text(_pdf(session, call_id))


def test_the_next_thing_is_to_save_it(session: Session, clock: FakeClock, opened: Opened) -> None:
    screen = opened(a_debriefed_call(session, clock))
    assert screen.focusWidget() is find(screen, PaintedButton, "page.save")


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 595), (Paper.LETTER, 612)])
def test_the_paper_is_the_one_from_the_settings(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path, paper: Paper, width: int
) -> None:
    session.save_preferences(Preferences(paper=paper))
    screen = opened(a_debriefed_call(session, clock))
    assert find(screen, ChoiceRow, "page.paper").chosen_values() == [paper.value]
    _save(qtbot, screen, tmp_path / "page.pdf")
    assert round(page_size((tmp_path / "page.pdf").read_bytes())[0]) == width


def test_another_paper_makes_the_page_anew(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    screen = opened(a_debriefed_call(session, clock))
    letter = find(screen, ChoiceRow, "page.paper").chips()[1]
    with qtbot.waitSignal(screen.page_shown):
        qtbot.mouseClick(letter, Qt.MouseButton.LeftButton)
    _save(qtbot, screen, tmp_path / "page.pdf")
    assert page_size((tmp_path / "page.pdf").read_bytes()) == (612, 792)


def test_a_page_that_takes_long_is_said_to_be_on_its_way(
    qtbot: QtBot, session: Session, clock: FakeClock
) -> None:
    call_id = a_debriefed_call(session, clock)
    screen = PageScreen(session, patience_ms=0)
    qtbot.addWidget(screen)
    screen.resize(1180, 720)
    screen.show()
    go_on = threading.Event()
    Background.shared().run(go_on.wait)
    screen.show_subject(call_id)
    qtbot.waitUntil(lambda: _says(screen, "page.status") == "Making the page …")
    with qtbot.waitSignal(screen.page_shown):
        go_on.set()
    assert _says(screen, "page.status") == ""


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


# Saving


def _save(qtbot: QtBot, screen: PageScreen, path: Path) -> None:
    with qtbot.waitSignal(screen.page_saved):
        screen.save_to(path)


def test_saving_by_keyboard_writes_the_page_that_was_shown(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    call_id = a_debriefed_call(session, clock)
    screen = opened(call_id)
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    dialog = find(screen, SaveDialog, "page.save_dialog")
    field = find(dialog, QLineEdit, "fileNameEdit")
    assert field.text().startswith("2026-03-10 Northgate Dental (")
    field.setText(str(tmp_path / "mine"))
    with qtbot.waitSignal(screen.page_saved) as saved:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert saved.args == [tmp_path / "mine.pdf"]
    assert (tmp_path / "mine.pdf").read_bytes() == _pdf(session, call_id)
    assert _says(screen, "page.status") == f"Saved in {tmp_path} as mine.pdf."


def test_a_page_that_cannot_be_written_says_why_and_can_be_saved_again(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    screen = opened(a_debriefed_call(session, clock))
    screen.save_to(tmp_path / "gone" / "page.pdf")
    qtbot.waitUntil(lambda: _says(screen, "page.status").startswith("Not found"))
    assert not find(screen, PaintedButton, "page.open").isVisible()
    _save(qtbot, screen, tmp_path / "page.pdf")
    assert _says(screen, "page.status").startswith("Saved")


def test_the_saved_page_and_its_folder_can_be_opened(
    qtbot: QtBot,
    session: Session,
    clock: FakeClock,
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    urls: list[str] = []

    def open_url(url: QUrl) -> bool:
        urls.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    screen = opened(a_debriefed_call(session, clock))
    _save(qtbot, screen, tmp_path / "page.pdf")
    press(qtbot, screen, "page.open")
    press(qtbot, screen, "page.folder")
    assert urls == [str(tmp_path / "page.pdf"), str(tmp_path)]


def test_a_computer_that_opens_no_pdf_is_said_in_words(
    qtbot: QtBot,
    session: Session,
    clock: FakeClock,
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_url: QUrl) -> bool:
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    screen = opened(a_debriefed_call(session, clock))
    _save(qtbot, screen, tmp_path / "page.pdf")
    press(qtbot, screen, "page.open")
    assert str(tmp_path / "page.pdf") in _says(screen, "page.status")


# Printing


def test_printing_sends_the_page_to_the_printer(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    screen = opened(a_debriefed_call(session, clock))
    dialog = screen.ask_how_to_print()
    assert dialog is not None
    dialog.printer().setResolution(100)
    find(dialog, QLineEdit, "filename").setText(str(tmp_path / "printed.pdf"))
    dialog.accept()
    qtbot.waitUntil(lambda: _says(screen, "page.status") == "The page is on its way to the printer.")
    assert round(page_size((tmp_path / "printed.pdf").read_bytes())[0]) == 595


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


def test_a_picture_that_comes_too_late_is_not_shown(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened
) -> None:
    screen = opened(a_debriefed_call(session, clock))
    sealed = a_viewed_call(session, clock, priya(session))
    _view(screen).zoom(1)
    screen.show_subject(sealed)
    with qtbot.assertNotEmitted(screen.page_shown), qtbot.waitSignal(Background.shared().run(int).done):
        pass
    assert not _view(screen).has_picture


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
