"""What is done to layouts in more than one place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget


def clear_layout(layout: QLayout) -> None:
    """Take every widget out of ``layout`` and let go of it."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            # Later, because it may be a widget of this layout whose press is being answered.
            widget.deleteLater()


def tab_through(stops: Iterable[QWidget]) -> None:
    """Let the Tab key visit ``stops`` in this order. What is made later than its neighbours would come last."""
    for stop, following in pairwise(stops):
        QWidget.setTabOrder(stop, following)


def centred(column: QVBoxLayout, width: int) -> QHBoxLayout:
    """Keep ``column`` in the middle of a screen, at most ``width`` px wide so that it reads well.

    :returns: the row to put into the screen.
    """
    holder = QWidget()
    holder.setLayout(column)
    holder.setMaximumWidth(width)
    column.setContentsMargins(0, 0, 0, 0)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(holder, 4, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    return row
