from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.field import LineEdit
from ui.widgets.press_button import PressButton


class Hand:
    """Presses buttons at times of its own and remembers what they told."""

    def __init__(self) -> None:
        self.now = 1_000
        self.taps = 0

    def clock(self) -> int:
        return self.now

    def on_tapped(self) -> None:
        self.taps += 1


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def button(stage: Stage, hand: Hand) -> PressButton:
    made = PressButton("Mark", clock=hand.clock)
    made.tapped.connect(hand.on_tapped)
    stage(made, LineEdit())
    return made


def test_the_press_counts_and_not_the_release(qtbot: QtBot, button: PressButton, hand: Hand) -> None:
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert hand.taps == 1
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert hand.taps == 1


@pytest.mark.parametrize(("gap", "taps"), [(0, 1), (179, 1), (180, 2), (2_000, 2)])
def test_a_bouncing_finger_is_one_tap(
    qtbot: QtBot, button: PressButton, hand: Hand, gap: int, taps: int
) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    hand.now += gap
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert hand.taps == taps


def test_a_double_click_of_two_real_presses_counts_twice(
    qtbot: QtBot, button: PressButton, hand: Hand
) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    hand.now += 250
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert hand.taps == 2


def test_a_screen_reader_can_press_it(button: PressButton, hand: Hand) -> None:
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    actions.doAction("Press")
    assert hand.taps == 1


def test_two_fingers_on_two_buttons_both_count(stage: Stage) -> None:
    left, right = Hand(), Hand()
    buttons = [PressButton("Seen", clock=left.clock), PressButton("Missed", clock=right.clock)]
    buttons[0].tapped.connect(left.on_tapped)
    buttons[1].tapped.connect(right.on_tapped)
    stage(*buttons)
    device = QTest.createTouchDevice()
    fingers = QTest.touchEvent(buttons[0].window(), device)
    for number, button in enumerate(buttons):
        fingers.press(number, button.mapTo(button.window(), QPoint(5, 5)), button.window())
    fingers.commit()
    assert (left.taps, right.taps) == (1, 1)


def test_a_held_press_is_told_once_after_the_tap(qtbot: QtBot, button: PressButton, hand: Hand) -> None:
    with qtbot.waitSignal(button.held, timeout=2_000):
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert hand.taps == 1


def test_letting_go_early_is_no_hold(qtbot: QtBot, button: PressButton) -> None:
    with qtbot.assertNotEmitted(button.held, wait=600):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_click_leaves_the_keyboard_where_it_was(qtbot: QtBot, button: PressButton) -> None:
    field = button.window().findChild(LineEdit)
    assert field is not None
    field.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.hasFocus()


def test_return_presses_only_once_tab_has_been_used(qtbot: QtBot, button: PressButton, hand: Hand) -> None:
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert hand.taps == 0
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert hand.taps == 1


def test_space_is_left_to_the_screen(qtbot: QtBot, button: PressButton, hand: Hand) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert hand.taps == 0


def test_a_disabled_button_cannot_be_tapped_by_its_key(button: PressButton, hand: Hand) -> None:
    button.setEnabled(False)
    button.tap()
    assert hand.taps == 0


@pytest.fixture
def lifted(button: PressButton) -> PressButton:
    """One that stands where fingers scroll."""
    button.act_on_lift()
    return button


def test_where_fingers_scroll_the_finger_that_leaves_counts(
    qtbot: QtBot, lifted: PressButton, hand: Hand
) -> None:
    qtbot.mousePress(lifted, Qt.MouseButton.LeftButton)
    assert hand.taps == 0
    assert lifted.isDown()
    qtbot.mouseRelease(lifted, Qt.MouseButton.LeftButton)
    assert hand.taps == 1
    assert not lifted.isDown()


@pytest.mark.parametrize(("moved", "taps"), [(2, 1), (40, 0)])
def test_a_finger_that_moves_on_scrolls_and_presses_nothing(
    qtbot: QtBot, lifted: PressButton, hand: Hand, moved: int, taps: int
) -> None:
    qtbot.mousePress(lifted, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    qtbot.mouseMove(lifted, QPoint(60 - moved, 20))
    qtbot.mouseRelease(lifted, Qt.MouseButton.LeftButton, pos=QPoint(60 - moved, 20))
    assert hand.taps == taps


def test_where_fingers_scroll_nothing_is_held(qtbot: QtBot, lifted: PressButton) -> None:
    with qtbot.assertNotEmitted(lifted.held, wait=600):
        qtbot.mousePress(lifted, Qt.MouseButton.LeftButton)


def test_where_fingers_scroll_keys_and_screen_readers_press_as_ever(
    qtbot: QtBot, lifted: PressButton, hand: Hand
) -> None:
    lifted.clearFocus()
    lifted.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(lifted, Qt.Key.Key_Return)
    hand.now += 500
    QAccessible.queryAccessibleInterface(lifted).actionInterface().doAction("Press")
    assert hand.taps == 2


def test_an_arrow_goes_to_the_next_control_unless_somebody_listens(qtbot: QtBot, stage: Stage) -> None:
    first, second = PressButton("one"), PressButton("two")
    window = stage(first, second)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert window.focusWidget() is second
    told: list[int] = []
    second.arrowed.connect(told.append)
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert (told, window.focusWidget()) == ([-1], second)
