"""The floor of the last minutes beside the tiles, to be corrected without stopping."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.theme import px, tokens_of
from ui.widgets.floor_editor import FloorEditor
from ui.widgets.live_button import LiveButton
from ui.widgets.named import named
from ui.widgets.painting import box, painter_on
from ui.widgets.press_button import Clock, monotonic_ms
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice
from ui.widgets.words_field import belongs_to_screen


class FloorDrawer(QWidget):
    """Lies where the log lies; the keys go on logging. ``editor`` is the strip.

    :param clock: the present time in ms; only differences count.
    :signal log_wanted: back to the log.
    :signal left: close the drawer.
    """

    log_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, clock: Clock = monotonic_ms) -> None:
        super().__init__(parent)
        self.editor = named(FloorEditor(), "floor.editor")
        self.editor.set_running(True)
        self._log = named(LiveButton(tr("Log"), clock=clock), "floor.log")
        self._close = named(LiveButton(tr("Close"), "L", clock=clock), "floor.close")
        self.setAccessibleName(tr("Floor"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._assemble()
        self._log.tapped.connect(self.log_wanted)
        self._close.tapped.connect(self.left)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(Text(tr("Floor"), Voice.HEADING), 1)
        head.addWidget(self._log)
        head.addWidget(self._close)
        page = ScrollPage()
        page.column.setContentsMargins(0, 0, px(4), 0)
        page.column.addWidget(self.editor)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * (px(12),))
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(page, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = painter_on(self)
        box(painter, self.rect(), tokens.ground, tokens.border)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not belongs_to_screen(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)
