from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import settle
from ui.widgets.card_layout import CardLayout
from ui.widgets.text import Text

Cards = Callable[..., list[QWidget]]


@pytest.fixture
def cards(qtbot: QtBot) -> Iterator[Cards]:
    """``cards(width, words…)`` lays out a card for each of the words."""
    holders: list[QWidget] = []

    def show(width: int, *words: str, mirrored: bool = False) -> list[QWidget]:
        holders.append(QWidget())
        qtbot.addWidget(holders[-1])
        return _laid_out(holders[-1], width, *words, mirrored=mirrored)

    yield show
    holders.clear()


def _laid_out(holder: QWidget, width: int, *words: str, mirrored: bool = False) -> list[QWidget]:
    if mirrored:
        holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = CardLayout(holder, most=3, least_width=100, spacing=10)
    made: list[QWidget] = [Text(one, parent=holder) for one in words]
    for card in made:
        layout.addWidget(card)
    holder.resize(width, 400)
    holder.show()
    settle()
    return made


def _columns(cards: list[QWidget]) -> int:
    return len({card.x() for card in cards})


def test_as_many_stand_side_by_side_as_there_is_room_for(cards: Cards) -> None:
    for width, columns in ((1000, 3), (320, 3), (319, 2), (210, 2), (209, 1), (50, 1)):
        assert _columns(cards(width, *"abcdef")) == columns, width


def test_a_card_that_is_set_apart_grows_alone(cards: Cards) -> None:
    shown = cards(320, "much longer words that need several lines here", "short", "short", "alone")
    holder = shown[0].parentWidget()
    assert holder
    layout = holder.layout()
    assert isinstance(layout, CardLayout)
    layout.set_apart(shown[0], is_apart=True)
    settle()
    first, second, third, fourth = shown
    assert first.height() > second.height() == third.height() == fourth.height()
    assert fourth.y() == first.y() + first.height() + 10
    layout.set_apart(shown[0], is_apart=False)
    settle()
    assert first.height() == second.height()


def test_all_are_of_one_width_and_those_of_a_row_of_one_height(cards: Cards) -> None:
    shown = cards(320, "short", "much longer words that need several lines here", "short", "alone")
    assert {card.width() for card in shown} == {100}
    first, second, third, fourth = shown
    assert first.height() == second.height() == third.height() > fourth.height()
    assert fourth.y() == first.y() + first.height() + 10


def test_no_card_is_narrower_than_its_longest_word(cards: Cards) -> None:
    shown = cards(330, "Donaudampfschifffahrtsge", "b", "c")
    assert _columns(shown) < 3


def test_they_begin_at_the_right_when_mirrored(cards: Cards) -> None:
    first, second = cards(320, "a", "b", mirrored=True)
    assert first.x() > second.x()


def test_a_hidden_card_takes_no_place(cards: Cards) -> None:
    first, second, third = cards(320, "a", "b", "c")
    second.hide()
    settle()
    assert third.x() == first.x() + 110
