from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
import wakepy
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, Qt, QTime
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.errors import KnownError
from scoring.people import Manager
from tests.builders import a_rep, a_tee_up
from tests.ui.finding import find, press
from ui.app import App, locale_of_texts
from ui.session import Session
from ui.theme import apply_theme, text_scale
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LineEdit
from ui.window_state import WindowState


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, folder: Path) -> Iterator[App]:
    """The program of somebody who has said who they are."""
    made = _started(qapp, qtbot, folder)
    made.session.save_manager(Manager(name="Dana Whitfield"))
    made.window.open_first()
    yield made
    _ended(made)
    apply_theme(qapp)


def _started(qapp: QApplication, qtbot: QtBot, folder: Path) -> App:
    app = App(qapp, folder)
    qtbot.addWidget(app.frame)
    with qtbot.waitSignal(app.session.opened):
        app.start()
    return app


def _ended(app: App) -> None:
    app.frame.close()
    app.close()
    app.deleteLater()


@pytest.mark.parametrize(
    ("region", "day", "time"),
    [("de_DE", "3 December", "14:00"), ("he_IL", "3 December", "14:00"), ("en_GB", "3 December", "14:00")],
)
def test_days_are_said_in_the_language_of_the_texts_and_times_as_the_region_writes_them(
    region: str, day: str, time: str
) -> None:
    locale = locale_of_texts(QLocale(region))
    assert locale.toString(QDate(2026, 12, 3), "d MMMM") == day
    assert locale.toString(QTime(14, 0), QLocale.FormatType.ShortFormat) == time
    assert locale.textDirection() == Qt.LayoutDirection.LeftToRight, "English is read from the left"


def _place(app: App) -> str:
    screen = app.window.current()
    return screen.objectName() if screen else ""


def _choose_text(qtbot: QtBot, app: App, percent: str) -> None:
    app.window.open_place("settings")
    chips = {chip.value: chip for chip in find(app.window, ChoiceRow, "settings.text").chips()}
    qtbot.mouseClick(chips[percent], Qt.MouseButton.LeftButton)


def _a_call(session: Session) -> UUID:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    return session.add_call(rep.id, a_tee_up(focus_skills=()))


def test_it_starts_with_a_greeting_and_then_at_home(qapp: QApplication, qtbot: QtBot, folder: Path) -> None:
    first = _started(qapp, qtbot, folder)
    assert _place(first) == "screen.welcome"
    first.session.save_manager(Manager(name="Dana Whitfield"))
    _ended(first)
    second = _started(qapp, qtbot, folder)
    assert _place(second) == "screen.home"
    _ended(second)


def test_another_text_size_makes_everything_larger_and_keeps_what_is_written(
    qtbot: QtBot, app: App, folder: Path
) -> None:
    app.window.open_place("settings")
    qtbot.keyClicks(find(app.window, LineEdit, "settings.name"), " Jr.")
    _choose_text(qtbot, app, "150")
    assert text_scale() == 1.5
    assert _place(app) == "screen.settings"
    assert app.session.manager.name == "Dana Whitfield Jr."
    assert find(app.window, LineEdit, "settings.name").text() == "Dana Whitfield Jr."
    assert find(app.window, ChoiceRow, "settings.text").chosen_values() == ["150"]
    assert WindowState(folder).text_percent == 150


def test_the_next_start_has_the_same_text_size(qapp: QApplication, qtbot: QtBot, folder: Path) -> None:
    WindowState(folder).text_percent = 150
    app = _started(qapp, qtbot, folder)
    assert text_scale() == 1.5
    _ended(app)
    apply_theme(qapp)


def test_the_window_before_dies_when_the_text_size_changes(qtbot: QtBot, app: App) -> None:
    before = weakref.ref(app.window)
    for percent in ("125", "100"):
        _choose_text(qtbot, app, percent)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert before() is None


def test_a_running_call_goes_on_after_the_text_size_was_changed(qtbot: QtBot, app: App) -> None:
    call_id = _a_call(app.session)
    app.session.book(call_id).start()
    _choose_text(qtbot, app, "125")
    app.window.open_call(call_id)
    assert _place(app) == "screen.observe"
    app.session.book(call_id).moment()
    qtbot.waitUntil(lambda: not app.session.pending)


def test_the_computer_stays_awake_in_a_call_until_the_program_ends(
    qapp: QApplication, qtbot: QtBot, folder: Path
) -> None:
    app = _started(qapp, qtbot, folder)
    app.session.book(_a_call(app.session)).start()
    qtbot.waitUntil(lambda: [mode.active for mode in wakepy.global_modes()] == [True])
    _ended(app)
    qtbot.waitUntil(lambda: wakepy.global_modes() == [])


def test_closing_the_window_writes_everything(qapp: QApplication, qtbot: QtBot, folder: Path) -> None:
    app = _started(qapp, qtbot, folder)
    call_id = _a_call(app.session)
    app.session.book(call_id).start()
    app.window.open_call(call_id)
    moments = {app.session.book(call_id).moment().id for _ in range(50)}
    _ended(app)
    again = _started(qapp, qtbot, folder)
    assert moments <= set(again.session.state(call_id).standing)
    _ended(again)


def test_a_tee_up_that_is_being_written_is_there_after_closing(
    qapp: QApplication, qtbot: QtBot, folder: Path
) -> None:
    app = _started(qapp, qtbot, folder)
    call_id = _a_call(app.session)
    app.window.open_call(call_id)
    qtbot.keyClicks(find(app.window, LineEdit, "teeup.people"), "Dr Ames")
    _ended(app)
    again = _started(qapp, qtbot, folder)
    assert again.session.state(call_id).tee_up.people_met == "Dr Ames"
    _ended(again)


def test_the_worlds_fault_is_a_sentence(app: App) -> None:
    error = KnownError("The disk is full", "Make some room.")
    app.report(KnownError, error, None)
    assert app.window.messages.bar.message() == "The disk is full. Make some room."


def test_a_bug_is_said_and_printed_for_a_developer(
    qtbot: QtBot, app: App, capsys: pytest.CaptureFixture[str]
) -> None:
    error = ValueError("the tally went below zero")
    app.report(ValueError, error, None)
    assert "What you saved is safe" in app.window.messages.bar.message()
    assert "the tally went below zero" in capsys.readouterr().err
    press(qtbot, app.window, "message.action")
    assert "the tally went below zero" in QApplication.clipboard().text()


def test_the_title_of_the_window_follows_the_screen(app: App) -> None:
    assert app.frame.windowTitle() == "Second Chair"
    call_id = _a_call(app.session)
    app.session.book(call_id).start()
    app.window.open_call(call_id)
    assert app.frame.windowTitle() == "Notes"
    app.window.open_place("home")
    assert app.frame.windowTitle() == "Second Chair"
