"""One skill on the live screen: its name, a half for seen and a half for missed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from typing_extensions import override

from scoring.text import tr, trn
from ui import theme
from ui.skill_colours import EDGE, paint_edge
from ui.theme import px, tokens_of
from ui.widgets.painting import (
    CENTRED,
    LEADING,
    TRAILING,
    WRAPPED,
    Lettering,
    box,
    broken_to_fit,
    longest_word,
    painter_on,
    shortened,
    shown,
    text_size,
)
from ui.widgets.press_button import Clock, PressButton, live_height, monotonic_ms
from ui.widgets.tally import paint_tally, tally_marks

PLUS = "+"
MINUS = "–"  # an en dash: the bundled font has no U+2212
_LEAST_NAME = 110  # px at 100 %: four tiles stand beside each other on a small laptop, also in large letters
_NAME_SIZES = ((theme.LARGE, 7), (theme.BODY, 7), (theme.SMALL, 7), (theme.SMALL, 2))
"""The size of the letters of a name and the space above and below it in px at 100 %: the first one that has room."""
_ROOM_FOR_DOTS = 56  # px at 100 %: the height from which on dots fit under the sign


class MarkHalf(PressButton):
    """Plus or minus, its key, and a dot for every mark. Belongs to a ``MarkTile``."""

    def __init__(self, sign: str, hint: str, tile: MarkTile, *, clock: Clock) -> None:
        self._tile = tile
        self._hint = shown(hint)
        self._tally = (0, 0)
        self._counted = False
        self.painted_tally = (0, 0)
        super().__init__(sign, tile, clock=clock)
        self._describe()

    @property
    def has_key(self) -> bool:
        """Whether a key of the keyboard does the same."""
        return bool(self._hint)

    def set_counted(self, counted: bool) -> None:
        """Say the number of marks too, for the eye and for a screen reader, or leave it at dots."""
        if counted != self._counted:
            self._counted = counted
            self._describe()
            self.update()

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
        found = [
            Lettering(self.label, self._sign_room(), self._sign_font(), tokens.muted, CENTRED),
            Lettering(self._hint, hint, theme.font(theme.SMALL), tokens.muted, TRAILING),
            Lettering(self._count(), self._count_room(hint), theme.font(theme.SMALL), tokens.text, LEADING),
        ]
        return [letters for letters in found if letters.text]

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        painter.fillRect(self.rect(), QColor(tokens.ground))
        whole = self._tile.rect().translated(-self.pos())
        box(painter, whole, tokens.raised if self.isDown() else tokens.card, tokens.border)
        for line in self._tile.dividers():
            painter.fillRect(line.translated(-self.pos()), QColor(tokens.hairline))
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
        if not (self._low() and self._counted):
            paint_tally(painter, self._tally_room(), tally_marks(*self._tally), tokens_of(self).text)
        painter.end()
        self.painted_tally = self._tally

    def _paint_alone(self) -> None:
        """The half paints every pixel of its own, so a tap repaints nothing else. A style sheet forgets that
        whenever it is applied."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _describe(self) -> None:
        self.setAccessibleDescription(_tally_words(*self._tally, self._hint, counted=self._counted))

    def _count(self) -> str:
        total = sum(self._tally)
        return str(total) if self._counted and total else ""

    def _count_room(self, hint: QRect) -> QRect:
        """:returns: where the count stands: across from the key, or, where there is little height, in place of dots."""
        if self._low():
            beside = self._tally_room()
            return QRect(beside.left(), 0, beside.width(), self.height())
        return hint.adjusted(0, -px(3) if self._is_short() else 0, 0, 0)

    def _low(self) -> bool:
        """:returns: whether there is no room for dots under the sign, because of the key; they stand beside it then."""
        return self.has_key and self._is_short()

    def _is_short(self) -> bool:
        return self.height() < px(_ROOM_FOR_DOTS)

    def _tally_room(self) -> QRect:
        sign, key = (self._sign_room().width(), self._hint_width()) if self._low() else (0, 0)
        room = self.rect().adjusted(px(8) + sign, 0, -px(8) - key, -px(9))
        return QStyle.visualRect(self.layoutDirection(), self.rect(), room)

    def _hint_width(self) -> int:
        return text_size(self._hint, theme.font(theme.SMALL)).width() + px(4)

    def _sign_font(self) -> QFont:
        return theme.font(theme.LARGE if self._is_short() else theme.TITLE)

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
    :param place: of the skill in its rubric, from 0: the colour of the edge beside its name.
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
        place: int = 0,
        focus_skill: bool = False,
        clock: Clock = monotonic_ms,
    ) -> None:
        super().__init__(parent)
        self._name = shown(name)
        self._place = place
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

    def set_counted(self, counted: bool) -> None:
        """Say the number of marks too, or leave it at dots."""
        self.seen.set_counted(counted)
        self.missed.set_counted(counted)

    def set_tally(self, *, seen: tuple[int, int], missed: tuple[int, int]) -> None:
        """Show how many marks there are, each as (saved, not saved yet)."""
        self.seen.set_tally(*seen)
        self.missed.set_tally(*missed)

    def dividers(self) -> list[QRect]:
        """:returns: the lines between the name and the two halves, in px of the tile."""
        room = self.halves_room()
        return [
            QRect(1, room.top() - 1, self.width() - 2, 1),
            self._visual(QRect(room.left() + room.width() // 2 - 1, room.top(), 1, room.height())),
        ]

    def title_room(self) -> QRect:
        """:returns: where the name stands."""
        return QRect(px(14), 1, self.width() - 2 * px(14), self._title_height() - 2)

    def _edge(self) -> QRect:
        room = self.title_room()
        return QRect(room.left() - px(7), room.top() + px(7), px(EDGE), room.height() - 2 * px(7))

    def halves_room(self) -> QRect:
        """:returns: where the halves stand side by side, left to right."""
        top = self._title_height() + 1
        return QRect(0, top, self.width(), self.height() - top)

    def title_font(self) -> QFont:
        """:returns: the font of the name: the largest in which all of it stands above halves that can be tapped."""
        return self._name_font(self._name_size()[0])

    def name_in(self, width: int) -> str:
        """:returns: the name as it is written in so many px. A wider word is broken, and where not even small letters
        leave the halves their room, the end is left out."""
        words = broken_to_fit(self._name, self.title_font(), width)
        return shortened(
            words, self.title_font(), QSize(width, self._title_height() - 2 * px(self._name_size()[1]))
        )

    def lettering(self) -> list[Lettering]:
        """:returns: the name and where it is painted; the halves have their own."""
        room = self._visual(self.title_room())
        font = self.title_font()
        name = self.name_in(room.width())
        whole = "" if name == broken_to_fit(self._name, font, room.width()) else self._name
        return [Lettering(name, room, font, tokens_of(self).text, WRAPPED, whole)]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = painter_on(self)
        box(painter, self.rect(), tokens.card, tokens.border)
        for line in self.dividers():
            painter.fillRect(line, QColor(tokens.hairline))
        paint_edge(painter, self._visual(self._edge()), self._place, self)
        for letters in self.lettering():
            letters.paint(painter)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.halves_room()
        first = QRect(room.left(), room.top(), room.width() // 2, room.height())
        second = QRect(first.right() + 1, room.top(), room.width() - first.width(), room.height())
        self.seen.setGeometry(self._visual(first))
        self.missed.setGeometry(self._visual(second))

    @override
    def sizeHint(self) -> QSize:
        font = theme.font(theme.LARGE, bold=True)
        width = max(text_size(self._name, font).width() + 2 * px(14), 2 * px(64))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = min(self.unbroken_width(), px(_LEAST_NAME) + 2 * px(14))
        return QSize(width, self._least_title() + live_height() + px(12))

    def unbroken_width(self) -> int:
        """:returns: the width in px in which no word of the name is broken."""
        name = longest_word(self._name, theme.font(theme.LARGE, bold=True))
        return max(name + 2 * px(14), 2 * px(theme.TARGET))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._needed(width, *_NAME_SIZES[0]) + live_height() + px(12)

    def _connect(self) -> None:
        self.seen.tapped.connect(self.seen_tapped)
        self.missed.tapped.connect(self.missed_tapped)
        self.seen.held.connect(self.seen_held)
        self.missed.held.connect(self.missed_held)

    def _name_font(self, size: int) -> QFont:
        return theme.font(size, bold=self._focus_skill)

    def _name_size(self) -> tuple[int, int]:
        most, width = self._most_title(), self.width()
        return next((one for one in _NAME_SIZES if self._needed(width, *one) <= most), _NAME_SIZES[-1])

    def _title_height(self) -> int:
        return min(self._needed(self.width(), *self._name_size()), self._most_title())

    def _most_title(self) -> int:
        """The halves can be tapped however long the name is."""
        return max(self.height() - live_height() - 1, self._least_title())

    def _needed(self, width: int, size: int, around: int) -> int:
        """:returns: the height in px that the whole name takes on a tile of this width, in letters of this size with
        so much space around them."""
        room, font = width - 2 * px(14), self._name_font(size)
        words = broken_to_fit(self._name, font, room)
        return max(text_size(words, font, room).height() + 2 * px(around), self._least_title())

    def _visual(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _least_title(self) -> int:
        return text_size("Å", theme.font(theme.LARGE)).height() + 2 * px(7)


def _tally_words(saved: int, pending: int, hint: str, *, counted: bool) -> str:
    """Without figures unless they are asked for: somebody else may hear them."""
    total = saved + pending
    marked = trn("{n} mark", "{n} marks", total).format(n=total) if counted else tr("Marked")
    if pending:
        marked = tr("{marked}, not saved yet").format(marked=marked)
    key = tr("Key {key}").format(key=hint) if hint else ""
    return ". ".join(filter(None, (marked if total else "", key)))
