"""Who is speaking: one tile per party."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from typing_extensions import override

from exports.summary import Party
from ui import theme
from ui.theme import Tokens, px, tokens_of
from ui.widgets.painting import LEADING, TRAILING, WRAPPED, Lettering, box, longest_word, shown, text_size
from ui.widgets.press_button import Clock, PressButton, live_height, monotonic_ms


def party_colour(tokens: Tokens, party: Party) -> str:
    """:returns: the colour that stands for ``party``, ``#rrggbb``."""
    return {"rep": tokens.rep, "customer": tokens.customer, "me": tokens.me, "nobody": tokens.nobody}[party]


class FloorTile(PressButton):
    """A party's name and key, with the party's colour along the leading edge; raised while the party has the floor."""

    PADDING = (22, 8)

    def __init__(
        self,
        party: Party,
        text: str,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        clock: Clock = monotonic_ms,
    ) -> None:
        self._hint = shown(hint)
        self.party: Party = party
        super().__init__(text, parent, clock=clock)
        self.setCheckable(True)
        self.setAccessibleDescription(hint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def set_current(self, current: bool) -> None:
        """Show whether the party has the floor."""
        self.setChecked(current)

    @override
    def letter_font(self) -> QFont:
        return theme.font(theme.HEADING)

    @override
    def lettering(self) -> list[Lettering]:
        tokens = tokens_of(self)
        inner = self.inner()
        small = theme.font(theme.SMALL)
        key = QRect(inner.right() + 1 - self._hint_width(), inner.top(), self._hint_width(), inner.height())
        name = QRect(inner.left(), inner.top(), inner.width() - self._beside(), inner.height())
        return [
            Lettering(self.label, self._mirrored(name), self.letter_font(), tokens.text, WRAPPED),
            Lettering(
                self._hint, self._mirrored(key), small, tokens.muted, TRAILING if self._hint else LEADING
            ),
        ]

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        current = self.isChecked() or self.isDown()
        box(painter, self.rect(), tokens.raised if current else tokens.card, None)
        painter.fillPath(self._bar(), QColor(party_colour(tokens, self.party)))
        box(painter, self.rect(), None, tokens.text if current else tokens.border)
        self.paint_ring(painter)

    @override
    def sizeHint(self) -> QSize:
        name = text_size(self.label, self.letter_font()).width()
        return QSize(name + self._beside() + 2 * px(self.PADDING[0]), live_height())

    @override
    def minimumSizeHint(self) -> QSize:
        name = longest_word(self.label, self.letter_font())
        return QSize(name + self._beside() + 2 * px(self.PADDING[0]), live_height())

    @override
    def heightForWidth(self, width: int) -> int:
        words = width - self._beside() - 2 * px(self.PADDING[0])
        needed = text_size(self.label, self.letter_font(), words).height() + 2 * px(self.PADDING[1])
        return max(needed, live_height())

    def _hint_width(self) -> int:
        return text_size(self._hint, theme.font(theme.SMALL)).width()

    def _beside(self) -> int:
        return self._hint_width() + px(8) if self._hint else 0

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _bar(self) -> QPainterPath:
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), px(theme.RADIUS), px(theme.RADIUS))
        edge = QPainterPath()
        edge.addRect(QRectF(self._mirrored(QRect(0, 0, px(6), self.height()))))
        return outline.intersected(edge)
