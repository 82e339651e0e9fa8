"""Moving the ends of a stretch by a few seconds at a time."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from exports.wording import clock_text
from scoring.text import tr
from ui.theme import px
from ui.widgets.floor_edges import Edge
from ui.widgets.floor_editor_buttons import ReachableButton
from ui.widgets.named import named
from ui.widgets.text import Text

NUDGE_MS: Final = 5_000


class FloorNudges(QWidget):
    """When a stretch starts and when it ends, each with a button to move it earlier and one to move it later. What
    cannot be moved is not there.

    :signal nudged: move a boundary to a time (Edge, ms).
    """

    nudged = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start, self._end = Text(), Text()
        self._edges: dict[Text, Edge | None] = {self._start: None, self._end: None}
        earlier, later = _in_its_order(tr("–5 s")), _in_its_order(tr("+5 s"))
        self._buttons: dict[ReachableButton, tuple[Text, int]] = {
            _nudge(earlier, "floor.start.earlier", tr("Starts 5 seconds earlier")): (self._start, -NUDGE_MS),
            _nudge(later, "floor.start.later", tr("Starts 5 seconds later")): (self._start, NUDGE_MS),
            _nudge(earlier, "floor.end.earlier", tr("Ends 5 seconds earlier")): (self._end, -NUDGE_MS),
            _nudge(later, "floor.end.later", tr("Ends 5 seconds later")): (self._end, NUDGE_MS),
        }
        self._assemble()
        for button in self._buttons:
            button.clicked.connect(self._on_clicked)

    def _assemble(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(8))
        for row, words in enumerate(self._edges):
            words.setWordWrap(False)
            grid.addWidget(words, row, 0)
            for column, button in enumerate(self._buttons_of(words), start=1):
                grid.addWidget(button, row, column)
        grid.setColumnStretch(3, 1)

    def show_edges(self, start: Edge | None, end: Edge | None) -> None:
        """Show the boundaries of the chosen stretch; None is one that cannot be moved."""
        self._edges = {self._start: start, self._end: end}
        for words, edge in self._edges.items():
            for part in (words, *self._buttons_of(words)):
                part.setVisible(edge is not None)
        if start is not None:
            self._start.setText(tr("Starts {time}").format(time=clock_text(start.at_ms)))
        if end is not None:
            self._end.setText(tr("Ends {time}").format(time=clock_text(end.at_ms)))

    def set_live(self, is_live: bool) -> None:
        """Leave the keys of the live screen to it."""
        for button in self._buttons:
            button.is_live = is_live

    def _buttons_of(self, words: Text) -> list[ReachableButton]:
        return [button for button, (about, _) in self._buttons.items() if about is words]

    def _on_clicked(self) -> None:
        button = self.sender()
        if not isinstance(button, ReachableButton):
            return
        words, step = self._buttons[button]
        if edge := self._edges[words]:
            self.nudged.emit(edge, edge.bounded(edge.at_ms + step))


def _nudge(text: str, name: str, spoken: str) -> ReachableButton:
    button = named(ReachableButton(text), name)
    button.setAccessibleName(spoken)
    return button


def _in_its_order(sign: str) -> str:
    """:returns: a sign that stays before its number on a mirrored screen too, between the isolates of UAX 9."""
    return f"\u2068{sign}\u2069"
