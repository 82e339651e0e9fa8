"""What one can do with a sheet of paper, on every screen that shows one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exports.page_file import draw_call, draw_tee_up
from exports.page_source import PageSource, page_source
from exports.raster import page_size, page_text
from scoring.preferences import Paper, Preferences, Sheet
from tests.builders import FakeClock
from tests.ui.finding import find, press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, settle, show, worn
from tests.ui.screens.pages import a_debriefed_call, a_planned_call
from ui.background import Background
from ui.save_dialog import SaveDialog
from ui.screens.call_sheet import CallSheetScreen
from ui.screens.page import PageScreen
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.page_view import Fit, PageView
from ui.widgets.text import Text

# The offscreen platform says so of every dialog.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

AnyScreen = PageScreen | CallSheetScreen
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Kind:
    """A screen that shows a paper: ``name`` as in its parts, a call that has one, how it is drawn, its file."""

    name: str
    screen: Callable[..., AnyScreen]
    call: Callable[..., UUID]
    draw: Callable[[PageSource, Sheet], object]
    file: str

    def __str__(self) -> str:
        return self.name


KINDS = (
    Kind("page", PageScreen, a_debriefed_call, draw_call, "2026-03-10 Northgate Dental ("),
    Kind(
        "callsheet",
        CallSheetScreen,
        a_planned_call,
        draw_tee_up,
        "2026-03-10 Northgate Dental call sheet (",
    ),
)


@pytest.fixture(params=KINDS, ids=str)
def kind(request: pytest.FixtureRequest) -> Kind:
    return request.param


@pytest.fixture(autouse=True)
def _no_file_manager(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: QDBusConnection("nobody is there"))


@pytest.fixture
def call_id(session: Session, clock: FakeClock, kind: Kind) -> UUID:
    session.save_preferences(Preferences(paper=Paper.A4))
    return kind.call(session, clock)


@pytest.fixture
def screen(qtbot: QtBot, session: Session, kind: Kind, call_id: UUID) -> AnyScreen:
    made = kind.screen(session)
    show(qtbot, made)
    with qtbot.waitSignal(made.page_shown):
        made.show_subject(call_id)
    return made


def _says(screen: AnyScreen, kind: Kind, part: str) -> str:
    text = find(screen, Text, f"{kind.name}.{part}")
    return text.accessibleName() if text.isVisible() else ""


def _view(screen: AnyScreen, kind: Kind) -> PageView:
    return find(screen, PageView, f"{kind.name}.view")


def _pdf(session: Session, kind: Kind, call_id: UUID) -> bytes:
    drawn = kind.draw(session.ask(lambda store: page_source(store, call_id)), "a4")
    return getattr(drawn, "pdf", b"")


def _save(qtbot: QtBot, screen: AnyScreen, path: Path) -> None:
    with qtbot.waitSignal(screen.page_saved):
        screen.save_to(path)


# Looking


def test_the_real_pdf_is_shown_and_its_words_are_there_for_a_screen_reader(
    session: Session, screen: AnyScreen, kind: Kind
) -> None:
    assert screen.is_ready
    view = _view(screen, kind)
    assert view.accessibleDescription() == page_text(_pdf(session, kind, screen.subject))
    assert view.accessibleName() == screen.title()


def test_the_next_thing_is_to_save_it(screen: AnyScreen, kind: Kind) -> None:
    assert screen.focusWidget() is find(screen, PaintedButton, f"{kind.name}.save")


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 595), (Paper.LETTER, 612)])
def test_the_paper_is_the_one_from_the_settings(
    qtbot: QtBot, session: Session, kind: Kind, call_id: UUID, tmp_path: Path, paper: Paper, width: int
) -> None:
    session.save_preferences(Preferences(paper=paper))
    screen = kind.screen(session)
    show(qtbot, screen)
    with qtbot.waitSignal(screen.page_shown):
        screen.show_subject(call_id)
    assert find(screen, ChoiceRow, f"{kind.name}.paper").chosen_values() == [paper.value]
    _save(qtbot, screen, tmp_path / "page.pdf")
    assert round(page_size((tmp_path / "page.pdf").read_bytes())[0]) == width


def test_another_paper_makes_it_anew(qtbot: QtBot, screen: AnyScreen, kind: Kind, tmp_path: Path) -> None:
    letter = find(screen, ChoiceRow, f"{kind.name}.paper").chips()[1]
    with qtbot.waitSignal(screen.page_shown):
        qtbot.mouseClick(letter, Qt.MouseButton.LeftButton)
    _save(qtbot, screen, tmp_path / "page.pdf")
    assert page_size((tmp_path / "page.pdf").read_bytes()) == (612, 792)


def test_what_takes_long_is_said_to_be_on_its_way(
    qtbot: QtBot, session: Session, kind: Kind, call_id: UUID
) -> None:
    screen = kind.screen(session, patience_ms=0)
    show(qtbot, screen)
    go_on = threading.Event()
    Background.shared().run(go_on.wait)
    screen.show_subject(call_id)
    qtbot.waitUntil(lambda: _says(screen, kind, "status") == "Getting it ready …")
    with qtbot.waitSignal(screen.page_shown):
        go_on.set()
    assert _says(screen, kind, "status") == ""


def test_the_keys_of_the_window_come_nearer_and_go_farther(
    qtbot: QtBot, screen: AnyScreen, kind: Kind
) -> None:
    view = _view(screen, kind)
    fitted = view.percent
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Plus, CTRL)
    nearer = view.percent
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Minus, CTRL)
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Minus, CTRL)
    assert view.percent < fitted < nearer


def test_a_key_of_the_window_fits_the_whole_page(qtbot: QtBot, screen: AnyScreen, kind: Kind) -> None:
    view = _view(screen, kind)
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Plus, CTRL)
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_0, CTRL)
    assert view.fit is Fit.PAGE
    assert find(screen, ChoiceRow, "zoom.fit").chosen_values() == ["page"]


# Saving


def test_saving_by_keyboard_writes_what_was_shown(
    qtbot: QtBot, session: Session, screen: AnyScreen, kind: Kind, tmp_path: Path
) -> None:
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_S, CTRL)
    dialog = find(screen, SaveDialog, "page.save_dialog")
    field = find(dialog, QLineEdit, "fileNameEdit")
    assert field.text().startswith(kind.file)
    field.setText(str(tmp_path / "mine"))
    with qtbot.waitSignal(screen.page_saved) as saved:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert saved.args == [tmp_path / "mine.pdf"]
    assert (tmp_path / "mine.pdf").read_bytes() == _pdf(session, kind, screen.subject)
    assert _says(screen, kind, "status") == f"Saved in {tmp_path} as mine.pdf."


def test_return_saves_without_any_other_key(qtbot: QtBot, screen: AnyScreen) -> None:
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert find(screen, SaveDialog, "page.save_dialog").isVisible()


def test_what_cannot_be_written_says_why_and_can_be_saved_again(
    qtbot: QtBot, screen: AnyScreen, kind: Kind, tmp_path: Path
) -> None:
    screen.save_to(tmp_path / "gone" / "page.pdf")
    qtbot.waitUntil(lambda: _says(screen, kind, "status").startswith("Not found"))
    assert not find(screen, PaintedButton, f"{kind.name}.open").isVisible()
    _save(qtbot, screen, tmp_path / "page.pdf")
    assert _says(screen, kind, "status").startswith("Saved")


def test_the_saved_file_and_its_folder_can_be_opened(
    qtbot: QtBot, screen: AnyScreen, kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls: list[str] = []

    def open_url(url: QUrl) -> bool:
        urls.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    _save(qtbot, screen, tmp_path / "page.pdf")
    press(qtbot, screen, f"{kind.name}.open")
    press(qtbot, screen, f"{kind.name}.folder")
    assert urls == [str(tmp_path / "page.pdf"), str(tmp_path)]


@pytest.mark.parametrize("link", ["open", "folder"])
def test_a_computer_that_opens_nothing_says_so_and_the_file_can_still_be_found(
    qtbot: QtBot, screen: AnyScreen, kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    def refuse(_url: QUrl) -> bool:
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    _save(qtbot, screen, tmp_path / "page.pdf")
    pressed = find(screen, PaintedButton, f"{kind.name}.{link}")
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    assert f"Open {tmp_path}" in _says(screen, kind, "not_opened")
    assert _says(screen, kind, "status") == f"Saved in {tmp_path} as page.pdf."
    assert screen.focusWidget() is pressed
    _save(qtbot, screen, tmp_path / "again.pdf")
    assert _says(screen, kind, "not_opened") == "", "of the file before"


# Printing


def _print_into(screen: AnyScreen, path: Path) -> None:
    dialog = screen.ask_how_to_print()
    assert dialog
    dialog.printer().setResolution(100)
    find(dialog, QLineEdit, "filename").setText(str(path))
    dialog.accept()


def test_printing_sends_it_to_the_printer(
    qtbot: QtBot, screen: AnyScreen, kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def native(_printer: QPrinter) -> QPrinter.OutputFormat:
        return QPrinter.OutputFormat.NativeFormat

    monkeypatch.setattr(QPrinter, "outputFormat", native)  # as a printer of paper has
    _print_into(screen, tmp_path / "printed.pdf")
    qtbot.waitUntil(lambda: _says(screen, kind, "status") == "It is on its way to the printer.")
    assert round(page_size((tmp_path / "printed.pdf").read_bytes())[0]) == 595
    assert not find(screen, PaintedButton, f"{kind.name}.open").isVisible()


def test_the_key_for_printing_opens_the_dialog(qtbot: QtBot, screen: AnyScreen) -> None:
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_P, CTRL)
    (dialog,) = screen.findChildren(QPrintDialog)
    assert dialog.isVisible()


def test_printing_into_a_pdf_is_the_same_as_saving_it(
    qtbot: QtBot, session: Session, screen: AnyScreen, kind: Kind, tmp_path: Path
) -> None:
    expected = _pdf(session, kind, screen.subject)
    with qtbot.waitSignal(screen.page_saved) as saved:
        _print_into(screen, tmp_path / "printed.pdf")
    assert saved.args == [tmp_path / "printed.pdf"]
    assert (tmp_path / "printed.pdf").read_bytes() == expected
    assert _says(screen, kind, "status") == f"Saved in {tmp_path} as printed.pdf."
    assert find(screen, PaintedButton, f"{kind.name}.open").isVisible()


# Beside the sheet


def _in_sight(part: QWidget, screen: AnyScreen) -> bool:
    seen = QRect(part.mapTo(screen.side, QPoint()), part.size())
    return part.isVisible() and screen.side.viewport().geometry().contains(seen)


@every_look
def test_saving_printing_and_what_became_of_it_are_in_sight_on_a_small_laptop(
    qapp: QApplication, qtbot: QtBot, session: Session, kind: Kind, call_id: UUID, tmp_path: Path, look: Look
) -> None:
    with worn(qapp, look):
        screen = kind.screen(session)
        show(qtbot, screen)
        with qtbot.waitSignal(screen.page_shown):
            screen.show_subject(call_id)
        _save(qtbot, screen, tmp_path / "2026-03-10 Northgate Dental (01AD9F7B).pdf")
        settle()
        for part in ("save", "print", "status", "open", "folder"):
            assert _in_sight(find(screen, QWidget, f"{kind.name}.{part}"), screen), part


def test_the_tab_key_goes_from_saving_to_the_saved_file_and_then_to_the_paper(
    qtbot: QtBot, screen: AnyScreen, kind: Kind, tmp_path: Path
) -> None:
    _save(qtbot, screen, tmp_path / "page.pdf")
    for part in ("print", "open", "folder"):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        assert screen.focusWidget() is find(screen, PaintedButton, f"{kind.name}.{part}")
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    assert screen.focusWidget() is find(screen, ChoiceRow, f"{kind.name}.paper").chips()[0]


# Leaving


def test_a_picture_that_comes_too_late_is_not_shown(qtbot: QtBot, screen: AnyScreen, kind: Kind) -> None:
    _view(screen, kind).zoom(1)
    screen.show_no_paper()
    with qtbot.assertNotEmitted(screen.page_shown), qtbot.waitSignal(Background.shared().run(int).done):
        pass
    assert not _view(screen, kind).has_picture
    assert screen.ask_how_to_print() is None


@every_look
def test_all_can_be_read(
    qapp: QApplication, qtbot: QtBot, session: Session, kind: Kind, call_id: UUID, tmp_path: Path, look: Look
) -> None:
    with worn(qapp, look):
        screen = kind.screen(session)
        show(qtbot, screen)
        with qtbot.waitSignal(screen.page_shown):
            screen.show_subject(call_id)
        _save(qtbot, screen, tmp_path / "page.pdf")
        assert_all_can_be_read(screen)
