"""One skill in a narrow list: its name, and a half for seen and for missed beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont
from typing_extensions import override

from ui import theme
from ui.theme import px
from ui.widgets.mark_tile import MarkTile
from ui.widgets.painting import broken_to_fit, longest_word, text_size
from ui.widgets.press_button import live_height

_HALF = 54  # px at 100 %
_HALF_WITH_KEY = 64
_LEAST_NAME = 110


class MarkRow(MarkTile):
    """A ``MarkTile`` that lies down: for a strip, and for large text on a small screen."""

    @override
    def title_font(self) -> QFont:
        return theme.font(theme.BODY, bold=self._focus_skill)

    @override
    def name_in(self, width: int) -> str:
        """A word that is wider than that is broken: the halves are never pushed out of sight."""
        return broken_to_fit(self._name, self.title_font(), width)

    @override
    def title_room(self) -> QRect:
        return QRect(px(10), 1, self.width() - self._beside(), self.height() - 2)

    @override
    def halves_room(self) -> QRect:
        left = self.width() - 2 * self._half()
        return QRect(left, 0, self.width() - left, self.height())

    @override
    def dividers(self) -> list[QRect]:
        room = self.halves_room()
        lines = (room.left() - 1, room.left() + self._half() - 1)
        return [self._visual(QRect(x, 1, 1, self.height() - 2)) for x in lines]

    @override
    def sizeHint(self) -> QSize:
        width = text_size(self._name, theme.font(theme.BODY, bold=True)).width() + self._beside()
        return QSize(width, live_height())

    @override
    def minimumSizeHint(self) -> QSize:
        name = longest_word(self._name, theme.font(theme.BODY, bold=True))
        return QSize(min(name, px(_LEAST_NAME)) + self._beside(), live_height())

    @override
    def heightForWidth(self, width: int) -> int:
        room = width - self._beside()
        words = text_size(self.name_in(room), self.title_font(), room)
        return max(words.height() + px(4), live_height())

    def _beside(self) -> int:
        return px(14) + 2 * self._half()

    def _half(self) -> int:
        return px(_HALF_WITH_KEY if self.seen.has_key else _HALF)
