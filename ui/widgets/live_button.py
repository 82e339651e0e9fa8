"""A word and its key, at the lower end of the live screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QStyle, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.painting import CENTRED, Lettering, longest_word, shown, text_size
from ui.widgets.press_button import Clock, PressButton, live_height, monotonic_ms


class LiveButton(PressButton):
    """What it does, and in smaller letters the key that does the same.

    :param hint: the key as it is written on the keyboard; part of the description a screen reader gives.
    """

    PADDING = (15, 8)

    def __init__(
        self, text: str, hint: str = "", parent: QWidget | None = None, *, clock: Clock = monotonic_ms
    ) -> None:
        self._hint = shown(hint)
        self._texts = [text]
        super().__init__(text, parent, clock=clock)
        self.setAccessibleDescription(hint)

    def keep_room_for(self, *texts: str) -> None:
        """Be as wide as the widest of these needs, whichever of them is shown: nothing around it is to move."""
        self._texts = [shown(text) for text in texts]
        self.updateGeometry()

    def _widest(self) -> int:
        return max(text_size(text, theme.font()).width() for text in (self.label, *self._texts))

    @override
    def lettering(self) -> list[Lettering]:
        inner = self.inner()
        beside = self._hint_room()
        words = min(text_size(self.label, theme.font()).width(), inner.width() - beside)
        start = inner.left() + (inner.width() - words - beside) // 2
        label = QRect(start, inner.top(), words, inner.height())
        hint = QRect(start + words + px(8), inner.top(), max(beside - px(8), 0), inner.height())
        tokens = tokens_of(self)
        colour = tokens.text if self.isEnabled() else tokens.muted
        return [
            Lettering(self.label, self._mirrored(label), theme.font(), colour, CENTRED),
            Lettering(self._hint, self._mirrored(hint), theme.font(theme.SMALL), tokens.muted, CENTRED),
        ]

    @override
    def sizeHint(self) -> QSize:
        width = self._widest() + self._hint_room() + 2 * px(self.PADDING[0])
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = longest_word(self.label, theme.font()) + self._hint_room() + 2 * px(self.PADDING[0])
        return QSize(width, live_height())

    @override
    def heightForWidth(self, width: int) -> int:
        words = width - self._hint_room() - 2 * px(self.PADDING[0])
        return max(
            text_size(self.label, theme.font(), words).height() + 2 * px(self.PADDING[1]), live_height()
        )

    def _hint_room(self) -> int:
        return text_size(self._hint, theme.font(theme.SMALL)).width() + px(8) if self._hint else 0

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
