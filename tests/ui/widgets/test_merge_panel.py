"""Making one person of two entries."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_rep
from tests.ui.finding import press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from tests.ui.screens.aftercall import everything_said_by
from ui.widgets.merge_panel import MergePanel

KEPT, OTHER = a_rep("Priya Nair", team="North"), a_rep("P. Nair", employee_number="0042")


@pytest.fixture
def panel(qtbot: QtBot) -> MergePanel:
    asked = MergePanel()
    show(qtbot, asked)
    asked.ask(KEPT, OTHER)
    return asked


def test_it_says_what_happens_and_return_does_it(qtbot: QtBot, panel: MergePanel) -> None:
    words = everything_said_by(panel)
    assert "One person from now on: Priya Nair (North)" in words
    assert "Every call entered with P. Nair (0042) counts as one with Priya Nair." in words
    with qtbot.waitSignal(panel.left), qtbot.waitSignal(panel.merge_chosen) as chosen:
        qtbot.keyClick(panel.button, Qt.Key.Key_Return)
    assert chosen.args == [OTHER.id, KEPT.id]
    assert panel.isHidden()


def test_the_other_entry_can_be_the_one_that_stays(qtbot: QtBot, panel: MergePanel) -> None:
    press(qtbot, panel, "merge.swap")
    assert "One person from now on: P. Nair (0042)" in everything_said_by(panel)
    with qtbot.waitSignal(panel.merge_chosen) as chosen:
        press(qtbot, panel, "merge.merge")
    assert chosen.args == [KEPT.id, OTHER.id]


@pytest.mark.parametrize("way", ["escape", "button"])
def test_it_can_be_left(qtbot: QtBot, panel: MergePanel, way: str) -> None:
    with qtbot.assertNotEmitted(panel.merge_chosen), qtbot.waitSignal(panel.left):
        if way == "escape":
            qtbot.keyClick(panel.button, Qt.Key.Key_Escape)
        else:
            press(qtbot, panel, "merge.leave")
    assert panel.isHidden()


@every_look
def test_all_can_be_read(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        panel = MergePanel()
        show(qtbot, panel)
        panel.ask(KEPT, OTHER)
        assert_all_can_be_read(panel)
