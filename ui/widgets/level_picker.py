"""Where did they stand: one row per level, and one for "no chance to see"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.painting import WRAPPED, Lettering, box, longest_word, ring, shown, text_size
from ui.widgets.roving import RovingGroup

NO_CHANCE: Final = 0  # the number of "no chance to see" in this widget; it is no level and is never averaged


@dataclass(frozen=True, slots=True)
class LevelText:
    """A level to choose: ``number`` 1 to 9, or ``NO_CHANCE``; a word; and one sentence that can be observed."""

    number: int
    word: str
    sentence: str


class LevelRow(PaintedButton):
    """One level: the word, then the sentence. Belongs to a ``LevelPicker``."""

    PADDING = (16, 11)

    def __init__(self, level: LevelText, word_width: int, parent: QWidget) -> None:
        self._word_width = word_width
        self._sentence = shown(level.sentence, 600)
        self.number = level.number
        super().__init__(level.word, parent)
        self.setAccessibleDescription(level.sentence)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @override
    def lettering(self) -> list[Lettering]:
        inner = self.inner()
        word = QRect(inner.left(), inner.top(), self._word_width, inner.height())
        sentence = inner.adjusted(self._word_width + px(24), 0, 0, 0)
        colour = self.letter_colour()
        return [
            Lettering(self.label, self._mirrored(word), theme.font(bold=True), colour, WRAPPED),
            Lettering(self._sentence, self._mirrored(sentence), theme.font(), colour, WRAPPED),
        ]

    @override
    def letter_colour(self) -> str:
        tokens = tokens_of(self)
        if self.isChecked():
            return tokens.on_accent
        return tokens.muted if self.number == NO_CHANCE else tokens.text

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        chosen = self.isChecked()
        if chosen:
            box(painter, self.rect(), tokens.accent, None)
        else:
            box(painter, self.rect(), tokens.card, tokens.border, dashed=self.number == NO_CHANCE)
        if self.ring_visible:
            ring(
                painter, self.rect(), tokens.on_accent if chosen else tokens.ring, gap=px(3) if chosen else 0
            )

    @override
    def sizeHint(self) -> QSize:
        width = text_size(self._sentence, theme.font()).width() + self._before_sentence()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = max(longest_word(self._sentence, theme.font()), px(120)) + self._before_sentence()
        return QSize(width, px(theme.TARGET))

    @override
    def heightForWidth(self, width: int) -> int:
        word = text_size(self.label, theme.font(bold=True), self._word_width)
        sentence = text_size(self._sentence, theme.font(), width - self._before_sentence())
        return max(word.height(), sentence.height()) + 2 * px(self.PADDING[1])

    def _before_sentence(self) -> int:
        return self._word_width + px(24) + 2 * px(self.PADDING[0])

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


class LevelPicker(QWidget):
    """Rows to choose a level from. Number keys choose at once (0 for no chance); arrows move, Return chooses.

    :signal chosen: the number of the level that was pressed, ``NO_CHANCE`` for "no chance to see".
    """

    chosen = Signal(int)

    def __init__(self, levels: Sequence[LevelText] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LevelRow] = []
        self._group = RovingGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self.set_levels(levels)

    def set_levels(self, levels: Sequence[LevelText]) -> None:
        """Replace the rows, from the top; none is chosen afterwards."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        width = max(
            (text_size(shown(level.word), theme.font(bold=True)).width() for level in levels), default=0
        )
        self._rows = [self._make_row(level, min(width, px(180))) for level in levels]
        self._group.set_buttons(self._rows)

    def set_level(self, number: int | None) -> None:
        """Show which level is chosen; None for none yet."""
        for row in self._rows:
            row.setChecked(row.number == number)
        chosen = next((row for row in self._rows if row.isChecked()), self._rows[0] if self._rows else None)
        self._group.set_stop(chosen)

    def rows(self) -> list[LevelRow]:
        """:returns: the rows from the top."""
        return list(self._rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and not event.isAutoRepeat() and any(row.number == number for row in self._rows):
            self.chosen.emit(number)
        else:
            super().keyPressEvent(event)

    def _make_row(self, level: LevelText, word_width: int) -> LevelRow:
        row = LevelRow(level, word_width, self)
        row.setObjectName(f"level.{level.number}")
        row.clicked.connect(self._on_clicked)
        self._column.addWidget(row)
        row.show()  # at once, also in a picker that is already on screen
        return row

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, LevelRow):
            self.chosen.emit(sender.number)
