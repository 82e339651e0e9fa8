from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.items_layout import ItemsLayout


def test_only_what_is_shown_takes_room_and_what_is_taken_out_is_gone(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = ItemsLayout(parent, spacing=4)
    labels = [QLabel(word) for word in ("one", "two", "three")]
    for label in labels:
        layout.addWidget(label)
    labels[1].hide()
    assert [item.widget() for item in layout.shown_items()] == [labels[0], labels[2]]
    layout.removeWidget(labels[0])
    assert [item.widget() for item in layout.shown_items()] == [labels[2]]
    assert (layout.count(), layout.itemAt(2), layout.takeAt(-1)) == (2, None, None)


def test_it_runs_as_what_it_stands_in(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = ItemsLayout(parent, spacing=4)
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert layout.direction() == Qt.LayoutDirection.RightToLeft
