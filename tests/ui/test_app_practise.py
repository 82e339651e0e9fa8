"""A manager practises in a folder of its own: their own data stays as it is, and nothing of the practice is left."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui.practise
from scoring.errors import KnownError
from scoring.people import Manager
from tests.builders import a_rep
from tests.ui.finding import find, press
from ui.app import App
from ui.collector import Collector
from ui.session import Session
from ui.widgets.button import PrimaryButton
from ui.widgets.field import LineEdit
from ui.widgets.live_button import LiveButton

FULL = KnownError("The disk is full", "Make some room.")


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    """The program at its first start."""
    made = App(qapp, tmp_path / "data")
    qtbot.addWidget(made.frame)
    with qtbot.waitSignal(made.session.opened):
        made.start()
    yield made
    made.frame.close()
    made.close()
    made.deleteLater()


@pytest.fixture
def home(app: App) -> App:
    """The program of somebody who has said who they are and has a rep."""
    app.session.save_manager(Manager(name="Dana Whitfield"))
    app.session.save_rep(a_rep("Priya Nair"))
    app.window.open_first()
    return app


def _place(app: App) -> str:
    screen = app.window.current()
    return screen.objectName() if screen else ""


def _line(app: App) -> str:
    bar = app.window.messages.bar
    return bar.message() if bar.isVisible() else ""


def _folder(app: App) -> Path:
    screen = app.window.current()
    assert screen is not None
    return screen.session.folder


def _practise(qtbot: QtBot, app: App, link: str = "home.practise") -> None:
    press(qtbot, app.window, link)
    qtbot.waitUntil(lambda: _place(app) == "screen.practise")


def _end(qtbot: QtBot, app: App) -> None:
    qtbot.mousePress(find(app.window, LiveButton, "observe.end"), Qt.MouseButton.LeftButton)


def test_it_is_said_throughout_but_on_the_live_screen(qtbot: QtBot, home: App) -> None:
    _practise(qtbot, home)
    assert _line(home) == "You are practising."
    press(qtbot, home.window, "practise.start")
    assert _place(home) == "screen.observe"
    assert _line(home) == ""
    _end(qtbot, home)
    assert _place(home) == "screen.closeness"
    assert _line(home) == "You are practising."


def test_return_is_enough_to_begin(qtbot: QtBot, home: App) -> None:
    _practise(qtbot, home)
    focused = home.frame.focusWidget()
    assert focused is find(home.window, PrimaryButton, "practise.start")
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert _place(home) == "screen.observe"
    assert home.frame.focusWidget() is home.window.current()


class Circle:
    """Garbage that only a collector finds."""

    def __init__(self) -> None:
        self.me = self


def _old_garbage() -> weakref.ref[Circle]:
    circle = Circle()
    gc.collect()
    return weakref.ref(circle)


def test_a_practice_call_is_kept_from_standing_still_like_any_other(qtbot: QtBot, home: App) -> None:
    (collector,) = home.findChildren(Collector)
    _practise(qtbot, home)
    press(qtbot, home.window, "practise.start")
    old = _old_garbage()
    collector.collect()
    assert old() is not None, "a pass over everything takes 20 ms"
    _end(qtbot, home)
    collector.collect()
    assert old() is None


@pytest.mark.parametrize("way", ["closeness.back", "message.action"])
def test_after_practising_one_is_back_home_and_nothing_is_left(qtbot: QtBot, home: App, way: str) -> None:
    _practise(qtbot, home)
    folder = _folder(home)
    assert folder != home.session.folder
    press(qtbot, home.window, "practise.start")
    _end(qtbot, home)
    press(qtbot, home.window, way)
    assert _place(home) == "screen.home"
    assert _line(home) == ""
    assert not folder.exists()
    assert [rep.name for rep in home.session.reps()] == ["Priya Nair"]
    assert home.session.calls() == []


def test_leaving_before_the_start_leaves_nothing_behind(qtbot: QtBot, home: App) -> None:
    _practise(qtbot, home)
    folder = _folder(home)
    press(qtbot, home.window, "message.action")
    assert _place(home) == "screen.home"
    assert not folder.exists()


def test_closing_the_window_in_the_middle_leaves_nothing_behind(qtbot: QtBot, home: App) -> None:
    _practise(qtbot, home)
    folder = _folder(home)
    press(qtbot, home.window, "practise.start")
    assert home.frame.close()
    home.close()
    assert not folder.exists()
    reopened = Session(home.session.folder)
    with qtbot.waitSignal(reopened.opened):
        reopened.start()
    assert [rep.name for rep in reopened.reps()] == ["Priya Nair"]
    assert reopened.calls() == []
    assert reopened.manager == Manager(name="Dana Whitfield")
    reopened.close()


def test_one_can_practise_again_and_again(qtbot: QtBot, home: App) -> None:
    for _ in range(2):
        _practise(qtbot, home)
        press(qtbot, home.window, "message.action")
    assert _place(home) == "screen.home"


def test_the_welcome_leads_to_it_too_and_keeps_what_was_written(qtbot: QtBot, app: App) -> None:
    qtbot.keyClicks(find(app.window, LineEdit, "welcome.name"), "Dana")
    _practise(qtbot, app, "welcome.practise")
    press(qtbot, app.window, "message.action")
    assert _place(app) == "screen.welcome"
    assert find(app.window, LineEdit, "welcome.name").text() == "Dana"


def test_who_practises_while_looking_at_samples_comes_back_to_their_own(qtbot: QtBot, app: App) -> None:
    press(qtbot, app.window, "welcome.sample")
    qtbot.waitUntil(lambda: "sample data" in _line(app))
    samples = _folder(app)
    _practise(qtbot, app)
    assert not samples.exists()
    assert _line(app) == "You are practising."
    press(qtbot, app.window, "message.action")
    assert _place(app) == "screen.welcome"
    assert app.session.reps() == []


def test_pressing_twice_practises_once(qtbot: QtBot, home: App) -> None:
    press(qtbot, home.window, "home.practise")
    press(qtbot, home.window, "home.practise")
    qtbot.waitUntil(lambda: _place(home) == "screen.practise")
    press(qtbot, home.window, "message.action")
    assert _place(home) == "screen.home"


def test_where_there_is_no_room_for_it_that_is_said_and_it_can_be_tried_again(
    qtbot: QtBot, home: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(_session: Session) -> Future[UUID]:
        raise FULL

    with monkeypatch.context() as patch:
        patch.setattr(ui.practise, "write_practice", fill)
        press(qtbot, home.window, "home.practise")
        qtbot.waitUntil(lambda: "disk is full" in _line(home))
    assert _place(home) == "screen.home"
    _practise(qtbot, home)
