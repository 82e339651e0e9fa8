"""Notes beside a form: a heading, what was said, and a quiet line about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.text import Text, Voice


@dataclass(frozen=True, slots=True)
class Note:
    """``words`` may be empty; ``detail`` is set in muted letters."""

    heading: str
    words: str = ""
    detail: str = ""


class SideNotes(QWidget):
    """A column of notes; without any it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Replace all notes."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, note in enumerate(notes):
            if number:
                self._column.addSpacing(px(12))
            self._add(note.heading, Voice.STRONG)
            self._add(note.words, Voice.BODY)
            self._add(note.detail, Voice.MUTED)

    def _add(self, words: str, voice: Voice) -> None:
        if words:
            text = Text(words, voice)
            self._column.addWidget(text)
            text.show()  # at once, also in a column that is already on screen
