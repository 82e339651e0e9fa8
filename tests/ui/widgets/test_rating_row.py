from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.finding import texts
from tests.ui.looks import Look, every_look, settle, show, worn
from ui.widgets.level_dots import LevelDots
from ui.widgets.rating_row import RatingRow


def test_a_level_stands_as_dots_and_in_a_word_with_what_it_stands_on(qtbot: QtBot) -> None:
    row = RatingRow("Stays calm", 3, "Mostly", "+ 04:10", "Priya: Sometimes")
    qtbot.addWidget(row)
    assert {"Stays calm", "Mostly", "+ 04:10", "Priya: Sometimes"} <= set(texts(row))
    assert [dots.accessibleName() for dots in row.findChildren(LevelDots)] == ["Mostly"]


def test_no_chance_to_see_has_no_dots(qtbot: QtBot) -> None:
    row = RatingRow("Stays calm", None, "No chance to see")
    qtbot.addWidget(row)
    assert row.findChildren(LevelDots) == []
    assert "No chance to see" in texts(row)


@every_look
def test_it_can_be_read_in_a_narrow_column(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        times = ", ".join(f"+ 0{minute}:10" for minute in range(9))
        row = RatingRow(
            "Finds the real problem", 2, "Sometimes, first Mostly", times, "Priya: Mostly", is_focus=True
        )
        show(qtbot, row, (300, 240))
        settle()
        assert find_clipped(row) == []
