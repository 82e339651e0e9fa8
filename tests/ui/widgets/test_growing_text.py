from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.field import LineEdit
from ui.widgets.growing_text import GrowingText


@pytest.fixture
def text(stage: Stage) -> GrowingText:
    made = GrowingText(least=2, most=5)
    stage(made, LineEdit())
    made.setFocus()
    return made


def test_it_grows_with_what_is_written_up_to_a_point(text: GrowingText) -> None:
    heights: list[int] = []
    for lines in (1, 2, 4, 5, 40):
        text.set_text("\n".join(["line"] * lines))
        heights.append(text.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


@pytest.mark.parametrize("lines", [1, 3, 5])
def test_all_lines_are_in_view_until_it_scrolls(text: GrowingText, lines: int) -> None:
    text.set_text("\n".join(["gjpqy"] * lines))
    text.resize(text.width(), text.sizeHint().height())
    assert text.verticalScrollBar().maximum() == 0


def test_pasted_rich_text_becomes_plain(text: GrowingText) -> None:
    rich = QMimeData()
    rich.setHtml("<p>Asks <b>first</b></p><script>x</script>")
    assert text.canInsertFromMimeData(rich)
    text.insertFromMimeData(rich)
    assert text.text() == "Asks first"


@pytest.mark.parametrize(
    "words", ["a\u00a0b", "  spaced  ", "line\n\nline", "שלום", "🦷" * 3, "<b>not bold</b>", ""]
)
def test_what_is_shown_is_exactly_what_was_stored(text: GrowingText, words: str) -> None:
    text.set_text("before")
    text.set_text(words)
    assert text.text() == words


def test_loading_does_not_count_as_writing(qtbot: QtBot, text: GrowingText) -> None:
    with qtbot.assertNotEmitted(text.edited):
        text.set_text("from the record")
    with qtbot.waitSignal(text.edited) as told:
        qtbot.keyClicks(text, "!")
    assert told.args == ["!from the record"]


def test_tab_leaves_it(qtbot: QtBot, text: GrowingText) -> None:
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert text.text() == ""
    assert not text.hasFocus()


def test_a_hundred_thousand_characters_are_kept(text: GrowingText) -> None:
    words = "Asked, waited, asked again. " * 3_600
    text.set_text(words)
    assert text.text() == words


def test_lines_are_read_from_their_first_letter_however_long_the_text(
    qtbot: QtBot, text: GrowingText
) -> None:
    text.setFixedWidth(300)
    qtbot.keyClicks(text, "I asked for the price list twice before the call and did not get it. " * 8)
    assert text.horizontalScrollBar().value() == 0


def test_mirrored_no_line_begins_outside(text: GrowingText) -> None:
    text.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    text.set_text("In the first minutes the rep says what the call is for.")
    for width in range(200, 260):  # in some of them a blank hangs over
        text.resize(width, 200)
        assert text.cursorRect().left() >= 0
