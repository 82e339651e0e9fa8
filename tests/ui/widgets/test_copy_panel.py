from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding import press, texts
from tests.ui.looks import settle, show
from ui.copy_words import Change
from ui.theme import apply_theme
from ui.widgets.copy_panel import CopyPanel


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot) -> CopyPanel:
    apply_theme(qapp)
    panel = CopyPanel()
    panel.show_copy(
        "Today: by hand", "In it: 2 calls.", [Change("Calls that would be gone: 1", ("Larkfield",))]
    )
    show(qtbot, panel)
    return panel


def test_it_says_what_would_change(panel: CopyPanel) -> None:
    assert {"Today: by hand", "In it: 2 calls.", "Calls that would be gone: 1", "Larkfield"} <= set(
        texts(panel)
    )
    panel.show_copy("Another", "", [])
    assert "It holds the same as what is here." in texts(panel)


def test_putting_it_in_place_takes_two_steps_and_no_hasty_key(qtbot: QtBot, panel: CopyPanel) -> None:
    with qtbot.assertNotEmitted(panel.restore_chosen):
        panel.restore.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(4):  # there and back, there and back
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    press(qtbot, panel, "copy.restore")
    with qtbot.waitSignal(panel.restore_chosen):
        press(qtbot, panel, "copy.confirm")


def test_a_double_click_on_the_first_step_does_not_reach_the_second(qtbot: QtBot, panel: CopyPanel) -> None:
    press(qtbot, panel, "copy.restore")
    settle()
    place = panel.confirm.mapTo(panel, panel.confirm.rect().center())
    QCursor.setPos(panel.mapToGlobal(place))
    panel.restore.click()  # as if it had been where the second step is now
    with qtbot.assertNotEmitted(panel.restore_chosen):
        QTest.mouseClick(panel.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def test_another_copy_begins_with_the_first_step(qtbot: QtBot, panel: CopyPanel) -> None:
    press(qtbot, panel, "copy.restore")
    panel.show_copy("Another", "", [])
    assert panel.restore.isVisible()
    assert not panel.confirm.isVisible()


def test_esc_goes_back_one_step_at_a_time(qtbot: QtBot, panel: CopyPanel) -> None:
    press(qtbot, panel, "copy.restore")
    with qtbot.assertNotEmitted(panel.close_chosen):
        qtbot.keyClick(panel.back, Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.close_chosen):
        qtbot.keyClick(panel.restore, Qt.Key.Key_Escape)
