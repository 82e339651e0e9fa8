"""The buttons of the floor editor: as high as a finger needs, on paper and on the live screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QWidget
from typing_extensions import override

from exports.floor_picture import PARTY
from scoring.entry import Floor
from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.floor_strip import paint_party
from ui.widgets.painting import WRAPPED, Lettering, box, ring
from ui.widgets.press_button import live_height

_SWATCH: Final = 12
_BESIDE: Final = _SWATCH + 6
_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReachableButton(PaintedButton):
    """A button that is high enough for a finger. While ``is_live`` it leaves Space and the other keys to the screen
    around it, and Return too until Tab has been used, as all buttons of the live screen do."""

    PADDING = (14, 10)

    is_live = False

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, live_height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, live_height()))

    @override
    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), live_height())

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        box(painter, self.rect(), tokens.card, tokens.border if self.isEnabled() else tokens.hairline)
        if self.ring_visible:
            ring(painter, self.rect(), tokens.ring)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        means_this = self.arrow_step(event) or (event.key() in _RETURN and self.ring_visible)
        if self.is_live and not means_this:
            event.ignore()
        else:
            super().keyPressEvent(event)


class LookButton(ReachableButton):
    """Looks at another part of the strip, or from nearer by: a quiet word."""

    PADDING = (4, 10)

    @override
    def letter_colour(self) -> str:
        return tokens_of(self).muted

    @override
    def paint_box(self, painter: QPainter) -> None:
        if self.ring_visible:
            ring(painter, self.rect(), tokens_of(self).ring)


class PartyChip(ReachableButton):
    """One party, with its pattern; filled while it has the floor."""

    PADDING = (10, 10)

    def __init__(self, who: Floor, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.who = who
        self.setCheckable(True)

    @override
    def letter_colour(self) -> str:
        return tokens_of(self).on_accent if self.isChecked() else super().letter_colour()

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(px(_BESIDE), 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(px(_BESIDE), 0)

    @override
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width - px(_BESIDE))

    @override
    def lettering(self) -> list[Lettering]:
        room = self._mirrored(self.inner().adjusted(px(_BESIDE), 0, 0, 0))
        return [Lettering(self.label, room, self.letter_font(), self.letter_colour(), WRAPPED)]

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        if self.isChecked():
            box(painter, self.rect(), tokens.accent, None)
            if self.ring_visible:
                ring(painter, self.rect(), tokens.on_accent, gap=px(3))
        else:
            super().paint_box(painter)
        swatch = self._swatch()
        painter.fillRect(swatch.adjusted(-1, -1, 1, 1), QColor(tokens.card))
        paint_party(painter, swatch, PARTY[self.who], tokens)

    def _swatch(self) -> QRect:
        side = px(_SWATCH)
        return self._mirrored(QRect(self.inner().left(), (self.height() - side) // 2, side, side))

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
