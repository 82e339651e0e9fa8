"""What was agreed, line by line: when, what, and what became of it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.layouts import clear_layout
from ui.theme import px, tokens_of
from ui.widgets.button import LinkButton
from ui.widgets.named import named
from ui.widgets.painting import painter_on, shown
from ui.widgets.panel import Panel
from ui.widgets.quiet_lines import QuietLink
from ui.widgets.text import Text, Voice

FIRST_ROWS: Final = 6
DAY_WIDTH: Final = 84  # px at 100 %, so that the words of all rows begin at one edge


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """One commitment. ``late`` is set in rust; ``reminds`` offers an entry for the calendar; ``detail`` is a quiet line
    below the words. ``key`` is what is told of it."""

    key: Hashable
    day: str
    words: str
    status: str
    late: bool = False
    reminds: bool = False
    detail: str = ""


class CommitmentList(Panel):
    """A card of commitments, the latest first. Of many the first few are shown until somebody asks for all.

    :signal opened: (key) the words of a commitment were chosen.
    :signal reminder_chosen: (key) it is wanted in the calendar.
    """

    opened = Signal(object)
    reminder_chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: tuple[CommitmentRow, ...] = ()
        self._none = Text("", Voice.MUTED)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._all = named(QuietLink(), "commitments.all")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(15), px(12), px(15), px(10))
        column.setSpacing(px(4))
        column.addWidget(Text(title, Voice.STRONG))
        column.addWidget(self._none)
        column.addLayout(self._lines)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._all.clicked.connect(self._on_all)

    def show_rows(self, rows: Sequence[CommitmentRow], none: str) -> None:
        """Show these rows, or the sentence ``none``."""
        self._rows = tuple(rows)
        self._none.setText(none)
        self._none.setVisible(not rows)
        self._show(FIRST_ROWS)

    def rows(self) -> list[CommitmentLine]:
        """:returns: the lines that are shown, in order."""
        items = (self._lines.itemAt(number) for number in range(self._lines.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, CommitmentLine)]

    def _show(self, most: int) -> None:
        clear_layout(self._lines)
        for row in self._rows[:most]:
            line = CommitmentLine(row)
            line.opened.connect(self.opened)
            line.reminder_chosen.connect(self.reminder_chosen)
            self._lines.addWidget(line)
            line.show()
        hidden = len(self._rows) - most
        self._all.setText(tr("Show all {n}").format(n=len(self._rows)) if hidden > 0 else "")
        self._all.setVisible(hidden > 0)

    def _on_all(self) -> None:
        self._show(len(self._rows))


class CommitmentLine(QWidget):
    """One commitment, with a hairline below.

    :signal opened: (key) the words were chosen.
    :signal reminder_chosen: (key) it is wanted in the calendar.
    """

    opened = Signal(object)
    reminder_chosen = Signal(object)

    def __init__(self, row: CommitmentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = row.key
        self.words = _WordsLink(row.words)
        self.words.setAccessibleDescription(tr("{day}, {status}").format(day=row.day, status=row.status))
        self.remind = QuietLink(tr("Add to calendar"))
        self.remind.setAccessibleDescription(row.words)
        self.remind.setVisible(row.reminds)
        self._assemble(row)
        self.words.clicked.connect(self._on_words)
        self.remind.clicked.connect(self._on_remind)

    def _assemble(self, row: CommitmentRow) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.words)
        if row.detail:
            middle.addWidget(Text(row.detail, Voice.SMALL))
        head = QHBoxLayout(self)
        head.setContentsMargins(0, px(4), 0, px(5))
        head.setSpacing(px(12))
        day = Text(row.day, Voice.MUTED)
        day.setWordWrap(False)
        day.setMinimumWidth(px(DAY_WIDTH))
        head.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(middle, 1)
        side = QVBoxLayout()
        side.setSpacing(0)
        status = Text(row.status, Voice.LATE if row.late else Voice.ACCENT)
        status.setWordWrap(len(row.status) > 14)
        side.addWidget(status)
        side.addWidget(self.remind)
        head.addLayout(side, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens_of(self).hairline))
        painter.end()

    def _on_words(self) -> None:
        self.opened.emit(self._key)

    def _on_remind(self) -> None:
        self.reminder_chosen.emit(self._key)


class _WordsLink(LinkButton):
    """Words that lead somewhere, and look like words."""

    PADDING = (0, 0)

    def __init__(self, words: str) -> None:
        super().__init__(shown(words), quiet=True)

    @override
    def letter_colour(self) -> str:
        return tokens_of(self).text
