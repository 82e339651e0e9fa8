"""Entries that may be one person."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_rep
from tests.ui.finding import press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from tests.ui.screens.aftercall import everything_said_by
from ui.widgets.likely_doubles import LikelyDoubles

PAIRS = [(a_rep("Priya Nair", team="North"), a_rep(f"priya nair {number}")) for number in range(5)]


def test_each_pair_is_a_line_that_leads_on(qtbot: QtBot) -> None:
    doubles = LikelyDoubles()
    show(qtbot, doubles)
    doubles.show_pairs(PAIRS)
    words = everything_said_by(doubles)
    assert "Priya Nair (North) and priya nair 0 look like one person." in words
    assert "priya nair 3" not in words
    assert "2 more pairs look alike." in words
    with qtbot.waitSignal(doubles.looked_at) as looked_at:
        press(qtbot, doubles, "doubles.look.1")
    assert looked_at.args == list(PAIRS[1])


def test_without_pairs_there_is_nothing_to_see(qtbot: QtBot) -> None:
    doubles = LikelyDoubles()
    show(qtbot, doubles)
    doubles.show_pairs(PAIRS)
    assert doubles.has_pairs
    doubles.show_pairs([])
    assert (doubles.has_pairs, doubles.isVisible()) == (False, False)


@every_look
def test_all_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        doubles = LikelyDoubles()
        show(qtbot, doubles)
        doubles.show_pairs(PAIRS)
        assert_all_can_be_read(doubles)
