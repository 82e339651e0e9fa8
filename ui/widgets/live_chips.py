"""Chips of the live screen: something that is chosen by one press, and can be chosen otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import px, tokens_of
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.live_button import LiveButton
from ui.widgets.painting import box


class LiveChip(LiveButton):
    """One of them, raised while it is chosen."""

    PADDING = (12, 8)

    def __init__(self, text: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.value = value
        self.setCheckable(True)

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        current = self.isChecked() or self.isDown()
        fill, edge = (tokens.raised, tokens.text) if current else (tokens.card, tokens.border)
        box(painter, self.rect(), fill, edge)
        self.paint_ring(painter)


class LiveChips(QWidget):
    """Chips in rows that wrap. They show what ``set_chosen`` says; a press only tells.

    :signal chosen: the value that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """:param name: what is chosen, for a screen reader.
        :param options: (value, text) in order.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._chips = [self._made(value, text) for value, text in options]
        flow = FlowLayout(self, spacing=px(6))
        for chip in self._chips:
            flow.addWidget(chip)

    def set_chosen(self, value: str) -> None:
        """Show which one is chosen."""
        for chip in self._chips:
            chip.setChecked(chip.value == value)

    def first(self) -> LiveChip:
        """:returns: the chip the keys go to first: the chosen one, or the first of all."""
        return next((chip for chip in self._chips if chip.isChecked()), self._chips[0])

    def _made(self, value: str, text: str) -> LiveChip:
        chip = LiveChip(text, value, self)
        chip.setObjectName(f"choice.{value}")
        chip.tapped.connect(self._on_tapped)
        return chip

    def _on_tapped(self) -> None:
        sender = self.sender()
        if isinstance(sender, LiveChip):
            self.chosen.emit(sender.value)
