from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.item_fields import ItemFields


@pytest.fixture
def items(qtbot: QtBot) -> ItemFields:
    made = ItemFields("list", most=3, longest=40)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _shown(items: ItemFields) -> list[str]:
    return [line.text() for line in items.lines if line.isVisible()]


def test_there_is_one_line_more_as_long_as_there_is_room(items: ItemFields) -> None:
    items.show_items(())
    assert _shown(items) == [""]
    items.show_items(("Asks", "Waits"))
    assert _shown(items) == ["Asks", "Waits", ""]
    items.show_items(("Asks", "Waits", "Notes"))
    assert _shown(items) == ["Asks", "Waits", "Notes"]


def test_an_item_that_is_emptied_takes_no_other_with_it(qtbot: QtBot, items: ItemFields) -> None:
    told: list[tuple[str, ...]] = []

    def note(_number: int, written: tuple[str, ...]) -> None:
        told.append(written)
        items.show_items(written)  # as the screen does

    items.edited.connect(note)
    items.show_items(("Asks", "Waits", "Notes"))
    items.lines[1].setFocus()
    items.lines[1].selectAll()
    QTest.keyClicks(items.lines[1], "\b")
    assert _shown(items) == ["Asks", "", "Notes"]
    QTest.keyClicks(items.lines[1], "Is silent")
    assert told[0] == ("Asks", "Notes")
    assert told[-1] == ("Asks", "Is silent", "Notes")


def test_what_says_the_same_twice_is_told_once(items: ItemFields) -> None:
    told: list[tuple[str, ...]] = []

    def note(_number: int, written: tuple[str, ...]) -> None:
        told.append(written)

    items.edited.connect(note)
    items.show_items(("Asks",))
    QTest.keyClicks(items.lines[1], "Asks")
    assert told[-1] == ("Asks",)


def test_return_goes_on_to_the_next_item(items: ItemFields) -> None:
    items.show_items(())
    items.take_keys(1)
    for text in ("Asks", "Waits"):
        QTest.keyClicks(items.focusWidget(), f"{text}\r")
    assert _shown(items) == ["Asks", "Waits", ""]
    assert items.lines[2].hasFocus()
