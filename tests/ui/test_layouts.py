from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import show
from ui.layouts import clear_layout, tab_through


def test_a_cleared_layout_lets_go_of_its_widgets(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for words in ("one", "two"):
        layout.addWidget(QLabel(words))
    clear_layout(layout)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert layout.count() == 0
    assert window.findChildren(QLabel) == []


def test_tab_visits_what_was_made_late_where_it_is_read(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    first, last, late = QLineEdit(), QLineEdit(), QLineEdit()
    for line in (first, last):
        layout.addWidget(line)
    show(qtbot, window)
    layout.insertWidget(1, late)
    late.show()
    tab_through([first, late, last])
    first.setFocus()
    for expected in (late, last):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is expected
