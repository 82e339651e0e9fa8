"""A copy takes the place of everything, and everything is opened anew."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.backups import back_up, look_into
from scoring import paths
from scoring.errors import KnownError
from scoring.people import Manager
from tests.builders import a_rep, a_tee_up
from tests.ui.finding import find, press
from ui.app import App
from ui.theme import apply_theme
from ui.widgets.field import LineEdit


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    """The program of somebody who has said who they are."""
    made = App(qapp, tmp_path / "data")
    qtbot.addWidget(made.frame)
    with qtbot.waitSignal(made.session.opened):
        made.start()
    made.session.save_manager(Manager(name="Dana Whitfield"))
    made.window.open_first()
    yield made
    made.frame.close()
    made.close()
    made.deleteLater()
    apply_theme(qapp)


def restore(qtbot: QtBot, app: App, copy: Path) -> None:
    look = look_into(copy, app.session.folder)
    with qtbot.waitSignal(app.session.replaced):
        app.session.replace_data(look.prepared)
        assert not app.frame.isEnabled(), "nothing can be written while it is replaced"


def test_all_is_opened_anew_and_can_be_taken_back(qtbot: QtBot, app: App) -> None:
    copy = back_up(app.session.folder)
    rep = a_rep("Priya Nair")
    app.session.save_rep(rep)
    call = app.session.add_call(rep.id, a_tee_up(focus_skills=()))
    app.session.save_manager(Manager(name="Dana Whitfield Jr."))
    app.window.open_call(call)
    before = weakref.ref(app.window)
    restore(qtbot, app, copy)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert before() is None
    assert app.frame.isEnabled()
    assert (app.session.reps(), app.session.manager.name) == ([], "Dana Whitfield")
    screen = app.window.current()
    assert screen is not None
    assert screen.objectName() == "screen.home"
    assert "is in place now" in app.window.messages.bar.message()
    with qtbot.waitSignal(app.session.replaced):
        press(qtbot, app.window, "message.action")
    assert app.session.reps() == [rep]
    assert app.session.state(call).tee_up == a_tee_up(focus_skills=())
    assert app.session.manager.name == "Dana Whitfield Jr."


def test_where_it_fails_the_window_is_there_again_and_says_why(qtbot: QtBot, app: App) -> None:
    app.session.save_rep(a_rep("Priya Nair"))
    window = app.window
    with qtbot.waitSignal(app.session.not_replaced):
        app.session.replace_data(app.session.folder / paths.COMING / "gone.db")
    assert app.frame.isEnabled()
    assert app.window is window
    assert "Not found" in app.window.messages.bar.message()
    assert len(app.session.reps()) == 1


def test_what_is_being_written_goes_into_the_copy_of_what_was_here(qtbot: QtBot, app: App) -> None:
    rep = a_rep("Priya Nair")
    app.session.save_rep(rep)
    copy = back_up(app.session.folder)
    app.window.open_subject("editrep", rep.id)
    qtbot.keyClicks(find(app.window, LineEdit, "rep.team"), "North")
    restore(qtbot, app, copy)
    assert app.session.rep(rep.id).team == ""
    with qtbot.waitSignal(app.session.replaced):
        press(qtbot, app.window, "message.action")
    assert app.session.rep(rep.id).team == "North"


def test_what_cannot_be_kept_calls_it_off(qtbot: QtBot, app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise KnownError("The disk is full", "Make some room.")

    rep = a_rep("Priya Nair")
    app.session.save_rep(rep)
    look = look_into(back_up(app.session.folder), app.session.folder)
    app.window.open_subject("editrep", rep.id)
    qtbot.keyClicks(find(app.window, LineEdit, "rep.team"), "North")
    with monkeypatch.context() as patch, qtbot.waitSignal(app.session.not_replaced):
        patch.setattr(app.session, "save_rep", full)
        app.session.replace_data(look.prepared)
    assert "The disk is full" in app.window.messages.bar.message()
    assert find(app.window, LineEdit, "rep.team").text() == "North"
