"""What is different between two versions of a rubric, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.rubric_difference_words import DifferenceLine
from scoring.text import tr
from ui.layouts import clear_layout
from ui.theme import px
from ui.widgets.text import Text, Voice


class DifferenceList(QWidget):
    """Shows for each difference what it is in, what stood there, and what stands there now. None is said too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))

    def show_lines(self, lines: Sequence[DifferenceLine]) -> None:
        """Show these in place of the ones before."""
        clear_layout(self._column)
        for line in lines:
            self._add(Text(line.what, Voice.STRONG))
            if line.was:
                self._add(Text(tr("Was: {words}").format(words=line.was), Voice.MUTED))
            if line.now:
                self._add(Text(tr("Now: {words}").format(words=line.now)))
        if not lines:
            self._add(Text(tr("They say the same."), Voice.MUTED))

    def _add(self, text: Text) -> None:
        self._column.addWidget(text)
        text.show()  # at once, also on a panel that is on screen
