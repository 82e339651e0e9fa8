"""Lines in small letters, each of which may lead somewhere."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.layouts import TabPlace, clear_layout, tab_through
from ui.widgets.button import LinkButton
from ui.widgets.text import Text, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWords:
    """One thing that a figure stands on. ``key`` is what is told when it is chosen; None leads nowhere."""

    words: str
    key: Hashable = None


class QuietLink(LinkButton):
    """A link in small muted letters that takes little room."""

    PADDING = (0, 4)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, quiet=True)

    @override
    def letter_font(self) -> QFont:
        return theme.font(theme.SMALL)


class QuietLines(QWidget):
    """Shows lines below each other; none takes no room.

    :signal chosen: (key) of the line that was chosen.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[QWidget, EvidenceWords]] = []
        self._tab_place = TabPlace(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[EvidenceWords]) -> None:
        """Show these lines in place of the ones before. The same ones are left alone: making them takes its time."""
        if list(lines) == [line for _, line in self._shown]:
            self.setVisible(bool(lines))
            return
        clear_layout(self._column)
        self._shown = [(self._made(line), line) for line in lines]
        for widget, _ in self._shown:
            self._column.addWidget(widget)
            widget.show()  # at once, also on a card that is on screen
        tab_through(self.stops())
        self.setVisible(bool(lines))

    def stops(self) -> list[QWidget]:
        """:returns: what the Tab key visits, in order."""
        return [self._tab_place, *(widget for widget, _ in self._shown if isinstance(widget, QuietLink))]

    def _made(self, line: EvidenceWords) -> QWidget:
        if line.key is None:
            return Text(line.words, Voice.SMALL, self)
        link = QuietLink(line.words, self)
        link.clicked.connect(self._on_line)
        return link

    def _on_line(self) -> None:
        key = next(line.key for widget, line in self._shown if widget is self.sender())
        self.chosen.emit(key)
