from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.nav_bar import NavBar


@pytest.fixture
def bar(qtbot: QtBot) -> NavBar:
    made = NavBar("Second Chair", (("home", "Home"), ("reps", "Reps")), (("settings", "Settings"),))
    qtbot.addWidget(made)
    made.resize(made.sizeHint().width(), 500)
    made.show()
    return made


def test_a_click_asks_to_go_there(qtbot: QtBot, bar: NavBar) -> None:
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(bar.button("reps"), Qt.MouseButton.LeftButton)
    assert told.args == ["reps"]


def test_arrows_and_return_reach_the_settings_at_the_bottom(qtbot: QtBot, bar: NavBar) -> None:
    bar.set_current("home")
    bar.button("home").setFocus()
    qtbot.keyClick(bar.button("home"), Qt.Key.Key_Down)
    qtbot.keyClick(bar.button("reps"), Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.keyClick(bar.button("settings"), Qt.Key.Key_Return)
    assert told.args == ["settings"]


def test_one_place_is_shown_as_current(bar: NavBar) -> None:
    bar.set_current("reps")
    assert [bar.button(key).isChecked() for key in ("home", "reps", "settings")] == [False, True, False]
    bar.set_current(None)
    assert not bar.button("reps").isChecked()


def test_settings_stand_at_the_lower_end(bar: NavBar) -> None:
    assert bar.button("settings").geometry().bottom() > bar.height() - 40


def test_an_entry_says_what_waits_there(bar: NavBar) -> None:
    bar.set_text("reps", "Reps, 3 waiting")
    assert bar.button("reps").text() == "Reps, 3 waiting"
