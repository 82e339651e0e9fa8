from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import DESK, TITLE, apply_theme
from ui.widgets.text import Text, Voice


def _inked_half(image: QImage) -> str:
    """:returns: the side of the picture on which the letters begin or end nearest to its edge."""
    ground = image.pixelColor(0, 0)
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]
    return "left" if columns[0] < image.width() - columns[-1] else "right"


def test_markup_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    label = Text("<b>Priya</b> &amp; co")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>Priya</b> &amp; co"


def test_a_run_without_spaces_still_fits_a_narrow_column(qtbot: QtBot) -> None:
    label = Text("W" * 300)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 600
    assert label.accessibleName() == "W" * 300


@pytest.mark.parametrize(
    ("direction", "edge"),
    [(Qt.LayoutDirection.LeftToRight, "left"), (Qt.LayoutDirection.RightToLeft, "right")],
)
@pytest.mark.parametrize("words", ["Priya", "שלום"])
def test_words_start_at_the_leading_edge_of_the_screen_in_any_script(
    qtbot: QtBot, direction: Qt.LayoutDirection, edge: str, words: str
) -> None:
    label = Text(words)
    qtbot.addWidget(label)
    label.setLayoutDirection(direction)
    label.resize(300, 30)
    assert _inked_half(label.grab().toImage()) == edge


def test_words_grow_when_the_text_size_changes(qtbot: QtBot, qapp: QApplication) -> None:
    label = Text("Priya", Voice.TITLE)
    qtbot.addWidget(label)
    apply_theme(qapp, 2.0)
    assert label.font().pixelSize() == 2 * TITLE


def test_late_words_are_drawn_in_the_late_colour(qtbot: QtBot) -> None:
    label = Text("61 days ago", Voice.LATE)
    qtbot.addWidget(label)
    image = label.grab().toImage()
    inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert DESK.late in inks
