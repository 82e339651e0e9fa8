from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from tests.ui.finding import find, press
from tests.ui.widgets.conftest import Stage
from ui.widgets.floor_editor_buttons import PartyChip
from ui.widgets.floor_words import neutral_names
from ui.widgets.party_row import PartyRow


@pytest.fixture
def row(stage: Stage) -> PartyRow:
    made = PartyRow("who")
    stage(made, size=(500, 100))
    return made


@pytest.mark.parametrize("who", Floor)
def test_a_press_tells_who_and_changes_nothing_itself(qtbot: QtBot, row: PartyRow, who: Floor) -> None:
    with qtbot.waitSignal(row.given) as told:
        press(qtbot, row, f"who.{who}")
    assert told.args == [who]
    assert not find(row, PartyChip, f"who.{who}").isChecked()


def test_who_has_it_already_is_shown(row: PartyRow) -> None:
    row.set_chosen(Floor.ME)
    assert [chip.who for chip in row.findChildren(PartyChip) if chip.isChecked()] == [Floor.ME]
    row.set_chosen(None)
    assert not [chip for chip in row.findChildren(PartyChip) if chip.isChecked()]


def test_they_are_called_as_they_are_wanted_to_be(row: PartyRow) -> None:
    row.set_names({**neutral_names(), Floor.REP: "Priya"})
    assert [chip.text() for chip in row.findChildren(PartyChip)] == ["Priya", "Customer", "Me", "Nobody"]


def test_tab_stops_at_who_has_it_and_arrows_lead_on(qtbot: QtBot, row: PartyRow) -> None:
    row.set_chosen(Floor.CUSTOMER)
    stops = [chip.who for chip in row.findChildren(PartyChip) if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [Floor.CUSTOMER]
    chip = find(row, PartyChip, "who.customer")
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is find(row, PartyChip, "who.me")
