"""A question, where to write the answer, and a hint."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import px
from ui.widgets.text import Text, Voice

LONGEST_LINE = 1_000_000  # characters; Qt's own limit of 32,767 would cut a long paste without a word


class LineEdit(QLineEdit):
    """One line to write in. Files that are dropped on it are for the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_LINE)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)


class LabelledField(QWidget):
    """A label above any widget that takes an answer, and below it what is wrong with the answer, and a hint.

    :param label: the question.
    :param answer: a ``LineEdit``, a ``GrowingText``, a ``ChoiceRow`` or any other widget; it becomes a child.
    """

    def __init__(self, label: str, answer: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = answer
        self._label = Text(label, Voice.STRONG)
        self._hint = Text(hint, Voice.SMALL)
        self._problem = Text("", Voice.LATE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        for part in (self._label, answer, self._problem, self._hint):
            column.addWidget(part)
        self.set_label(label)
        self.set_hint(hint)
        self.set_problem("")

    def set_label(self, label: str) -> None:
        """Change the question, which is also the name of the answer for a screen reader."""
        self._label.setText(label.replace("&", "&&"))  # a label with a buddy takes one for the sign of a key
        self.answer.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Change the hint below; an empty one takes no room."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with the answer; an empty sentence takes no room."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._describe()

    def _describe(self) -> None:
        words = (self._problem.accessibleName(), self._hint.accessibleName())
        self.answer.setAccessibleDescription(" ".join(filter(None, words)))
