"""What came of looking through many files."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import find
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.models.word_table import WordRow, Words
from ui.widgets.calm_table import CalmTable, Tone
from ui.widgets.found_list import MOST_ROWS, FoundList

ROW = WordRow(
    "a",
    (
        Words("2026/Priya Nair (70000000)/2026-11-23 Northgate Dental (00C0FFEE).pdf"),
        Words("altered", Tone.LATE),
        Words("It was changed after it was listed. Look for a copy from before.", Tone.MUTED),
    ),
)


@every_look
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        found = FoundList("found")
        show(qtbot, found)
        found.show_found("34 files were looked at. 1 thing is not as it should be:", [ROW], is_trouble=True)
        assert_all_can_be_read(found)


def test_thousands_of_files_are_shown_as_far_as_anybody_reads(qtbot: QtBot) -> None:
    found = FoundList("found")
    show(qtbot, found)
    found.show_found("Many", [ROW] * (MOST_ROWS + 3), is_trouble=True)
    assert find(found, CalmTable, "found.found").model().rowCount() == MOST_ROWS
    assert any(text.startswith("3 more") for text in _texts(found))


def test_where_nothing_is_to_be_said_there_is_no_table(qtbot: QtBot) -> None:
    found = FoundList("found")
    show(qtbot, found)
    found.show_found("All is well.", [], is_trouble=False)
    assert find(found, CalmTable, "found.found").isHidden()


def _texts(found: FoundList) -> list[str]:
    from ui.widgets.text import Text

    return [text.text() for text in found.findChildren(Text) if text.isVisible()]
