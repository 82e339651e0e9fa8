from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.summary import Party
from tests.drawings import find_clipped
from tests.ui.looks import Look, every_look, worn
from ui.theme import LIVE
from ui.widgets.caption_bar import CaptionBar

NAMES: dict[Party, str] = {"rep": "Rep", "customer": "Customer", "me": "Me", "nobody": "Nobody"}
LONGEST = (
    "A caption as long as they come, so that it takes both of its lines and not one letter of it is lost."
)


@pytest.fixture
def bar(qtbot: QtBot) -> CaptionBar:
    made = CaptionBar(NAMES)
    qtbot.addWidget(made)
    made.resize(1180, made.sizeHint().height())
    made.show()
    return made


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}


@pytest.mark.parametrize(
    ("party", "colour"),
    [("rep", LIVE.rep), ("customer", LIVE.customer), ("me", LIVE.me), ("nobody", LIVE.nobody)],
)
def test_who_speaks_is_said_in_a_word_and_shown_in_the_colour_of_the_tile(
    bar: CaptionBar, party: Party, colour: str
) -> None:
    bar.show_caption(party, "Good morning.")
    assert [letters.text for letters in bar.lettering()] == [NAMES[party], "Good morning."]
    assert colour in _colours(bar.grab().toImage())


def test_nothing_moves_whatever_is_said(bar: CaptionBar) -> None:
    heights, places = set[int](), set[int]()
    said: tuple[tuple[Party, str], ...] = (("rep", "Yes."), ("customer", LONGEST), ("nobody", "They wait."))
    for party, words in said:
        bar.show_caption(party, words)
        heights.add(bar.sizeHint().height())
        places.add(bar.lettering()[1].rect.left())
    assert heights == {CaptionBar(NAMES).sizeHint().height()}
    assert len(places) == 1


def test_before_the_first_word_it_is_empty(bar: CaptionBar) -> None:
    assert bar.lettering() == []
    assert _colours(bar.grab().toImage()) == {LIVE.ground}


def test_a_screen_reader_hears_who_says_what(bar: CaptionBar) -> None:
    bar.show_caption("customer", "Steep.")
    found = QAccessible.queryAccessibleInterface(bar)
    assert found.text(QAccessible.Text.Name) == "Customer: Steep."


def test_the_colour_stands_at_the_leading_edge(bar: CaptionBar) -> None:
    bar.show_caption("rep", "Yes.")
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = bar.grab().toImage()
    assert LIVE.rep in _colours(image.copy(image.width() // 2, 0, image.width() // 2, image.height()))


def test_a_caption_with_little_room_is_set_smaller_and_is_whole(bar: CaptionBar) -> None:
    bar.show_caption("customer", LONGEST)
    size = bar.lettering()[1].font.pixelSize()
    bar.resize(480, bar.height())
    assert bar.lettering()[1].font.pixelSize() < size
    assert find_clipped(bar) == []


@every_look
def test_it_can_be_read_in_every_look(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        bar = CaptionBar(NAMES)
        qtbot.addWidget(bar)
        bar.resize(1180, bar.sizeHint().height())
        bar.show_caption("customer", LONGEST)
        bar.show()
        assert find_clipped(bar) == []
