"""A question, where to write the answer, and a hint."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import px
from ui.widgets.focus import leaves_field
from ui.widgets.hint_line import HintLine
from ui.widgets.text import Text, Voice

LONGEST_LINE = 1_000_000  # characters; Qt's own limit of 32,767 would cut a long paste without a word


class LineEdit(QLineEdit):
    """One line to write in. Files that are dropped on it are for the window.

    :signal keys_left: the keys went to something else in this window.
    """

    keys_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_LINE)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves_field(event):
            self.keys_left.emit()


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
        self._line: HintLine | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        for part in (self._label, answer, self._problem, self._hint):
            column.addWidget(part)
        self.set_label(label)
        self.set_hint(hint)
        self.set_problem("")

    def set_line(self, line: HintLine) -> None:
        """Have a line below the answer that may say what would help; meanwhile it takes the place of the hint."""
        self._line = line
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self._hint), line)

    def show_line(self, sentence: str) -> None:
        """Show a sentence in that line; an empty one brings the hint back."""
        assert self._line, "set_line comes first"
        self._line.show_hint(sentence)
        self._hint.setVisible(bool(self._hint.accessibleName()) and not sentence)
        self._describe()

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
        said = self._line.hint if self._line else ""
        words = (self._problem.accessibleName(), said or self._hint.accessibleName())
        self.answer.setAccessibleDescription(" ".join(filter(None, words)))
