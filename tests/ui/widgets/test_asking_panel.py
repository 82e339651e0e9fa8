"""A panel that asks something."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import show
from ui.widgets.asking_panel import AskingPanel


def test_esc_puts_the_question_away_once(qtbot: QtBot) -> None:
    ground, panel = QWidget(), AskingPanel()
    QVBoxLayout(ground).addWidget(panel)
    show(qtbot, ground)
    assert panel.isHidden(), "nothing is asked yet"
    panel.show()
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()
    with qtbot.assertNotEmitted(panel.left):
        panel.put_away()


def test_any_other_key_leaves_it_there(qtbot: QtBot) -> None:
    panel = AskingPanel()
    show(qtbot, panel)
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    assert panel.isVisible()
