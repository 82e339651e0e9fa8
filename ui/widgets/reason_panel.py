"""A question that wants a reason before something is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.text import tr
from ui.theme import px
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.text import Text, Voice


class ReasonPanel(AskingPanel):
    """Hidden until ``ask``. Return or the button gives the reason, Esc or "Leave it as it is" puts the question away.

    :signal given: the reason, never blank; comes after ``left``.
    """

    given = Signal(str)

    def __init__(self, question: str, action: str, parent: QWidget | None = None) -> None:
        """:param action: the word on the button."""
        super().__init__(parent)
        self.reason = LineEdit()
        self.reason.setObjectName("reason.words")
        self._about = Text("", Voice.MUTED)
        self._field = LabelledField(question, self.reason)
        self.button = PrimaryButton(action)
        self.button.setObjectName("reason.give")
        self.leave_button = LinkButton(tr("Leave it as it is"), quiet=True)
        self.leave_button.setObjectName("reason.leave")
        self._assemble()
        self.reason.textEdited.connect(self._on_edited)
        self.reason.returnPressed.connect(self._on_given)
        self.button.clicked.connect(self._on_given)
        self.leave_button.clicked.connect(self.put_away)

    def ask(self, about: str) -> None:
        """Ask about something, with an empty answer that has the keys.

        :param about: what is going to be done.
        """
        self._about.setText(about)
        self.reason.clear()
        self.button.setEnabled(False)
        self.show()
        self.reason.setFocus()

    def _assemble(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(16))
        buttons.addWidget(self.button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(12))
        column.addWidget(self._about)
        column.addWidget(self._field)
        column.addLayout(buttons)

    def _on_edited(self, text: str) -> None:
        self.button.setEnabled(bool(text.strip()))

    def _on_given(self) -> None:
        words = self.reason.text().strip()
        if words:
            self.put_away()
            self.given.emit(words)
