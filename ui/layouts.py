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
    """Let the Tab key visit ``stops`` in this order. What is made later than its neighbours would come last: it begins
    with a ``TabPlace``, or with the stop before."""
    for stop, following in pairwise(stops):
        QWidget.setTabOrder(stop, following)


class TabPlace(QWidget):
    """Keeps a place in the order of the Tab key for what is made later. It is never seen, and never stopped at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # without one, Qt passes over it when the order is told
        self.hide()


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
