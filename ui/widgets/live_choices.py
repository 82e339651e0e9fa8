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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        words = Text(question, Voice.MUTED)
        words.setWordWrap(False)
        self._row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        self._values: dict[LiveButton, str] = {}
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these answers in place of the old ones."""
        if list(self._values.values()) == [value for value, _ in options]:
            return
        for button in self._values:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._values = {self._made(value, text): value for value, text in options}

    def _made(self, value: str, text: str) -> LiveButton:
        button = LiveButton(text)
        button.setObjectName(f"choice.{value}")
        button.tapped.connect(self._on_tapped)
        self._row.addWidget(button)
        button.show()
        return button

    def _on_tapped(self) -> None:
        button = self.sender()
        if isinstance(button, LiveButton):
            self.tapped.emit(self._values[button])
