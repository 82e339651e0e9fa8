"""The step of writing a call down that asks for moments and words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.text import tr
from ui.theme import px
from ui.widgets.button import SecondaryButton
from ui.widgets.field import LineEdit
from ui.widgets.named import named
from ui.widgets.recalled_lines import RecalledLine, RecalledLines
from ui.widgets.text import Text, Voice


class MomentsPart(QWidget):
    """The manager writes line by line, each a moment to come back to or words that were said.

    :signal edited: the key of a line and its words as they are being written.
    :signal written: the words of a line are finished for now.
    :signal removed: the key of a line that is to go.
    """

    edited = Signal(str, str)
    written = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moments = NewLines("writedown.moment", tr("A moment to come back to"))
        self.heard = NewLines("writedown.heard", tr("Words that were said"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(20))
        for lines in (self.moments, self.heard):
            column.addWidget(lines)
            lines.lines.edited.connect(self.edited)
            lines.lines.written.connect(self.written)
            lines.lines.removed.connect(self.removed)

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in the order in which it is read."""
        return [*self.moments.stops(), *self.heard.stops()]


class NewLines(QWidget):
    """A field for a new line, and the lines there are.

    :param name: the object name of the field.
    :signal begun: the new line as it is being written (str).
    :signal added: the new line is finished; it is in ``text``.
    """

    begun = Signal(str)
    added = Signal()

    def __init__(self, name: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = RecalledLines()
        self._question = Text(question, Voice.STRONG)
        self._new = named(LineEdit(), name)
        self._new.setAccessibleName(question)
        self._new.setPlaceholderText(tr("In a few words"))
        self._add = named(SecondaryButton(tr("Add")), f"{name}.add")
        self._add.setAccessibleName(tr("Add: {what}").format(what=question))
        self._assemble()
        self._new.textEdited.connect(self.begun)
        self._new.returnPressed.connect(self.added)
        self._add.clicked.connect(self.added)

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._new, 1)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._question)
        column.addLayout(row)
        column.addWidget(self.lines)

    def show_lines(self, begun: str, lines: Sequence[RecalledLine]) -> None:
        """Show what is begun in the field, and below it what is written."""
        if self._new.text() != begun:
            self._new.setText(begun)
        self.lines.set_lines(lines)

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in the order in which it is read."""
        return [self._new, self._add, *self.lines.stops()]
