"""Who is speaking, in a narrow row: one cell per party."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from exports.summary import Party
from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.floor_tile import FloorTile
from ui.widgets.painting import CENTRED, Lettering, longest_word, text_size
from ui.widgets.press_button import Clock, live_height, monotonic_ms

_BAR = 4  # px at 100 %
_WIDE_BAR = 9


class FloorCell(FloorTile):
    """A ``FloorTile`` for a strip: the name in the middle, the party's colour along the upper edge."""

    PADDING = (6, 8)

    def __init__(
        self,
        party: Party,
        text: str,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        clock: Clock = monotonic_ms,
    ) -> None:
        super().__init__(party, text, hint, parent, clock=clock)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def letter_font(self) -> QFont:
        return theme.font()

    @override
    def lettering(self) -> list[Lettering]:
        tokens = tokens_of(self)
        name, share = self._rooms()
        found = [
            Lettering(self.label, name, self.letter_font(), tokens.text, CENTRED),
            Lettering(self._share, share, theme.font(theme.SMALL), tokens.muted, CENTRED),
        ]
        return [letters for letters in found if letters.text]

    def _rooms(self) -> tuple[QRect, QRect]:
        """:returns: where the name and the share stand."""
        room = self.rect().adjusted(px(self.PADDING[0]), px(_BAR), -px(self.PADDING[0]), 0)
        if not self._share:
            return room, QRect()
        below = text_size("Å", theme.font(theme.SMALL)).height() + px(3)
        share = QRect(room.left(), room.bottom() + 1 - below, room.width(), below)
        return room.adjusted(0, 0, 0, -below), share

    @override
    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        name = text_size(self.label, self.letter_font()).width() + 2 * px(self.PADDING[0])
        return QSize(max(name, least.width()), least.height())

    @override
    def minimumSizeHint(self) -> QSize:
        share = text_size(self._share, theme.font(theme.SMALL)).width()
        name = max(longest_word(self.label, self.letter_font()), share)
        return QSize(name + 2 * px(self.PADDING[0]), self._height())

    @override
    def heightForWidth(self, width: int) -> int:
        words = text_size(self.label, self.letter_font(), width - 2 * px(self.PADDING[0])).height()
        share = px(16) if self._share else 0
        return max(words + px(_BAR) + px(6) + share, self._height())

    def _height(self) -> int:
        return live_height() + (px(12) if self._share else 0)

    @override
    def _edge(self) -> QRect:
        return QRect(0, 0, self.width(), px(_WIDE_BAR if self._late else _BAR))
