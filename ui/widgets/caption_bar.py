"""What is said in a practice call, above the live screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from typing_extensions import override

from exports.summary import Party
from ui import theme
from ui.theme import LIVE, px, tokens_of, wear
from ui.widgets.floor_tile import party_colour
from ui.widgets.painting import LEADING, WRAPPED, Lettering, longest_word, painter_on, shown, text_size

LINES: Final = 2
SIZES: Final = (theme.HEADING, theme.LARGE, theme.BODY, theme.SMALL)
"""The largest in which a caption fits is taken."""


class CaptionBar(QWidget):
    """Who speaks, as a word and in the party's colour, and what is said, on the ground of the live screen.

    It is as high as two lines whatever is said, so that nothing below it moves. A screen reader says each caption.

    :param names: what the parties are called; the words of all captions begin at the same place.
    """

    def __init__(self, names: dict[Party, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {party: shown(name) for party, name in names.items()}
        self._party: Party | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        wear(self, LIVE)

    def show_caption(self, party: Party, words: str) -> None:
        """Show what ``party`` says, in place of what was said before."""
        self._party = party
        self._words = shown(words)
        self.update()
        said = f"{self._names[party]}: {words}"
        self.setAccessibleName(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def lettering(self) -> list[Lettering]:
        """:returns: who speaks and what is said, and where they are painted."""
        if self._party is None:
            return []
        tokens, room = tokens_of(self), self._room()
        name = QRect(room.left(), room.top(), self._name_width(), room.height())
        words = room.adjusted(self._name_width() + px(18), 0, 0, 0)
        fitting = _largest_that_fits(self._words, words)
        return [
            Lettering(self._names[self._party], self._mirrored(name), _name_font(), tokens.muted, LEADING),
            Lettering(self._words, self._mirrored(words), fitting, tokens.text, WRAPPED),
        ]

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(480), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), self._height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        tokens = tokens_of(self)
        painter.fillRect(self.rect(), QColor(tokens.ground))
        if self._party is not None:
            bar = QRect(px(18), px(10), px(6), self.height() - px(12))
            painter.fillRect(self._mirrored(bar), QColor(party_colour(tokens, self._party)))
        for letters in self.lettering():
            letters.paint(painter)
        painter.end()

    def _height(self) -> int:
        return LINES * QFontMetrics(theme.font(SIZES[0])).lineSpacing() + px(16)

    def _room(self) -> QRect:
        """As far from the edges as the tiles of the live screen, and level with the words on them."""
        return self.rect().adjusted(px(40), px(10), -px(18), -px(2))

    def _name_width(self) -> int:
        return max(text_size(name, _name_font()).width() for name in self._names.values())

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


def _name_font() -> QFont:
    return theme.font(theme.BODY)


def _largest_that_fits(words: str, room: QRect) -> QFont:
    return next((font for font in map(theme.font, SIZES) if _fits(words, font, room)), theme.font(SIZES[-1]))


def _fits(words: str, font: QFont, room: QRect) -> bool:
    needed = text_size(words, font, room.width())
    return needed.height() <= room.height() and longest_word(words, font) <= room.width()
