"""One skill on the live screen: its name, a half for seen and a half for missed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from typing_extensions import override

from scoring.text import tr, trn
from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.painting import (
    CENTRED,
    TRAILING,
    WRAPPED,
    Lettering,
    box,
    longest_word,
    painter_on,
    shown,
    text_size,
)
from ui.widgets.press_button import Clock, PressButton, live_height, monotonic_ms
from ui.widgets.tally import paint_tally, tally_marks

PLUS = "+"
MINUS = "–"  # an en dash: the bundled font has no U+2212
_ROOM_FOR_DOTS = 56  # px at 100 %: the height from which on dots fit under the sign


class MarkHalf(PressButton):
    """Plus or minus, its key, and a dot for every mark. Belongs to a ``MarkTile``."""

    def __init__(self, sign: str, hint: str, tile: MarkTile, *, clock: Clock) -> None:
        self._tile = tile
        self._hint = shown(hint)
        self._tally = (0, 0)
        self.painted_tally = (0, 0)
        super().__init__(sign, tile, clock=clock)
        self._describe()

    def set_tally(self, saved: int, pending: int) -> None:
        """Show how many marks there are; ``pending`` ones are not saved yet and stay hollow."""
        if (saved, pending) != self._tally:
            self._tally = (saved, pending)
            self._describe()
            self.update()

    @override
    def lettering(self) -> list[Lettering]:
        tokens = tokens_of(self)
        hint = self.rect().adjusted(px(8), px(5), -px(8), 0)
        hint.setHeight(text_size("Å", theme.font(theme.SMALL)).height())
        return [
            Lettering(self.label, self._sign_room(), self._sign_font(), tokens.muted, CENTRED),
            Lettering(self._hint, hint, theme.font(theme.SMALL), tokens.muted, TRAILING),
        ]

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        painter.fillRect(self.rect(), QColor(tokens.ground))
        whole = self._tile.rect().translated(-self.pos())
        box(painter, whole, tokens.raised if self.isDown() else tokens.card, tokens.border)
        if self._tile.half_with_divider() is self:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(tokens.hairline))
        self.paint_ring(painter)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._paint_alone()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._paint_alone()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_on(self)
        paint_tally(painter, self._tally_room(), tally_marks(*self._tally), tokens_of(self).text)
        painter.end()
        self.painted_tally = self._tally

    def _paint_alone(self) -> None:
        """The half paints every pixel of its own, so a tap repaints nothing else. A style sheet forgets that
        whenever it is applied."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _describe(self) -> None:
        self.setAccessibleDescription(_tally_words(*self._tally, self._hint))

    def _low(self) -> bool:
        """:returns: whether there is no room for dots under the sign; they stand beside it then."""
        return self.height() < px(_ROOM_FOR_DOTS)

    def _tally_room(self) -> QRect:
        sign, key = (self._sign_room().width(), self._hint_width()) if self._low() else (0, 0)
        room = self.rect().adjusted(px(8) + sign, 0, -px(8) - key, -px(9))
        return QStyle.visualRect(self.layoutDirection(), self.rect(), room)

    def _hint_width(self) -> int:
        return text_size(self._hint, theme.font(theme.SMALL)).width() + px(4)

    def _sign_font(self) -> QFont:
        return theme.font(theme.LARGE if self._low() else theme.TITLE)

    def _sign_room(self) -> QRect:
        if self._low():
            width = text_size(self.label, self._sign_font()).width() + px(8)
            room = QRect(px(8), 0, width, self.height())
            return QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        height = text_size(self.label, self._sign_font()).height()
        middle = min(self.height() * 2 // 5, self.height() - px(28) - height // 2) + px(2)
        return QRect(0, max(middle - height // 2, 0), self.width(), height)


class MarkTile(QWidget):
    """A skill to tap. The tile shows what ``set_tally`` says; a press only tells.

    ``seen`` and ``missed`` are its halves: call their ``tap`` for their keys; ``painted_tally`` says how many marks
    (saved, pending) the last painted picture showed. A focus skill is set in bold.

    :param hints: the keys of the seen and of the missed half.
    :param clock: the present time in ms; only differences count.
    :signal seen_tapped: the seen half was pressed.
    :signal missed_tapped: the missed half was pressed.
    :signal seen_held: the press on the seen half has lasted 500 ms: words are to follow.
    :signal missed_held: likewise for the missed half.
    """

    seen_tapped = Signal()
    missed_tapped = Signal()
    seen_held = Signal()
    missed_held = Signal()

    def __init__(
        self,
        name: str,
        hints: tuple[str, str] = ("", ""),
        parent: QWidget | None = None,
        *,
        focus_skill: bool = False,
        clock: Clock = monotonic_ms,
    ) -> None:
        super().__init__(parent)
        self._name = shown(name)
        self._focus_skill = focus_skill
        self.seen = MarkHalf(PLUS, hints[0], self, clock=clock)
        self.missed = MarkHalf(MINUS, hints[1], self, clock=clock)
        self.seen.setAccessibleName(tr("{skill}, seen").format(skill=name))
        self.missed.setAccessibleName(tr("{skill}, missed").format(skill=name))
        self.setAccessibleName(name)
        self._connect()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tally(self, *, seen: tuple[int, int], missed: tuple[int, int]) -> None:
        """Show how many marks there are, each as (saved, not saved yet)."""
        self.seen.set_tally(*seen)
        self.missed.set_tally(*missed)

    def half_with_divider(self) -> MarkHalf:
        """:returns: the half that draws the line between both, the left one on screen."""
        return self.missed if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.seen

    def lettering(self) -> list[Lettering]:
        """:returns: the name and where it is painted; the halves have their own."""
        room = QRect(px(14), 1, self.width() - 2 * px(14), self._title_height() - 2)
        font = theme.font(theme.LARGE, bold=self._focus_skill)
        return [Lettering(self._name, room, font, tokens_of(self).text, WRAPPED)]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = painter_on(self)
        box(painter, self.rect(), tokens.card, tokens.border)
        painter.fillRect(1, self._title_height(), self.width() - 2, 1, QColor(tokens.hairline))
        for letters in self.lettering():
            letters.paint(painter)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        top = self._title_height() + 1
        height = self.height() - top
        first = QRect(0, top, self.width() // 2, height)
        second = QRect(first.right() + 1, top, self.width() - first.width(), height)
        self.seen.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), first))
        self.missed.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), second))

    @override
    def sizeHint(self) -> QSize:
        font = theme.font(theme.LARGE, bold=True)
        width = max(text_size(self._name, font).width() + 2 * px(14), 2 * px(64))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        font = theme.font(theme.LARGE, bold=True)
        width = max(longest_word(self._name, font) + 2 * px(14), 2 * px(theme.TARGET))
        return QSize(width, self._least_title() + live_height() + px(12))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._title_height(width) + live_height() + px(12)

    def _connect(self) -> None:
        self.seen.tapped.connect(self.seen_tapped)
        self.missed.tapped.connect(self.missed_tapped)
        self.seen.held.connect(self.seen_held)
        self.missed.held.connect(self.missed_held)

    def _title_height(self, width: int | None = None) -> int:
        room = (self.width() if width is None else width) - 2 * px(14)
        font = theme.font(theme.LARGE, bold=self._focus_skill)
        return max(text_size(self._name, font, room).height() + 2 * px(7), self._least_title())

    def _least_title(self) -> int:
        return text_size("Å", theme.font(theme.LARGE)).height() + 2 * px(7)


def _tally_words(saved: int, pending: int, hint: str) -> str:
    words = trn("{n} saved", "{n} saved", saved).format(n=saved)
    if pending:
        words = tr("{saved}, {waiting} not saved yet").format(saved=words, waiting=pending)
    return tr("{tally}. Key {key}").format(tally=words, key=hint) if hint else words
