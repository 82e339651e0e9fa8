"""The log drawer of a running call: what the drawer shows, and what becomes of each correction."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from scoring.entry import Correctable
from scoring.fold import CORRECTABLE
from scoring.teeup import Way
from scoring.text import tr
from ui.log_lines import LogLine, chosen_anew, log_lines, with_words
from ui.sitting import Sitting
from ui.theme import px
from ui.ways import live_way_words, offered_ways
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.live_button import LiveButton
from ui.widgets.log_drawer import LogDrawer
from ui.widgets.named import named

PAGE = 30
"""Lines that are shown at first, and how many more with each press on "Earlier"."""


class LiveLog(QObject):
    """Keeps a drawer on the log of the call that is sat in on. Every correction is an entry, and undo takes it back.

    :signal floor_wanted: see the floor instead.
    :signal way_chosen: sit in another way (Way) from now on.
    """

    floor_wanted = Signal()
    way_chosen = Signal(object)

    def __init__(self, drawer: LogDrawer, sitting: Sitting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawer = drawer
        self._sitting = sitting
        self._most = PAGE
        self._redo = named(LiveButton(tr("Redo"), tr("Ctrl+Y")), "log.redo")
        self._floor = named(LiveButton(tr("Floor")), "log.floor")
        self._floor.tapped.connect(self.floor_wanted)
        self._ways: dict[LiveButton, Way] = {}
        self._add_foot()
        drawer.chosen.connect(self._on_chosen)
        drawer.moved.connect(self._on_moved)
        drawer.worded.connect(self._on_worded)
        drawer.struck.connect(self._on_struck)
        drawer.left_over.connect(self._on_left_over)
        drawer.more_wanted.connect(self._on_more)
        self._redo.tapped.connect(sitting.redo)
        sitting.changed.connect(self._on_changed)

    def _add_foot(self) -> None:
        foot = FlowLayout(spacing=px(6))
        foot.addWidget(self._redo)
        foot.addWidget(self._floor)
        for way in offered_ways():
            if way != Way.OPEN_LAPTOP:
                button = named(LiveButton(live_way_words(way)), f"log.way.{way}")
                button.tapped.connect(self._on_way)
                self._ways[button] = way
                foot.addWidget(button)
        self._drawer.foot.addLayout(foot)

    def offer_ways(self, offered: bool) -> None:
        """Say whether one can sit in another way from here."""
        for button in self._ways:
            button.setVisible(offered)

    def _on_way(self) -> None:
        sender = self.sender()
        if isinstance(sender, LiveButton):
            self.way_chosen.emit(self._ways[sender])

    def open(self) -> None:
        """Show the newest lines and take the keys."""
        self._most = PAGE
        self._show()
        self._drawer.show()
        self._drawer.raise_()
        self._drawer.take_keys()

    def close(self) -> None:
        """Close the line that is open, and the drawer."""
        self._drawer.close_editor()
        self._drawer.hide()

    def _show(self) -> None:
        lines = self._lines()
        while self._is_beyond(lines):
            self._most += 1
            lines = self._lines()
        self._drawer.show_lines(lines[: self._most], more=len(lines) > self._most)
        self._redo.setEnabled(bool(self._sitting.state.undone))

    def _lines(self) -> list[LogLine]:
        return log_lines(self._sitting.state, self._sitting.rubric, self._most + 1)

    def _is_beyond(self, lines: list[LogLine]) -> bool:
        """:returns: whether the line that is open stands, and would not be shown any more: newer ones push it out."""
        opened = self._drawer.open_entry
        known = any(line.id == opened for line in lines[: self._most])
        return opened in self._sitting.state.standing and not known and len(lines) > self._most

    def _on_changed(self) -> None:
        if self._drawer.isVisible():
            self._show()

    def _on_more(self) -> None:
        self._most += PAGE
        self._show()

    # Correcting

    def _what(self, entry_id: UUID) -> Correctable | None:
        standing = self._sitting.state.standing.get(entry_id)
        return standing.what if standing and isinstance(standing.what, CORRECTABLE) else None

    def _on_chosen(self, entry_id: UUID, value: str) -> None:
        if what := self._what(entry_id):
            self._sitting.book.amend(entry_id, chosen_anew(what, value))

    def _on_worded(self, entry_id: UUID, words: str) -> None:
        if what := self._what(entry_id):
            self._sitting.book.amend(entry_id, with_words(what, words))

    def _on_moved(self, entry_id: UUID, ms: int) -> None:
        if what := self._what(entry_id):
            at_ms = self._sitting.state.standing[entry_id].offset_ms + ms
            latest_ms = self._sitting.book.elapsed_ms()
            self._sitting.book.amend(entry_id, what, min(max(at_ms, 0), latest_ms))

    def _on_struck(self, entry_id: UUID) -> None:
        if self._what(entry_id):
            self._sitting.book.amend(entry_id, None)

    def _on_left_over(self, entry_id: UUID, words: str, had_keys: bool) -> None:
        self._sitting.go_on_with_words(entry_id, words)
        if had_keys:
            self._sitting.words_wanted.emit()
