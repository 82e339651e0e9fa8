"""A field to look for something, and beside it what narrows it down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from ui.theme import px
from ui.widgets.field import LineEdit

LEAST_FIELD = 160
"""px at 100 % below which the field gets a line for itself; so it does where what it says while empty needs more."""
MARGINS = 32
"""px at 100 % beside the words of a field, with room for the caret."""


class FindingRow(QWidget):
    """The field takes what room there is; where that is too little to read what one types, the rest goes below it.

    :param field: where one types.
    :param beside: from the field on.
    """

    def __init__(self, field: LineEdit, beside: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._beside = QWidget()
        rest = QHBoxLayout(self._beside)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(px(14))
        for part in beside:
            rest.addWidget(part)
        rest.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(14))
        self._row.addWidget(field, 1)
        self._row.addWidget(self._beside)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (
            self.isVisible()
        ):  # before that the width is none it is shown in, and two rows would make the window higher
            self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        """What is below needs no more width than what is beside, which would keep the window from getting narrower."""
        least = self._beside.minimumSizeHint().width()
        return QSize(least, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if self.width() >= self._natural_width() else below)

    def _natural_width(self) -> int:
        said = self._field.fontMetrics().horizontalAdvance(self._field.placeholderText())
        return (
            max(px(LEAST_FIELD), said + px(MARGINS)) + self._row.spacing() + self._beside.sizeHint().width()
        )
