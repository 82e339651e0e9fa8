from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Stage
from ui.widgets.reason_panel import ReasonPanel


@pytest.fixture
def panel(stage: Stage) -> ReasonPanel:
    made = ReasonPanel("Why should it not count?", "Void the call")
    stage(made)
    return made


def test_it_is_out_of_the_way_until_it_asks(panel: ReasonPanel) -> None:
    assert not panel.isVisible()
    panel.ask("Elm Street with Priya is going to be void.")
    assert panel.isVisible()
    assert panel.reason.hasFocus()


def test_the_button_gives_the_reason_without_blanks_around_it(qtbot: QtBot, panel: ReasonPanel) -> None:
    panel.ask("Elm Street with Priya is going to be void.")
    assert not panel.button.isEnabled()
    qtbot.keyClicks(panel.reason, " A demo ")
    with qtbot.waitSignal(panel.left), qtbot.waitSignal(panel.given) as given:
        qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    assert given.args == ["A demo"]
    assert not panel.isVisible()


def test_leaving_it_gives_no_reason(qtbot: QtBot, panel: ReasonPanel) -> None:
    panel.ask("Elm Street with Priya is going to be void.")
    qtbot.keyClicks(panel.reason, "A demo")
    with qtbot.assertNotEmitted(panel.given), qtbot.waitSignal(panel.left):
        qtbot.mouseClick(panel.leave_button, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_every_question_starts_with_an_empty_answer(qtbot: QtBot, panel: ReasonPanel) -> None:
    panel.ask("One is going to be void.")
    qtbot.keyClicks(panel.reason, "A demo")
    panel.ask("Another is going to be void.")
    assert (panel.reason.text(), panel.button.isEnabled()) == ("", False)
