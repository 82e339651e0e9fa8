"""A button that opens a menu of answers to one question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPolygon
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from ui.theme import px
from ui.widgets.button import SecondaryButton
from ui.widgets.painting import CENTRED, Lettering

_SIGN = 8  # px at 100 %, the width of the sign that there is more


class MenuButton(SecondaryButton):
    """Says what the question is about; the answer is shown elsewhere.

    :signal chosen: the value of the answer.
    """

    PADDING = (14, 9)

    chosen = Signal(str)

    def __init__(
        self, text: str, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        """:param options: (value, words) in order."""
        super().__init__(text, parent)
        self.menu = QMenu(self)
        self.menu.setStyleSheet("QMenu { menu-scrollable: 1; }")  # as long as a team of two hundred
        self.menu.triggered.connect(self._on_triggered)
        self.clicked.connect(self._on_clicked)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace the answers."""
        self.menu.clear()
        for value, words in options:
            self.menu.addAction(words.replace("&", "&&")).setData(value)

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(px(_SIGN) * 2, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(px(_SIGN) * 2, 0)

    @override
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width - px(_SIGN) * 2)

    @override
    def lettering(self) -> list[Lettering]:
        room = self.inner()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        sign = px(_SIGN) * 2
        room = room.adjusted(sign, 0, 0, 0) if mirrored else room.adjusted(0, 0, -sign, 0)
        return [Lettering(self.label, room, self.letter_font(), self.letter_colour(), CENTRED)]

    @override
    def paint_box(self, painter: QPainter) -> None:
        super().paint_box(painter)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width = px(_SIGN)
        left = self.inner().left() if mirrored else self.inner().right() - width
        top = self.rect().center().y() - width // 4
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().placeholderText())
        painter.drawPolygon(
            QPolygon(
                [
                    QPoint(left, top),
                    QPoint(left + width, top),
                    QPoint(left + width // 2, top + width // 2 + 1),
                ]
            )
        )
        painter.restore()

    def _on_clicked(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = self.rect().bottomRight() if mirrored else self.rect().bottomLeft()
        place = self.mapToGlobal(corner + QPoint(0, px(4)))
        self.menu.popup(place - QPoint(self.menu.sizeHint().width(), 0) if mirrored else place)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
