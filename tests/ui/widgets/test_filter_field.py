from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.filter_field import FilterField


@pytest.fixture
def field(stage: Stage) -> FilterField:
    made = FilterField("Find a rep or a customer")
    stage(made)
    made.setFocus()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_return_and_down_go_to_the_list(qtbot: QtBot, field: FilterField, key: Qt.Key) -> None:
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, key)


def test_escape_empties_it_and_says_so(qtbot: QtBot, field: FilterField) -> None:
    qtbot.keyClicks(field, "elm")
    with qtbot.waitSignal(field.textEdited) as edited:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), edited.args) == ("", [""])


def test_a_screen_reader_hears_what_can_be_looked_for(field: FilterField) -> None:
    assert field.accessibleName() == "Find a rep or a customer"
