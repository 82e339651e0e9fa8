from __future__ import annotations

from pytestqt.qtbot import QtBot

from scoring.entry import Floor, FloorRemembered
from tests.ui.screens.aftercall import everything_said_by, find, press
from ui.screens.write_down_page_floor import FloorPart
from ui.widgets.choice_row import ChoiceRow


def test_who_had_the_floor_is_told_in_words_and_shown_as_it_is_given(qtbot: QtBot) -> None:
    part = FloorPart()
    part.set_rep("Priya")
    qtbot.addWidget(part)
    part.show()
    told: list[Floor | None] = []
    part.chosen.connect(told.append)
    for choice in ("rep", "customer", "me", "even"):
        press(part, f"choice.{choice}")
    assert told == [Floor.REP, Floor.CUSTOMER, Floor.ME, None]
    row = find(part, ChoiceRow, "writedown.floor")
    assert row.chosen_values() == []
    part.show_floor(FloorRemembered(mostly=None), "recalled 1 hour after the call")
    assert row.chosen_values() == ["even"]
    said = everything_said_by(part)
    assert "Mostly Priya" in said
    assert "recalled 1 hour after the call" in said
