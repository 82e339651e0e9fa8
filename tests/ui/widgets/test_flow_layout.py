from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.button import SecondaryButton
from ui.widgets.flow_layout import FlowLayout

WORDS = ("Priya asks me to", "The facts are wrong and it matters", "It becomes an argument", "Never")


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget)
    for words in WORDS:
        flow.addWidget(SecondaryButton(words))
    widget.show()
    return widget


def _buttons(row: QWidget) -> list[SecondaryButton]:
    return row.findChildren(SecondaryButton)


def _tops(row: QWidget) -> list[int]:
    return [button.y() for button in _buttons(row)]


def test_items_stand_in_one_row_while_there_is_room(row: QWidget) -> None:
    row.resize(row.sizeHint().width(), 200)
    assert len(set(_tops(row))) == 1


@pytest.mark.parametrize("width", [260, 330, 500])
def test_items_go_on_in_a_new_row_and_stay_inside(row: QWidget, width: int) -> None:
    row.resize(width, row.heightForWidth(width))
    assert len(set(_tops(row))) > 1
    for button in _buttons(row):
        assert row.rect().contains(button.geometry())


def test_an_item_wider_than_a_row_wraps_its_words(row: QWidget) -> None:
    row.resize(180, row.heightForWidth(180))
    long = _buttons(row)[1]
    assert long.width() <= 180
    assert not [letters for letters in long.lettering() if letters.clipped()]


def test_items_start_at_the_right_when_mirrored(row: QWidget) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(row.sizeHint().width(), 60)
    first, second = _buttons(row)[:2]
    assert first.x() > second.x()
    assert first.geometry().right() == row.rect().right()


def test_hidden_items_take_no_room(row: QWidget) -> None:
    before = row.sizeHint().width()
    _buttons(row)[1].hide()
    assert row.sizeHint().width() < before - 100
