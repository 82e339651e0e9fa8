"""What a list is narrowed down to, as chips that can be taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from scoring.text import tr
from ui.theme import px, tokens_of
from ui.widgets.button import LinkButton, PaintedButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.painting import box, ring
from ui.widgets.roving import RovingGroup

_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _ChipAway(PaintedButton):
    """One thing that narrows down; a press takes it away."""

    PADDING = (12, 7)

    def __init__(self, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("{words} ×").format(words=words), parent)
        self.key = key
        self.words = words
        self.setAccessibleName(tr("Take away: {words}").format(words=words))

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        box(painter, self.rect(), tokens.chosen, tokens.border)
        if self.ring_visible:
            ring(painter, self.rect(), tokens.ring)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _AWAY:
            self.click()
        else:
            super().keyPressEvent(event)


class _AllLink(LinkButton):
    """As high as the chips beside it."""

    PADDING = (4, 7)


class ChipLine(QWidget):
    """Chips in rows that wrap, and the way to be rid of all of them; hidden while there are none.

    Arrow keys move between them; Return, Delete or a click takes one away. The line only shows what it is told.

    :param all_words: the words on the way to be rid of all.
    :signal taken_away: the key of the chip that was pressed.
    :signal all_taken_away: everything is to be shown again.
    """

    taken_away = Signal(str)
    all_taken_away = Signal()

    def __init__(self, name: str, all_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._chips: list[_ChipAway] = []
        self._group = RovingGroup(self)
        self._flow = FlowLayout(self, spacing=px(8))
        self.everything = named(_AllLink(all_words, quiet=True), f"{name}.all")
        self.everything.clicked.connect(self.all_taken_away)
        self._flow.addWidget(self.everything)
        self.hide()

    def show_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """:param chips: (key, words) in order; keys are unique."""
        if [(chip.key, chip.words) for chip in self._chips] != list(chips):
            self._make(chips)
        self.setVisible(bool(chips))

    def _make(self, chips: Sequence[tuple[str, str]]) -> None:
        had_keys = any(chip.hasFocus() for chip in self._chips)
        for widget in (*self._chips, self.everything):
            self._flow.removeWidget(widget)
        for chip in self._chips:
            chip.setObjectName("")  # a new one has its name while this one is still on its way out
            chip.hide()
            chip.deleteLater()
        self._chips = [self._made(key, words) for key, words in chips]
        self._flow.addWidget(self.everything)
        self._group.set_buttons(self._chips)
        if had_keys and self._chips:
            self._chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, key: str, words: str) -> _ChipAway:
        chip = named(_ChipAway(words, key, self), f"{self._name}.{key}")
        chip.clicked.connect(self._on_clicked)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _ChipAway):
            self.taken_away.emit(sender.key)
