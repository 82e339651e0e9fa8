"""The buttons of the strip."""

from __future__ import annotations

from PySide6.QtGui import QFont
from typing_extensions import override

from ui import theme
from ui.theme import tokens_of
from ui.widgets.live_button import LiveButton
from ui.widgets.painting import LEADING, Lettering


class NarrowButton(LiveButton):
    """A word on little room."""

    PADDING = (4, 8)


class WordsButton(LiveButton):
    """Looks like a field to write in, which opens where it stands when it is pressed: the strip itself takes no keys.

    It shows words that were begun, or what belongs there.
    """

    PADDING = (12, 8)

    def __init__(self, placeholder: str) -> None:
        self._placeholder = placeholder
        super().__init__(placeholder)

    def show_words(self, words: str) -> None:
        """Show words that were begun."""
        self.setText(words.strip() or self._placeholder)

    @override
    def letter_font(self) -> QFont:
        return theme.font()

    @override
    def lettering(self) -> list[Lettering]:
        metrics_room = self.inner()
        tokens = tokens_of(self)
        colour = tokens.muted if self.text() == self._placeholder else tokens.text
        return [Lettering(self.label, metrics_room, self.letter_font(), colour, LEADING)]
