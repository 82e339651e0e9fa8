"""The head of a desk screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.button import PrimaryButton
from ui.widgets.text import Text, Voice


class PageHeader(QWidget):
    """A title, a quiet line under it, and at most one primary action at the trailing edge.

    :param action: the words on the button; none without them.
    :signal action_chosen: the button was pressed.
    """

    action_chosen = Signal()

    def __init__(
        self, title: str = "", subtitle: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Text(title, Voice.TITLE)
        self._subtitle = Text(subtitle, Voice.MUTED)
        self.button = PrimaryButton(action)
        self.button.setObjectName("header.action")
        self.button.clicked.connect(self.action_chosen)
        self._row = QHBoxLayout(self)
        self._assemble()
        self.set_subtitle(subtitle)
        self.set_action(action)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the line below; an empty one takes no room."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_action(self, action: str) -> None:
        """Change the words on the button; an empty text takes it away."""
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def add_link(self, link: QWidget) -> None:
        """Put something less often wanted before the action."""
        self._row.insertWidget(1, link, 0, Qt.AlignmentFlag.AlignVCenter)

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        # In the middle by stretches: an alignment would forget that wrapped words are higher.
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch(1)
        row = self._row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
