"""Who is speaking: one tile per party."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from typing_extensions import override

from exports.summary import Party
from scoring.text import tr
from ui import theme
from ui.theme import Tokens, px, tokens_of
from ui.widgets.painting import TRAILING, WRAPPED, Lettering, box, longest_word, shown, text_size
from ui.widgets.press_button import Clock, PressButton, live_height, monotonic_ms


def party_colour(tokens: Tokens, party: Party) -> str:
    """:returns: the colour that stands for ``party``, ``#rrggbb``."""
    return {"rep": tokens.rep, "customer": tokens.customer, "me": tokens.me, "nobody": tokens.nobody}[party]


_BAR = 6  # px at 100 %
_WIDE_BAR = 14


class FloorTile(PressButton):
    """A party's name and key, with the party's colour along the leading edge; raised while the party has the floor. The
    edge is wide while a party has the floor for longer than it should, which only those see who know it.
    """

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
        self._share = ""
        self._late = False
        self.party: Party = party
        super().__init__(text, parent, clock=clock)
        self.setCheckable(True)
        self.setAccessibleDescription(hint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def set_current(self, current: bool) -> None:
        """Show whether the party has the floor."""
        self.setChecked(current)

    def set_late(self, late: bool) -> None:
        """Show whether the party has had the floor for too long."""
        if late != self._late:
            self._late = late
            self._describe()
            self.update()

    def set_share(self, percent: int | None) -> None:
        """Show the party's share in whole per cents, or none."""
        share = "" if percent is None else tr("{percent}%").format(percent=percent)
        if share != self._share:
            self._share = share
            self._describe()
            self.update()

    def _describe(self) -> None:
        late = tr("For long") if self._late else ""
        self.setAccessibleDescription(". ".join(filter(None, (self._share, late, self._hint))))

    @override
    def letter_font(self) -> QFont:
        return theme.font(theme.HEADING)

    @override
    def lettering(self) -> list[Lettering]:
        tokens = tokens_of(self)
        inner, beside = self.inner(), self._beside()
        small = theme.font(theme.SMALL)
        name = QRect(inner.left(), inner.top(), inner.width() - beside, inner.height())
        edge = QRect(inner.right() + 1 - beside, inner.top(), beside, inner.height())
        half = text_size("Å", small).height() // 2 if self._share else 0
        found = [
            Lettering(self.label, self._mirrored(name), self.letter_font(), tokens.text, WRAPPED),
            Lettering(self._hint, self._mirrored(edge.translated(0, -half)), small, tokens.muted, TRAILING),
            Lettering(self._share, self._mirrored(edge.translated(0, half)), small, tokens.muted, TRAILING),
        ]
        return [letters for letters in found if letters.text]

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

    def _beside(self) -> int:
        """:returns: the room for key and share at the trailing edge, in px."""
        widest = max(text_size(text, theme.font(theme.SMALL)).width() for text in (self._hint, self._share))
        return widest + px(8) if widest else 0

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _bar(self) -> QPainterPath:
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), px(theme.RADIUS), px(theme.RADIUS))
        edge = QPainterPath()
        edge.addRect(QRectF(self._mirrored(self._edge())))
        return outline.intersected(edge)

    def _edge(self) -> QRect:
        return QRect(0, 0, px(_WIDE_BAR if self._late else _BAR), self.height())
