"""A quiet line under a field: what would help, and a way to leave it as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Generic[T]):
    """How a field learns what to say: ``hint`` gives a sentence on what is written, or nothing; ``leave`` is told that
    it is to stay as it is."""

    hint: Callable[[T], str]
    leave: Callable[[T], None]


class HintLine(QWidget):
    """Shows a hint, or takes no room.

    :param name: the first part of the object names.
    :signal left_alone: the words are to stay as they are.
    """

    left_alone = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = named(Text("", Voice.SMALL), f"{name}.hint")
        self._leave = named(LinkButton(tr("Leave it"), quiet=True), f"{name}.hint.leave")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self._words, 1)
        row.addWidget(self._leave)
        self._leave.clicked.connect(self.left_alone)
        self.hide()

    @property
    def hint(self) -> str:
        """What is shown; nothing while the line is away."""
        return self._words.accessibleName() if not self.isHidden() else ""

    def show_hint(self, sentence: str) -> None:
        """Show a hint; an empty sentence takes the line away."""
        self._words.setText(sentence)
        self._leave.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))
