"""What was written down from memory: a line each, with words that can be changed, and a way to strike it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.field import LineEdit
from ui.widgets.named import named
from ui.widgets.text import Text, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class RecalledLine:
    """One entry: its ``key``, a ``sign`` in front (may be empty), what it is called when it is read out, its words, and
    a quiet note such as "recalled 25 minutes after the call"."""

    key: str
    sign: str
    name: str
    words: str
    note: str


class RecalledLines(QWidget):
    """Lines in the order they are given. Those that stay are kept, and with them the cursor.

    :signal edited: the key and the words as they are being written.
    :signal written: the words of a line are finished for now.
    :signal removed: the key of the line that is to go.
    """

    edited = Signal(str, str)
    written = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))

    def set_lines(self, lines: Sequence[RecalledLine]) -> None:
        """Show these lines; without any, take no room."""
        before, self._rows = self._rows, {}
        for place, line in enumerate(lines):
            row = self._rows[line.key] = before.pop(line.key, None) or self._make_row(line.key)
            self._column.insertWidget(place, row)
            row.show_line(line)
            row.show()  # at once, also in a list that is already on screen
        for row in before.values():
            self._let_go(row)
        self.setVisible(bool(lines))

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in the order in which it is read."""
        return [stop for row in self._rows.values() for stop in row.stops()]

    def _make_row(self, key: str) -> _Row:
        row = _Row(key)
        row.edited.connect(self.edited)
        row.written.connect(self.written)
        row.removed.connect(self.removed)
        return row

    def _let_go(self, row: _Row) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class _Row(QWidget):
    """Sign, words and the way to strike it; below, the note."""

    edited = Signal(str, str)
    written = Signal()
    removed = Signal(str)

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._sign = Text("", Voice.STRONG)
        self._sign.setWordWrap(False)
        self._sign.setMinimumWidth(px(12))
        self._words = named(LineEdit(), f"recalled.{key}.words")
        self._words.setPlaceholderText(tr("In a few words, if you like"))
        self._note = Text("", Voice.SMALL)
        self._remove = named(LinkButton(tr("Remove"), quiet=True), f"recalled.{key}.remove")
        self._assemble()
        self._words.textEdited.connect(self._on_edited)
        self._words.editingFinished.connect(self.written)
        self._remove.clicked.connect(self._on_remove)

    def _assemble(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(2))
        grid.setColumnStretch(1, 1)
        for column, part in enumerate((self._sign, self._words, self._remove)):
            grid.addWidget(part, 0, column)
        grid.addWidget(self._note, 1, 1, 1, 2)

    def show_line(self, line: RecalledLine) -> None:
        self._sign.setText(line.sign)
        self._sign.setVisible(bool(line.sign))
        self._note.setText(line.note)
        self._words.setAccessibleName(tr("{name}, in words").format(name=line.name))
        self._words.setAccessibleDescription(line.note)
        self._remove.setAccessibleName(tr("Remove: {name}").format(name=line.name))
        if self._words.text() != line.words:
            self._words.setText(line.words)

    def stops(self) -> tuple[QWidget, ...]:
        return self._words, self._remove

    def _on_edited(self, words: str) -> None:
        self.edited.emit(self._key, words)

    def _on_remove(self) -> None:
        self.removed.emit(self._key)
