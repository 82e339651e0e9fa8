from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.theme import DESK, LIVE, wear
from ui.widgets.button import LinkButton, PaintedButton, PrimaryButton, SecondaryButton
from ui.widgets.choice_row import Chip

KINDS = [PrimaryButton, SecondaryButton, LinkButton]


def _shown(qtbot: QtBot, button: PaintedButton) -> PaintedButton:
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    return button


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_return_and_space_press_a_button(qtbot: QtBot, kind: type[PaintedButton], key: Qt.Key) -> None:
    button = _shown(qtbot, kind("Sit in"))
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_reader_finds_a_button_with_its_name(qtbot: QtBot, kind: type[PaintedButton]) -> None:
    button = _shown(qtbot, kind("Fish & Chips"))
    found = QAccessible.queryAccessibleInterface(button)
    assert found.role() == QAccessible.Role.Button
    assert found.text(QAccessible.Text.Name) == "Fish & Chips"
    assert button.text() == "Fish & Chips"


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_shows_a_focus_ring_and_the_mouse_does_not(
    stage: Stage, kind: type[PaintedButton]
) -> None:
    button = kind("Sit in")
    stage(button)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert button.hasFocus()
    before = button.grab().toImage()
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.ring_visible
    assert button.grab().toImage() != before


def test_a_press_does_not_change_what_is_shown_as_chosen(qtbot: QtBot) -> None:
    button = _shown(qtbot, SecondaryButton("Open"))
    button.setCheckable(True)
    button.click()
    assert not button.isChecked()


def test_a_long_text_wraps_where_there_is_little_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    button = PrimaryButton("Nachbesprechung ohne die Außendienstmitarbeiterin beginnen")
    row.addWidget(button)
    window.resize(window.minimumSizeHint().width() + 40, 300)
    window.show()
    assert not [letters for letters in button.lettering() if letters.clipped()]


def test_arrow_keys_are_told_in_reading_direction(qtbot: QtBot) -> None:
    button = _shown(qtbot, SecondaryButton("Open"))
    with qtbot.waitSignal(button.arrowed) as right:
        qtbot.keyClick(button, Qt.Key.Key_Right)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitSignal(button.arrowed) as mirrored:
        qtbot.keyClick(button, Qt.Key.Key_Right)
    assert (right.args, mirrored.args) == ([1], [-1])


def test_a_button_takes_the_colours_of_the_face_it_stands_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = SecondaryButton("Undo", window)
    assert button.letter_colour() == DESK.text
    wear(window, LIVE)
    assert button.letter_colour() == LIVE.text


def test_a_screen_reader_that_toggles_a_chip_presses_it_and_its_state_stays_with_the_screen(
    qtbot: QtBot,
) -> None:
    chip = Chip("Sometimes", "2")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.clicked):
        chip.toggle()  # what Qt's accessibility does with a button that can be checked
    assert not chip.isChecked()
    chip.setChecked(True)
    with qtbot.waitSignal(chip.clicked):
        chip.toggle()
    assert chip.isChecked()


@pytest.mark.parametrize("quiet", [False, True])
def test_a_link_looks_different_where_it_leads_nowhere(qtbot: QtBot, quiet: bool) -> None:
    link = LinkButton("Undo", quiet=quiet)
    _shown(qtbot, link)
    before = link.letter_colour()
    link.setEnabled(False)
    assert link.letter_colour() not in (before, DESK.muted)
