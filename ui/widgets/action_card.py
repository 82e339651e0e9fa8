"""A card that is one button: what is open, and the next thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.painting import TRAILING, WRAPPED_TOP, Lettering, box, longest_word, ring, shown, text_size


class ActionCard(PaintedButton):
    """Title, detail and, at the trailing edge, the word for what a press does. ``clicked`` says it was pressed."""

    PADDING = (18, 14)

    def __init__(self, title: str, detail: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_words(title, detail, action)

    def set_words(self, title: str, detail: str, action: str) -> None:
        """Change what the card says."""
        self._detail = shown(detail)
        self._action = shown(action)
        self.setText(title)
        self.setAccessibleName(f"{title}, {action}")
        self.setAccessibleDescription(detail)
        self.update()

    @override
    def letter_font(self) -> QFont:
        return theme.font(bold=True)

    @override
    def lettering(self) -> list[Lettering]:
        tokens = tokens_of(self)
        small = theme.font(theme.SMALL)
        words = self._words_room(self.inner())
        title_height = text_size(self.label, self.letter_font(), words.width()).height()
        detail_height = text_size(self._detail, small, words.width()).height()
        top = words.top() + (words.height() - title_height - detail_height) // 2
        title = QRect(words.left(), top, words.width(), title_height)
        detail = QRect(words.left(), top + title_height, words.width(), detail_height)
        return [
            Lettering(self.label, title, self.letter_font(), tokens.text, WRAPPED_TOP),
            Lettering(self._detail, detail, small, tokens.muted, WRAPPED_TOP),
            Lettering(
                self._action, self._action_room(self.inner()), self.letter_font(), tokens.accent, TRAILING
            ),
        ]

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        box(painter, self.rect(), tokens.card, tokens.hairline)
        if self.ring_visible:
            ring(painter, self.rect(), tokens.ring)

    @override
    def sizeHint(self) -> QSize:
        words = text_size(self.label, self.letter_font()).expandedTo(
            text_size(self._detail, theme.font(theme.SMALL))
        )
        width = words.width() + self._beside_words() + 2 * px(self.PADDING[0])
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        words = max(longest_word(self.label, self.letter_font()), px(96))
        width = words + self._beside_words() + 2 * px(self.PADDING[0])
        return QSize(width, px(theme.TARGET))

    @override
    def heightForWidth(self, width: int) -> int:
        words = width - self._beside_words() - 2 * px(self.PADDING[0])
        title = text_size(self.label, self.letter_font(), words).height()
        detail = text_size(self._detail, theme.font(theme.SMALL), words).height()
        return title + detail + 2 * px(self.PADDING[1])

    def _beside_words(self) -> int:
        return text_size(self._action, self.letter_font()).width() + px(16)

    def _words_room(self, inner: QRect) -> QRect:
        room = inner.adjusted(0, 0, -self._beside_words(), 0)
        return QStyle.visualRect(self.layoutDirection(), inner, room)

    def _action_room(self, inner: QRect) -> QRect:
        width = text_size(self._action, self.letter_font()).width()
        room = QRect(inner.right() + 1 - width, inner.top(), width, inner.height())
        return QStyle.visualRect(self.layoutDirection(), inner, room)
