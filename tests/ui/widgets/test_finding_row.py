from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.looks import Look, every_look, settle, show, worn
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LineEdit
from ui.widgets.finding_row import FindingRow


def _shown(qtbot: QtBot, width: int) -> tuple[FindingRow, LineEdit, ChoiceRow]:
    field = LineEdit()
    choices = ChoiceRow([("open", "Open"), ("debrief", "Debrief open"), ("done", "Done"), ("all", "All")])
    row = FindingRow(field, (choices,))
    show(qtbot, row, (width, 160))
    settle()
    return row, field, choices


@pytest.mark.parametrize(("width", "is_beside"), [(900, True), (480, False)])
def test_what_narrows_down_goes_below_before_the_field_is_too_short(
    qtbot: QtBot, width: int, is_beside: bool
) -> None:
    row, field, choices = _shown(qtbot, width)
    assert (choices.mapTo(row, choices.rect().topLeft()).y() < field.geometry().bottom()) is is_beside
    assert field.width() >= 160
    assert len({chip.y() for chip in choices.chips()}) == 1, "they stand in one row"


@every_look
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        row, _field, _choices = _shown(qtbot, 500)
        assert find_clipped(row) == []
