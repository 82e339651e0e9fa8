"""A manager may look around with samples first, sees that they are samples, and comes back to their own data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.people import Manager
from scoring.state import Phase
from tests.ui.finding import find, press
from ui.app import App
from ui.theme import DESK
from ui.widgets.button import LinkButton
from ui.widgets.field import LineEdit
from ui.widgets.message_bar import MessageBar


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


def look_around(qtbot: QtBot, app: App) -> None:
    press(qtbot, app.window, "welcome.sample")
    qtbot.waitUntil(lambda: bool(sample_line(app)))


def sample_line(app: App) -> str:
    bar = app.window.messages.bar
    return bar.message() if bar.isVisible() else ""


def title(app: App) -> str:
    screen = app.window.current()
    return screen.objectName() if screen else ""


def test_the_welcome_leads_to_samples_and_says_so_on_every_screen(qtbot: QtBot, app: App) -> None:
    look_around(qtbot, app)
    assert title(app) == "screen.home"
    for place in ("nav.reps", "nav.calls", "nav.settings", "nav.home"):
        press(qtbot, app.window, place)
        assert "sample data" in sample_line(app)


def test_nothing_of_the_samples_gets_into_the_own_data(qtbot: QtBot, app: App) -> None:
    look_around(qtbot, app)
    assert app.session.reps() == []
    assert app.session.calls() == []
    assert app.session.manager == Manager()


def test_back_to_mine_leads_to_where_one_came_from(qtbot: QtBot, app: App) -> None:
    look_around(qtbot, app)
    press(qtbot, app.window, "message.action")
    assert title(app) == "screen.welcome"
    assert sample_line(app) == ""
    find(app.window, LineEdit, "welcome.name").setText("Dana Whitfield")


def test_one_can_look_around_again(qtbot: QtBot, app: App) -> None:
    look_around(qtbot, app)
    press(qtbot, app.window, "message.action")
    look_around(qtbot, app)
    assert title(app) == "screen.home"


def test_what_was_written_in_a_sample_stays_with_the_sample(qtbot: QtBot, app: App) -> None:
    look_around(qtbot, app)
    session = app.window.current().session  # pyright: ignore[reportOptionalMemberAccess]  a screen is shown
    (planned,) = session.calls_in(Phase.PLANNED)
    app.window.open_call(planned.call_id)
    qtbot.keyClicks(find(app.window, LineEdit, "teeup.purpose"), "Try it")
    assert "sample data" in sample_line(app)
    press(qtbot, app.window, "message.action")
    assert app.session.calls() == []


def test_the_live_screen_says_nothing_to_the_customer(qtbot: QtBot, app: App) -> None:
    look_around(qtbot, app)
    session = app.window.current().session  # pyright: ignore[reportOptionalMemberAccess]  a screen is shown
    (planned,) = session.calls_in(Phase.PLANNED)
    app.window.open_call(planned.call_id)
    press(qtbot, app.window, "teeup.sitin")
    assert title(app) == "screen.observe"
    assert sample_line(app) == ""


def test_the_line_comes_again_after_another_message(qtbot: QtBot, app: App) -> None:
    look_around(qtbot, app)
    bar = find(app.window, MessageBar, "")
    app.window.messages.offer_undo("The call is cancelled.", list)
    assert "cancelled" in bar.message()
    press(qtbot, app.window, "nav.reps")
    assert "sample data" in sample_line(app)
    assert find(app.window, LinkButton, "message.action").isVisible()


def test_a_screen_without_side_bar_covers_the_empty_desk(app: App) -> None:
    picture = app.frame.grab().toImage()
    assert title(app) == "screen.welcome"
    assert picture.pixelColor(5, 5) == QColor(DESK.ground)
