"""Keys and what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.painting import CENTRED, Lettering, box, painter_on, shown, text_size
from ui.widgets.text import Text


class KeyCap(QWidget):
    """A key as it lies on the keyboard, or a row of them such as "1 … 9"."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = shown(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def lettering(self) -> list[Lettering]:
        """:returns: what stands on the key."""
        return [Lettering(self._text, self.rect(), _cap_font(), tokens_of(self).text, CENTRED)]

    @override
    def sizeHint(self) -> QSize:
        needed = text_size(self._text, _cap_font())
        return QSize(max(needed.width() + px(20), px(36)), needed.height() + px(12))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        tokens = tokens_of(self)
        box(painter, self.rect(), tokens.card, tokens.border)
        for letters in self.lettering():
            letters.paint(painter)
        painter.end()


class KeyList(QWidget):
    """Columns of keys with what each of them does.

    :param columns: the keys of each column from the top: (what stands on the key, what it does).
    """

    def __init__(self, columns: Sequence[Sequence[tuple[str, str]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(8))
        for column, keys in enumerate(columns):
            grid.setColumnStretch(2 * column + 1, 1)
            for row, (key, words) in enumerate(keys):
                grid.addWidget(KeyCap(key), row, 2 * column, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(Text(words), row, 2 * column + 1)


def _cap_font() -> QFont:
    return theme.font(theme.BODY)
