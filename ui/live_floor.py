"""The floor drawer of a running call: what it shows, and what becomes of each correction."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from scoring.entry import Floor
from scoring.floor_editing import floor_until
from ui.sitting import MINUTE_MS, Sitting
from ui.widgets.floor_drawer import FloorDrawer

SHOWN_MS = 10 * MINUTE_MS
"""What is further back than this is corrected after the call, in My view."""


class LiveFloor(QObject):
    """Keeps a drawer on the last minutes of the call that is sat in on. A correction is one entry, and one undo."""

    def __init__(self, drawer: FloorDrawer, sitting: Sitting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawer = drawer
        self._sitting = sitting
        self._shown = -1
        drawer.editor.corrected.connect(self._on_corrected)
        sitting.changed.connect(self._on_changed)
        sitting.minute_passed.connect(self._on_minute)

    def open(self) -> None:
        """Show the last minutes and take the keys."""
        self._show()
        self._drawer.show()
        self._drawer.raise_()
        self._drawer.editor.bar.setFocus(Qt.FocusReason.TabFocusReason)

    def close(self) -> None:
        """Put the drawer away."""
        self._drawer.hide()

    def _show(self) -> None:
        self._shown = self._sitting.state.count
        now_ms = self._sitting.book.elapsed_ms()
        spans = floor_until(self._sitting.state, now_ms)
        self._drawer.editor.show_floor(spans, max(0, now_ms - SHOWN_MS), now_ms)

    def _on_changed(self) -> None:
        """That something has become durable changes nothing here."""
        if self._drawer.isVisible() and self._sitting.state.count != self._shown:
            self._show()

    def _on_minute(self) -> None:
        if self._drawer.isVisible():
            self._show()

    def _on_corrected(self, who: Floor, from_ms: int, until_ms: int | None) -> None:
        self._sitting.book.correct_floor(who, from_ms, until_ms)
        self._show()
