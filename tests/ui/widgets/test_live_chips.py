from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.finding import find
from tests.ui.looks import Look, every_look, settle, worn
from tests.ui.widgets.conftest import Stage
from ui.theme import LIVE, TARGET, wear
from ui.widgets.live_chips import LiveChip, LiveChips

PARTIES = [("rep", "Rep"), ("customer", "Customer"), ("me", "Me"), ("nobody", "Nobody")]


@pytest.fixture
def chips(stage: Stage) -> LiveChips:
    made = LiveChips("Who", PARTIES)
    window = stage(made, size=(240, 300))
    wear(window, LIVE)
    settle()
    return made


def _chip(chips: LiveChips, value: str) -> LiveChip:
    return find(chips, LiveChip, f"choice.{value}")


@pytest.mark.parametrize("value", [value for value, _ in PARTIES])
def test_a_press_tells_what_was_pressed(qtbot: QtBot, chips: LiveChips, value: str) -> None:
    with qtbot.waitSignal(chips.chosen) as told:
        qtbot.mousePress(_chip(chips, value), Qt.MouseButton.LeftButton)
    assert told.args == [value]


def test_a_press_alone_changes_nothing_on_show(qtbot: QtBot, chips: LiveChips) -> None:
    chips.set_chosen("rep")
    qtbot.mouseClick(_chip(chips, "me"), Qt.MouseButton.LeftButton)
    assert [value for value, _ in PARTIES if _chip(chips, value).isChecked()] == ["rep"]


def test_the_one_that_is_chosen_is_raised_and_said_to_be(chips: LiveChips) -> None:
    chips.set_chosen("me")
    image = _chip(chips, "me").grab().toImage()
    assert image.pixelColor(image.width() // 2, 3).name() == LIVE.raised
    assert QAccessible.queryAccessibleInterface(_chip(chips, "me")).state().checked == 1
    assert QAccessible.queryAccessibleInterface(_chip(chips, "rep")).state().checked == 0
    assert chips.accessibleName() == "Who"


def test_the_keys_come_to_the_one_that_is_chosen_or_else_to_the_first(chips: LiveChips) -> None:
    assert chips.first() is _chip(chips, "rep")
    chips.set_chosen("nobody")
    assert chips.first() is _chip(chips, "nobody")


def test_arrows_go_from_chip_to_chip_and_stop_at_the_ends(qtbot: QtBot, chips: LiveChips) -> None:
    _chip(chips, "rep").setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[str] = []
    for key in (*[Qt.Key.Key_Right] * 3, Qt.Key.Key_Down, Qt.Key.Key_Left, *[Qt.Key.Key_Up] * 3):
        focused = QApplication.focusWidget()
        assert isinstance(focused, LiveChip)
        qtbot.keyClick(focused, key)
        now = QApplication.focusWidget()
        assert isinstance(now, LiveChip)
        assert now.ring_visible
        visited.append(now.value)
    assert visited == ["customer", "me", "nobody", "nobody", "me", "customer", "rep", "rep"]


def test_return_presses_the_chip_that_has_the_keys(qtbot: QtBot, chips: LiveChips) -> None:
    _chip(chips, "rep").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(_chip(chips, "rep"), Qt.Key.Key_Right)
    with qtbot.waitSignal(chips.chosen) as told:
        qtbot.keyClick(_chip(chips, "customer"), Qt.Key.Key_Return)
    assert told.args == ["customer"]


def test_they_wrap_where_there_is_little_room_and_stay_large_enough_for_a_finger(chips: LiveChips) -> None:
    found = [_chip(chips, value) for value, _ in PARTIES]
    assert len({chip.y() for chip in found}) > 1
    assert max(chip.geometry().right() for chip in found) < chips.width()
    assert min(min(chip.width(), chip.height()) for chip in found) >= TARGET


@every_look
def test_a_long_name_takes_a_row_for_itself_and_is_whole(
    qapp: QApplication, stage: Stage, look: Look
) -> None:
    with worn(qapp, look):
        made = LiveChips("Skill", [("a", "Asks before answering any question at all"), ("b", "Stays calm")])
        stage(made, size=(260, 400))
        settle()
        assert find_clipped(made) == []


def test_others_can_be_offered_in_their_place(qtbot: QtBot, chips: LiveChips) -> None:
    chips.set_chosen("rep")
    chips.set_options([("asked", "Asked"), ("other", "Other")])
    settle()
    assert [chip.text() for chip in chips.stops()] == ["Asked", "Other"]
    assert not any(chip.isChecked() for chip in chips.stops())
    with qtbot.waitSignal(chips.chosen) as told:
        qtbot.mousePress(chips.stops()[1], Qt.MouseButton.LeftButton)
    assert told.args == ["other"]


def test_a_strip_has_room_for_three_beside_each_other(stage: Stage) -> None:
    made = LiveChips("Because", [("asked", "Asked"), ("facts", "Facts"), ("other", "Other")], narrow=True)
    stage(made, size=(230, 120))
    settle()
    assert len({chip.y() for chip in made.stops()}) == 1
    assert find_clipped(made) == []
