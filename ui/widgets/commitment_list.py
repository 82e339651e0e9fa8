"""What was agreed, line by line: when, what, and what became of it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.layouts import TabPlace, tab_through
from ui.theme import px, tokens_of
from ui.widgets.button import LinkButton
from ui.widgets.named import named
from ui.widgets.painting import painter_on, text_size
from ui.widgets.panel import Panel
from ui.widgets.quiet_lines import QuietLink
from ui.widgets.text import Text, Voice

FIRST_ROWS: Final = 6
LEAST_WORDS: Final = 120  # px at 100 %, below which the status gives way
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
        self._made: list[CommitmentLine] = []
        self._tab_place = TabPlace(self)
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
        return [line for line in self._made if not line.isHidden()]

    def _show(self, most: int) -> None:
        """Lines are kept and shown anew: making them takes longer than showing them."""
        if len(self._made) < len(self._rows[:most]):
            self._add_lines(len(self._rows[:most]))
        for line, row in zip(self._made, self._rows[:most], strict=False):
            line.show_row(row)
        for number, line in enumerate(self._made):
            line.setVisible(number < len(self._rows[:most]))
        hidden = len(self._rows) - most
        self._all.setText(tr("Show all {n}").format(n=len(self._rows)) if hidden > 0 else "")
        self._all.setVisible(hidden > 0)

    def _add_lines(self, count: int) -> None:
        while len(self._made) < count:
            self._add_line()
        stops = (stop for line in self._made for stop in (line.words, line.remind))
        tab_through([self._tab_place, *stops, self._all])

    def _add_line(self) -> None:
        line = CommitmentLine(self)
        line.opened.connect(self.opened)
        line.reminder_chosen.connect(self.reminder_chosen)
        self._made.append(line)
        self._lines.addWidget(line)

    def _on_all(self) -> None:
        self._show(len(self._rows))


class CommitmentLine(QWidget):
    """One commitment, with a hairline below.

    :signal opened: (key) the words were chosen.
    :signal reminder_chosen: (key) it is wanted in the calendar.
    """

    opened = Signal(object)
    reminder_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: Hashable = None
        self._status_width = 0
        self._day = Text("", Voice.MUTED)
        self._status = Text("", Voice.ACCENT)
        self._detail = Text("", Voice.SMALL)
        self.words = _WordsLink()
        self.remind = QuietLink(tr("Add to calendar"))
        self._assemble()
        self.words.clicked.connect(self._on_words)
        self.remind.clicked.connect(self._on_remind)

    def _assemble(self) -> None:
        self._day.setWordWrap(False)
        self._day.setMinimumWidth(px(DAY_WIDTH))
        middle, side = QVBoxLayout(), QVBoxLayout()
        columns = ((middle, (self.words, self._detail)), (side, (self._status, self.remind)))
        for column, parts in columns:
            column.setSpacing(0)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        side.setAlignment(self.remind, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(5), 0, px(6))
        row.setSpacing(px(12))
        row.addWidget(self._day, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(middle, 1)
        row.addLayout(side)

    def show_row(self, row: CommitmentRow) -> None:
        """Show this commitment in place of the one before."""
        self._key = row.key
        self._day.setText(row.day)
        self.words.setText(row.words)
        self.words.setAccessibleDescription(tr("{day}, {status}").format(day=row.day, status=row.status))
        self._detail.setText(row.detail)
        self._detail.setVisible(bool(row.detail))
        self._status.set_voice(Voice.LATE if row.late else Voice.ACCENT)
        self._status.setText(row.status)
        self._status_width = text_size(row.status, self._status.font()).width()
        self._give_status_room()
        self.remind.setAccessibleDescription(row.words)
        self.remind.setVisible(row.reminds)

    def _give_status_room(self) -> None:
        """The status stands on one line as long as there is room for words beside it."""
        beside = px(DAY_WIDTH + LEAST_WORDS) + 2 * px(12)
        roomy = self.width() >= beside + self._status_width
        self._status.setMinimumWidth(self._status_width if roomy else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_status_room()

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

    def __init__(self) -> None:
        super().__init__(quiet=True)

    @override
    def letter_colour(self) -> str:
        return tokens_of(self).text
