from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoring.people import Manager
from tests.ui.finding import find, press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.app import App
from ui.screens.welcome import WelcomeScreen
from ui.session import Session
from ui.widgets.button import PrimaryButton
from ui.widgets.field import LineEdit


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> WelcomeScreen:
    """The welcome, as long as nobody has said who they are."""
    session.save_manager(Manager())
    made = WelcomeScreen(session)
    show(qtbot, made)
    made.show_now()
    return made


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    """The program at its first start."""
    made = App(qapp, tmp_path / "first")
    qtbot.addWidget(made.frame)
    with qtbot.waitSignal(made.session.opened):
        made.start()
    yield made
    made.frame.close()
    made.close()
    made.deleteLater()


def _write(qtbot: QtBot, root: QWidget, name: str, words: str) -> None:
    qtbot.keyClicks(find(root, LineEdit, f"welcome.{name}"), words)


def _written(root: QWidget) -> list[str]:
    return [find(root, LineEdit, f"welcome.{name}").text() for name in ("name", "title", "organisation")]


def test_a_name_is_all_it_takes(qtbot: QtBot, session: Session, screen: WelcomeScreen) -> None:
    _write(qtbot, screen, "name", "Dana Whitfield")
    with qtbot.waitSignal(screen.place_requested) as gone:
        press(qtbot, screen, "welcome.begin")
    assert gone.args == ["home"]
    assert session.manager == Manager(name="Dana Whitfield")


def test_who_one_is_is_kept(qtbot: QtBot, session: Session, screen: WelcomeScreen) -> None:
    for name, words in (
        ("name", "Dana Whitfield"),
        ("title", "Head of sales"),
        ("organisation", "Larkfield"),
    ):
        _write(qtbot, screen, name, words)
    press(qtbot, screen, "welcome.begin")
    stored = session.ask(lambda store: store.settings.get("manager", Manager, Manager()))
    assert stored == Manager(name="Dana Whitfield", title="Head of sales", organisation="Larkfield")


def test_it_is_done_by_keyboard_alone_in_reading_order(
    qtbot: QtBot, session: Session, screen: WelcomeScreen
) -> None:
    for words in ("Dana Whitfield", "Head of sales", "Larkfield"):
        field = screen.focusWidget()
        assert field is not None
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert screen.focusWidget() is find(screen, PrimaryButton, "welcome.begin")
    with qtbot.waitSignal(screen.place_requested):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert session.manager == Manager(name="Dana Whitfield", title="Head of sales", organisation="Larkfield")


def test_return_in_the_name_begins(qtbot: QtBot, session: Session, screen: WelcomeScreen) -> None:
    _write(qtbot, screen, "name", "Dana Whitfield")
    with qtbot.waitSignal(screen.place_requested):
        qtbot.keyClick(find(screen, LineEdit, "welcome.name"), Qt.Key.Key_Return)
    assert session.manager.name == "Dana Whitfield"


@pytest.mark.parametrize("blank", ["", "   "], ids=["empty", "spaces"])
def test_without_a_name_the_keys_go_where_it_belongs(
    qtbot: QtBot, session: Session, screen: WelcomeScreen, blank: str
) -> None:
    _write(qtbot, screen, "name", blank)
    title = find(screen, LineEdit, "welcome.title")
    title.setFocus()
    with qtbot.assertNotEmitted(screen.place_requested):
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert screen.focusWidget() is find(screen, LineEdit, "welcome.name")
    assert not find(screen, PrimaryButton, "welcome.begin").isEnabled()
    assert session.manager == Manager()


@pytest.mark.parametrize("name", ["שרה כהן", "👩‍👩‍👧 <b>Dana</b> & Co", "D\u0007ana\tW", "x" * 100_000])
def test_a_name_is_kept_exactly_as_it_is_pasted(
    qtbot: QtBot, session: Session, screen: WelcomeScreen, name: str
) -> None:
    QApplication.clipboard().setText(name)
    find(screen, LineEdit, "welcome.name").paste()
    press(qtbot, screen, "welcome.begin")
    assert session.manager.name == name


def test_what_was_written_is_still_there_after_looking_around(qtbot: QtBot, app: App) -> None:
    _write(qtbot, app.window, "name", "Dana Whitf")
    _write(qtbot, app.window, "title", "Head of sales")
    press(qtbot, app.window, "welcome.sample")
    qtbot.waitUntil(lambda: "sample" in app.window.messages.bar.message())
    press(qtbot, app.window, "message.action")
    assert _written(app.window) == ["Dana Whitf", "Head of sales", ""]
    _write(qtbot, app.window, "name", "ield")
    press(qtbot, app.window, "welcome.begin")
    assert app.session.manager == Manager(name="Dana Whitfield", title="Head of sales")


def test_one_can_practise_before_saying_who_one_is(qtbot: QtBot, screen: WelcomeScreen) -> None:
    with qtbot.waitSignal(screen.place_requested) as requested:
        press(qtbot, screen, "welcome.practise")
    assert requested.args == ["practise"]


@every_look
def test_it_can_be_read_in_every_look(qapp: QApplication, qtbot: QtBot, session: Session, look: Look) -> None:
    with worn(qapp, look):
        screen = WelcomeScreen(session)
        show(qtbot, screen)
        screen.show_now()
        assert_all_can_be_read(screen)
