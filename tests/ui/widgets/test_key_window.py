"""A window that may have the keyboard, over one that may not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.field import LineEdit
from ui.widgets.key_window import KeyWindow

PLACE = QRect(40, 60, 280, 44)


@pytest.fixture
def window(qtbot: QtBot) -> KeyWindow:
    made = KeyWindow(LineEdit(), "Notes")
    qtbot.addWidget(made)
    return made


def test_it_opens_just_where_it_is_asked_to(window: KeyWindow) -> None:
    window.open_over(PLACE, with_keys=False)
    assert window.isVisible()
    assert window.geometry() == PLACE


def test_with_keys_one_can_write_at_once(qtbot: QtBot, window: KeyWindow) -> None:
    with qtbot.waitActive(window):
        window.open_over(PLACE, with_keys=True)
    field = window.focusProxy()
    assert isinstance(field, LineEdit)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)


def test_without_keys_it_leaves_them_where_they_are(window: KeyWindow) -> None:
    window.open_over(PLACE, with_keys=False)
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.hide()
    window.open_over(PLACE, with_keys=True)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_closed_from_outside_it_says_so(qtbot: QtBot, window: KeyWindow) -> None:
    window.open_over(PLACE, with_keys=False)
    with qtbot.waitSignal(window.abandoned):
        window.closeEvent(QCloseEvent())


def test_it_is_part_of_no_list_of_windows_and_has_no_frame(window: KeyWindow) -> None:
    flags = window.windowFlags()
    assert flags & Qt.WindowType.Tool == Qt.WindowType.Tool
    assert flags & Qt.WindowType.FramelessWindowHint
