"""What stands where there is nothing yet: a sentence, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.button import PrimaryButton
from ui.widgets.text import Text, Voice


class EmptyState(QWidget):
    """A sentence and one button that leads somewhere.

    :signal action_chosen: the button was pressed.
    """

    action_chosen = Signal()

    def __init__(self, sentence: str = "", action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Text(sentence, Voice.MUTED)
        self.button = PrimaryButton(action)
        self.button.setObjectName("empty.action")
        self.button.clicked.connect(self.action_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, px(8))
        column.setSpacing(px(16))
        column.addWidget(self._sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_words(sentence, action)

    def set_words(self, sentence: str, action: str = "") -> None:
        """Change the sentence and the button; without ``action`` there is no button."""
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
