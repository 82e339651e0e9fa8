from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exports.overview import plan_in
from scoring.cadence import two_step_plan
from scoring.people import Manager
from scoring.preferences import Paper, Preferences
from tests.ui.finding import find
from tests.ui.looks import show
from tests.ui.screens.aftercall import everything_said_by
from ui.screens.settings import NAMED, NEUTRAL, SettingsScreen
from ui.session import Session
from ui.widgets.choice_row import Chip, ChoiceRow
from ui.widgets.field import LineEdit
from ui.widgets.spin_fields import MonthsField
from ui.window_state import WindowState


@pytest.fixture
def screen(qtbot: QtBot, session: Session, tmp_path: Path) -> SettingsScreen:
    shown = SettingsScreen(session, WindowState(tmp_path))
    show(qtbot, shown)
    shown.show_now()
    return shown


def _chip(screen: SettingsScreen, row: str, value: str) -> Chip:
    return next(chip for chip in find(screen, ChoiceRow, row).chips() if chip.value == value)


def _choose(qtbot: QtBot, screen: SettingsScreen, row: str, value: str) -> None:
    qtbot.mouseClick(_chip(screen, row, value), Qt.MouseButton.LeftButton)


def test_what_is_written_is_kept_on_leaving(qtbot: QtBot, session: Session, screen: SettingsScreen) -> None:
    for name, words in (("name", " Jr."), ("title", ", North"), ("organisation", " GmbH")):
        qtbot.keyClicks(find(screen, LineEdit, f"settings.{name}"), words)
    screen.leave()
    assert session.manager == Manager(
        name="Dana Whitfield Jr.", title="Sales manager, North", organisation="Larkfield GmbH"
    )


def test_an_empty_name_does_not_take_the_name_away(
    qtbot: QtBot, session: Session, screen: SettingsScreen
) -> None:
    find(screen, LineEdit, "settings.name").clear()
    screen.leave()
    assert session.manager.name == "Dana Whitfield"


def test_looking_changes_nothing(session: Session, screen: SettingsScreen) -> None:
    before = session.manager
    screen.leave()
    assert session.manager is before


@pytest.mark.parametrize("paper", list(Paper))
def test_the_paper_is_kept_and_shown(
    qtbot: QtBot, session: Session, screen: SettingsScreen, paper: Paper
) -> None:
    _choose(qtbot, screen, "settings.paper", paper)
    assert session.preferences == Preferences(paper=paper)
    assert find(screen, ChoiceRow, "settings.paper").chosen_values() == [paper]


def test_the_face_of_the_live_screen_is_kept_and_shown(
    qtbot: QtBot, session: Session, screen: SettingsScreen
) -> None:
    faces = find(screen, ChoiceRow, "settings.face")
    assert faces.chosen_values() == [NEUTRAL]
    for value, neutral in ((NAMED, False), (NEUTRAL, True)):
        _choose(qtbot, screen, "settings.face", value)
        assert (session.preferences.neutral_face, faces.chosen_values()) == (neutral, [value])


def test_a_choice_takes_neither_the_keys_nor_what_is_being_written(
    qtbot: QtBot, screen: SettingsScreen
) -> None:
    name = find(screen, LineEdit, "settings.name")
    qtbot.keyClicks(name, " Jr.")
    chip = _chip(screen, "settings.paper", Paper.LETTER)
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert screen.focusWidget() is chip
    assert name.text() == "Dana Whitfield Jr."


def test_the_size_of_the_text_is_kept_and_told(
    qtbot: QtBot, session: Session, screen: SettingsScreen, tmp_path: Path
) -> None:
    with qtbot.waitSignal(screen.text_size_changed):
        _choose(qtbot, screen, "settings.text", "150")
    assert WindowState(tmp_path).text_percent == 150


def test_it_says_where_the_data_lies(session: Session, screen: SettingsScreen) -> None:
    said = everything_said_by(screen)
    assert str(session.folder) in said
    assert "close Second Chair, then copy" in said, "a copy of an open file may be torn"


def test_how_often_to_ride_along_is_kept_and_shown(
    qtbot: QtBot, session: Session, screen: SettingsScreen
) -> None:
    fields = [find(screen, MonthsField, name) for name in ("plan.first", "plan.at_first", "plan.then")]
    assert [field.value() for field in fields] == [3, 1, 3]
    for field, months in zip(fields, (6, 2, 0), strict=True):
        field.setValue(months)
    assert session.ask(plan_in) == two_step_plan(6, 2, 0)
    screen.show_now()
    assert [field.value() for field in fields] == [6, 2, 0]


def test_the_strip_has_a_face_of_its_own(qtbot: QtBot, session: Session, screen: SettingsScreen) -> None:
    _choose(qtbot, screen, "settings.strip", NAMED)
    assert session.preferences == Preferences(neutral_strip=False)


@pytest.mark.parametrize("seconds", [30, 0])
def test_how_long_one_may_speak_is_kept_and_shown(
    qtbot: QtBot, session: Session, screen: SettingsScreen, seconds: int
) -> None:
    _choose(qtbot, screen, "settings.long_floor", str(seconds))
    assert session.preferences.long_floor_s == seconds
    assert find(screen, ChoiceRow, "settings.long_floor").chosen_values() == [str(seconds)]
