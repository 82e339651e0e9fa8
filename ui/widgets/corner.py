"""A corner of the live screen that draws the curtain, and opens it again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.painting import LEADING, Lettering, text_size
from ui.widgets.press_button import Clock, PressButton, live_height, monotonic_ms


class Corner(PressButton):
    """Words in a corner, such as the time. Nothing about it looks like a button, but a press anywhere on it counts. The
    keyboard has a key for it and does not stop here.

    :param size: of the words, one of the sizes of ``ui.theme``.
    """

    PADDING = (0, 8)

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: int = theme.HEADING,
        bold: bool = False,
        clock: Clock = monotonic_ms,
    ) -> None:
        self._size, self._bold = size, bold
        super().__init__(text, parent, clock=clock)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._below: QWidget | None = None

    def put_below(self, part: QWidget) -> None:
        """Let a part stand under the words; a press on it is one on the corner."""
        self._below = part
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(part)

    @override
    def letter_font(self) -> QFont:
        return theme.font(self._size, bold=self._bold)

    @override
    def lettering(self) -> list[Lettering]:
        room = self.rect().adjusted(0, 0, 0, -self._below.height() if self._below else 0)
        return [Lettering(self.label, room, self.letter_font(), tokens_of(self).text, LEADING)]

    @override
    def paint_box(self, painter: QPainter) -> None:
        """Nothing stands behind the words."""

    @override
    def sizeHint(self) -> QSize:
        words = text_size(self.label, self.letter_font()).width() + px(8)
        below = self._below.sizeHint().width() if self._below else 0
        return QSize(max(words, below, live_height()), live_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        return False
