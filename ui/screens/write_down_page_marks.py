"""The step of writing a call down that asks what was seen and missed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.layouts import clear_layout
from ui.recalled import RecalledMarks
from ui.theme import px
from ui.widgets.recalled_skill import RecalledSkill


class MarksPart(QWidget):
    """The manager presses plus or minus beside a skill for each time, and may say each in words.

    :signal marked: the skill, and whether it was seen or missed (str, bool).
    :signal edited: the key of a mark and its words as they are being written.
    :signal written: the words of a mark are finished for now.
    :signal removed: the key of a mark that is to go.
    """

    marked = Signal(str, bool)
    edited = Signal(str, str)
    written = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, RecalledSkill] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))

    def show_marks(self, marks: Sequence[RecalledMarks]) -> None:
        """Show these skills in their order. Rows of the same skills are kept, and with them the focus."""
        if list(self._rows) != [each.skill for each in marks]:
            self._rebuild(marks)
        for each in marks:
            self._rows[each.skill].show_marks(each.seen, each.missed, each.lines)

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in the order in which it is read."""
        return [stop for row in self._rows.values() for stop in row.stops()]

    def _rebuild(self, marks: Sequence[RecalledMarks]) -> None:
        clear_layout(self._column)
        self._rows = {each.skill: self._make_row(each) for each in marks}

    def _make_row(self, marks: RecalledMarks) -> RecalledSkill:
        row = RecalledSkill(marks.skill, marks.name)
        row.marked.connect(self._on_marked)
        row.lines.edited.connect(self.edited)
        row.lines.written.connect(self.written)
        row.lines.removed.connect(self.removed)
        self._column.addWidget(row)
        row.show()  # at once, also in a part that is already on screen
        return row

    def _on_marked(self, seen: bool) -> None:
        row = self.sender()
        if isinstance(row, RecalledSkill):
            self.marked.emit(row.skill, seen)
