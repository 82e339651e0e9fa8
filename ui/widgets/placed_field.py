"""A field for one text of a rubric, with its label, and a quiet line below that may say what would help."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.rubric_draft import Place, RubricDraft, longest, text_at, usual
from ui.theme import px
from ui.widgets.draft_fields import DraftLine, DraftSentence
from ui.widgets.hint_line import HintLine
from ui.widgets.leaving import Leaving
from ui.widgets.named import named
from ui.widgets.text import Text, Voice


class PlacedField(QWidget):
    """Shows the text of a draft at its place; where it is empty, the words that will be read there.

    :param place: in any skill; ``show_draft`` says in which.
    :param label: what a screen reader calls it.
    :param wraps: whether it is a sentence.
    :param alone: without label and hint line around the field: who lays it out shows a label, and places ``hint``.
    :signal edited: (Place, text) the text as it is being written.
    :signal left: the keys went elsewhere, a moment ago.
    :signal left_alone: (Place) what is written here is to stay as it is.
    """

    edited = Signal(object, str)
    left = Signal()
    left_alone = Signal(object)

    def __init__(self, name: str, place: Place, label: str, *, wraps: bool, alone: bool = False) -> None:
        super().__init__()
        self.place = place
        self.field = named((DraftSentence if wraps else DraftLine)(longest(place)), name)
        self.field.setAccessibleName(label)
        self.hint = HintLine(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        parts = [self.field] if alone else [Text(label, Voice.STRONG), self.field, self.hint]
        for part in parts:
            column.addWidget(part)
        self.field.edited.connect(self._on_edited)
        Leaving(self.field, parent=self).left.connect(self.left)
        self.hint.left_alone.connect(self._on_left_alone)

    def show_draft(self, draft: RubricDraft, skill_id: str = "") -> None:
        """Show what is written at the place, in this skill."""
        is_another = skill_id != self.place.skill
        self.place = replace(self.place, skill=skill_id)
        self.field.show_text(text_at(draft, self.place))
        self.field.show_usual(usual(self.place))
        if is_another:
            self._show_hint("")

    def show_hint(self, sentence: str) -> None:
        """Say what would help. What is being written is not interrupted: a line comes once the keys have left."""
        if self.hint.hint or not self.field.hasFocus() or not sentence:
            self._show_hint(sentence)

    def take_keys(self) -> None:
        """Give the keys to the field, behind what is written."""
        self.field.take_keys()

    def _show_hint(self, sentence: str) -> None:
        if sentence != self.hint.hint:
            self.hint.show_hint(sentence)
            self.field.setAccessibleDescription(sentence)

    def _on_edited(self, text: str) -> None:
        self.edited.emit(self.place, text)

    def _on_left_alone(self) -> None:
        self.left_alone.emit(self.place)
