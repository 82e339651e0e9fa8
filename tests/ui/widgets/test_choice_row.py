from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.widgets.choice_row import ChoiceRow

LEADS = (
    ("observe", "Priya leads, I observe"),
    ("both", "We sell together"),
    ("show", "I show, Priya watches"),
)


def _row(qtbot: QtBot, most: int = 1) -> ChoiceRow:
    row = ChoiceRow(LEADS, most=most)
    qtbot.addWidget(row)
    row.show()
    return row


def test_a_press_tells_the_value_and_changes_nothing_itself(qtbot: QtBot) -> None:
    row = _row(qtbot)
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.mouseClick(row.chips()[1], Qt.MouseButton.LeftButton)
    assert told.args == ["both"]
    assert row.chosen_values() == []


def test_showing_a_choice_tells_nobody(qtbot: QtBot) -> None:
    row = _row(qtbot)
    with qtbot.assertNotEmitted(row.chosen):
        row.set_chosen(["show"])
    assert row.chosen_values() == ["show"]


def test_with_two_at_most_the_third_waits_until_one_is_given_back(qtbot: QtBot) -> None:
    row = _row(qtbot, most=2)
    row.set_chosen(["observe", "show"])
    assert [chip.isEnabled() for chip in row.chips()] == [True, False, True]
    row.set_chosen(["show"])
    assert all(chip.isEnabled() for chip in row.chips())


def test_tab_enters_at_what_is_chosen(qtbot: QtBot) -> None:
    row = _row(qtbot)
    row.set_chosen(["show"])
    assert [bool(chip.focusPolicy() & Qt.FocusPolicy.TabFocus) for chip in row.chips()] == [
        False,
        False,
        True,
    ]


def test_a_screen_reader_hears_what_is_chosen(qtbot: QtBot) -> None:
    row = _row(qtbot)
    row.set_chosen(["both"])
    states = [QAccessible.queryAccessibleInterface(chip).state().checked for chip in row.chips()]
    assert states == [0, 1, 0]


def test_new_options_replace_the_old_ones(qtbot: QtBot) -> None:
    row = _row(qtbot)
    row.set_options([("never", "Never")])
    assert [chip.text() for chip in row.chips()] == ["Never"]
    layout = row.layout()
    assert layout is not None
    assert layout.sizeHint().width() == row.chips()[0].sizeHint().width()
