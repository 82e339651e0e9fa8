from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import settle
from ui.widgets.card_layout import CardLayout
from ui.widgets.text import Text


_HOLDERS: list[QWidget] = []


def _cards(qtbot: QtBot, width: int, *words: str, mirrored: bool = False) -> list[QWidget]:
    holder = QWidget()
    qtbot.addWidget(holder)
    _HOLDERS.append(holder)
    if mirrored:
        holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = CardLayout(holder, most=3, least_width=100, spacing=10)
    cards: list[QWidget] = [Text(one, parent=holder) for one in words]
    for card in cards:
        layout.addWidget(card)
    holder.resize(width, 400)
    holder.show()
    settle()
    return cards


def _columns(cards: list[QWidget]) -> int:
    return len({card.x() for card in cards})


def test_as_many_stand_side_by_side_as_there_is_room_for(qtbot: QtBot) -> None:
    for width, columns in ((1000, 3), (320, 3), (319, 2), (210, 2), (209, 1), (50, 1)):
        assert _columns(_cards(qtbot, width, *"abcdef")) == columns, width


def test_all_are_of_one_width_and_those_of_a_row_of_one_height(qtbot: QtBot) -> None:
    cards = _cards(qtbot, 320, "short", "much longer words that need several lines here", "short", "alone")
    assert {card.width() for card in cards} == {100}
    first, second, third, fourth = cards
    assert first.height() == second.height() == third.height() > fourth.height()
    assert fourth.y() == first.y() + first.height() + 10


def test_no_card_is_narrower_than_its_longest_word(qtbot: QtBot) -> None:
    cards = _cards(qtbot, 330, "Donaudampfschifffahrtsge", "b", "c")
    assert _columns(cards) < 3


def test_they_begin_at_the_right_when_mirrored(qtbot: QtBot) -> None:
    first, second = _cards(qtbot, 320, "a", "b", mirrored=True)
    assert first.x() > second.x()


def test_a_hidden_card_takes_no_place(qtbot: QtBot) -> None:
    first, second, third = _cards(qtbot, 320, "a", "b", "c")
    second.hide()
    settle()
    assert third.x() == first.x() + 110
