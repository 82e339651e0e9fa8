"""What came of looking through many files: one sentence for all of them, and those that need a word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr, trn
from ui.models.word_table import WordRow, WordTable
from ui.theme import px
from ui.widgets.calm_table import CalmTable
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

MOST_ROWS = 500
"""Nobody reads more at once; the command lists them all."""


class FoundList(QWidget):
    """Hidden until something was looked through.

    :param name: of what was done: ``"archive.check"`` gives its parts the names ``"archive.check.summary"`` and
        ``"archive.check.found"``.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = named(Text("", Voice.BODY), f"{name}.summary")
        self._rows = WordTable((tr("File"), tr("What"), tr("What to know")), self)
        self._table = named(CalmTable(), f"{name}.found")
        self._table.setModel(self._rows)
        self._table.setAccessibleName(tr("Files that need a word"))
        self._more = Text("", Voice.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self._summary, self._table, self._more):
            column.addWidget(part)
        self.hide()

    def show_found(self, summary: str, rows: Sequence[WordRow], *, is_trouble: bool) -> None:
        """Say what came of it.

        :param rows: file, what it is found to be, and a sentence.
        """
        self._summary.set_voice(Voice.LATE if is_trouble else Voice.BODY)
        self._summary.setText(summary)
        self._rows.show_rows(rows[:MOST_ROWS])
        self._table.setVisible(bool(rows))
        left = max(0, len(rows) - MOST_ROWS)
        words = trn(
            "{n} more; the command “archive verify” lists them all.",
            "{n} more; the command “archive verify” lists them all.",
            left,
        )
        self._more.setText(words.format(n=left))
        self._more.setVisible(left > 0)
        self.show()
