from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import show
from ui.layouts import centred, clear_layout, tab_through


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


@pytest.mark.parametrize(("room", "width"), [(900, 300), (310, 200)])
def test_a_column_stands_in_the_middle_and_is_never_too_wide_to_read(
    qtbot: QtBot, room: int, width: int
) -> None:
    window, column, label = QWidget(), QVBoxLayout(), QLabel("words")
    qtbot.addWidget(window)
    column.addWidget(label)
    outer = QVBoxLayout(window)
    outer.addLayout(centred(column, 300))
    window.resize(room, 100)
    window.show()
    place = label.mapTo(window, label.rect().center()).x()
    assert abs(place - room // 2) <= 1
    assert width - 60 <= label.width() <= 300
