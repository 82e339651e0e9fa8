"""Entries that may be one person: said kindly, and left to whoever knows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.people import Rep
from scoring.text import tr, trn
from ui.layouts import TabPlace, clear_layout, tab_through
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.other_entries import described
from ui.widgets.text import Text, Voice

MOST_LINES = 3


class LikelyDoubles(QWidget):
    """One line a pair, the first few of them.

    :signal looked_at: (rep, rep): somebody wants to see what making one of this pair would mean.
    """

    looked_at = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_pairs = False
        self._tab_place = TabPlace(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))

    def show_pairs(self, pairs: Sequence[tuple[Rep, Rep]]) -> None:
        """Replace all lines; without any there is nothing to see."""
        clear_layout(self._column)
        stops: list[QWidget] = [self._tab_place]
        for number, pair in enumerate(pairs[:MOST_LINES]):
            line = _Pair(*pair, self)
            line.look.setObjectName(f"doubles.look.{number}")
            line.looked_at.connect(self.looked_at)
            self._add(line)
            stops.append(line.look)
        tab_through(stops)
        if (more := len(pairs) - MOST_LINES) > 0:
            words = trn("{n} more pair looks alike.", "{n} more pairs look alike.", more)
            self._add(Text(words.format(n=more), Voice.MUTED, self))
        self.has_pairs = bool(pairs)
        self.setVisible(self.has_pairs)

    def _add(self, line: QWidget) -> None:
        self._column.addWidget(line)
        line.show()  # at once, also in a column that is already on screen


class _Pair(QWidget):
    """:signal looked_at: the two reps of this line."""

    looked_at = Signal(object, object)

    def __init__(self, first: Rep, second: Rep, parent: QWidget) -> None:
        super().__init__(parent)
        self._pair = (first, second)
        words = tr("{one} and {other} look like one person.")
        text = words.format(one=described(first), other=described(second))
        self.look = LinkButton(tr("Make them one …"))
        self.look.setAccessibleName(tr("Make them one: {pair}").format(pair=text))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(Text(text, Voice.MUTED), 1)
        row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignTop)
        self.look.clicked.connect(self._on_look)

    def _on_look(self) -> None:
        self.looked_at.emit(*self._pair)
