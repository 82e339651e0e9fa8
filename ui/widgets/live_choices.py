"""A question of the live screen that one press answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import px
from ui.widgets.live_button import LiveButton
from ui.widgets.text import Text, Voice


class LiveChoices(QWidget):
    """A few words and a button for each answer; the screen hides it once it is answered.

    :param options: (value, text) in order.
    :signal tapped: the value of the button that was pressed.
    """

    tapped = Signal(str)

    def __init__(
        self, question: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        words = Text(question, Voice.MUTED)
        words.setWordWrap(False)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        self._values: dict[LiveButton, str] = {}
        for value, text in options:
            button = LiveButton(text)
            button.setObjectName(f"choice.{value}")
            button.tapped.connect(self._on_tapped)
            self._values[button] = value
            row.addWidget(button)

    def _on_tapped(self) -> None:
        button = self.sender()
        if isinstance(button, LiveButton):
            self.tapped.emit(self._values[button])
