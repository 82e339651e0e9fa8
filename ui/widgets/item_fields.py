"""A short list to write, a line an item: one more line is there as long as there is room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.rubric_draft import clean
from scoring.text import tr
from ui.theme import px
from ui.widgets.draft_fields import DraftLine
from ui.widgets.hint_line import HintLine
from ui.widgets.leaving import Leaving
from ui.widgets.named import named


class ItemFields(QWidget):
    """An item that is emptied is gone once its line is left: until then the others stay where they are. Return goes on
    to the next line.

    :param name: the first part of the object names.
    :param most: how many items there can be.
    :param longest: characters of an item.
    :signal edited: (number from 1, tuple of all items as they are now): an item was written.
    :signal left: the keys went elsewhere, a moment ago.
    :signal left_alone: the item with this number is to stay as it is.
    """

    edited = Signal(int, object)
    left = Signal()
    left_alone = Signal(int)

    def __init__(self, name: str, *, most: int, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self._items: tuple[str, ...] = ()
        self.lines = [named(DraftLine(longest), f"{name}.{number}") for number in range(1, most + 1)]
        self._hints = [HintLine(f"{name}.{number}") for number in range(1, most + 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for number, (line, hint) in enumerate(zip(self.lines, self._hints, strict=True), start=1):
            line.setAccessibleName(tr("Checklist, item {n}").format(n=number))
            line.show_usual(tr("Something one can see or hear"))
            column.addWidget(line)
            column.addWidget(hint)
            line.edited.connect(self._on_edited)
            line.returnPressed.connect(self._on_return)
            hint.left_alone.connect(self._on_left_alone)
        Leaving(*self.lines, parent=self).left.connect(self._on_left)

    def show_items(self, items: Sequence[str]) -> None:
        """Show these items; lines that say just this are left alone."""
        self._items = tuple(items)
        if self._written() != self._items:
            self._show()
        self._show_room()

    def show_hints(self, sentences: Mapping[int, str]) -> None:
        """Say what would help, by the number of the item; what is being written is not interrupted."""
        for number, (line, hint) in enumerate(zip(self.lines, self._hints, strict=True), start=1):
            sentence = sentences.get(number, "")
            if sentence != hint.hint and (hint.hint or not line.hasFocus() or not sentence):
                hint.show_hint(sentence)
                line.setAccessibleDescription(sentence)

    def take_keys(self, number: int) -> None:
        """Give the keys to the item with this number, or to the last line there is."""
        shown = [line for line in self.lines if not line.isHidden()]
        shown[min(number, len(shown)) - 1].take_keys()

    def _show(self) -> None:
        for number, line in enumerate(self.lines):
            line.show_text(self._items[number] if number < len(self._items) else "")

    def _show_room(self) -> None:
        """One empty line, and none before the last item or the one that is being written goes away."""
        last = max((n for n, line in enumerate(self.lines) if line.text() or line.hasFocus()), default=-1)
        for number, line in enumerate(self.lines):
            line.setVisible(number <= max(last, -1) + int(not self._has_empty_line(last)))

    def _has_empty_line(self, last: int) -> bool:
        return any(not line.text() for line in self.lines[: last + 1])

    def _written(self) -> tuple[str, ...]:
        """:returns: the items as they stand in the lines, each once."""
        return tuple(dict.fromkeys(filter(None, (clean(line.text(), self._longest) for line in self.lines))))

    def _on_edited(self) -> None:
        number = self._number_of_sender()
        self._items = self._written()
        self._show_room()
        self.edited.emit(number, self._items)

    def _on_return(self) -> None:
        self.take_keys(self._number_of_sender() + 1)

    def _number_of_sender(self) -> int:
        line = self.sender()
        assert isinstance(line, DraftLine)
        return self.lines.index(line) + 1

    def _on_left(self) -> None:
        self._show()
        self._show_room()
        self.left.emit()

    def _on_left_alone(self) -> None:
        hint = self.sender()
        assert isinstance(hint, HintLine)
        self.left_alone.emit(self._hints.index(hint) + 1)
