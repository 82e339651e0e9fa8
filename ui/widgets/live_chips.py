"""Chips of the live screen: something that is chosen by one press, and can be chosen otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import px, tokens_of
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.live_button import LiveButton
from ui.widgets.painting import box
from ui.widgets.press_button import Clock, monotonic_ms


class LiveChip(LiveButton):
    """One of them, raised while it is chosen."""

    PADDING = (12, 8)

    def __init__(
        self, text: str, value: str, parent: QWidget | None = None, *, clock: Clock = monotonic_ms
    ) -> None:
        super().__init__(text, parent=parent, clock=clock)
        self.value = value
        self.setCheckable(True)

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        current = self.isChecked() or self.isDown()
        fill, edge = (tokens.raised, tokens.text) if current else (tokens.card, tokens.border)
        box(painter, self.rect(), fill, edge)
        self.paint_ring(painter)


class NarrowChip(LiveChip):
    """A chip for a strip."""

    PADDING = (7, 8)


class LiveChips(QWidget):
    """Chips in rows that wrap; arrows go from one to the next. They show what ``set_chosen`` says; a press only tells.

    :signal chosen: the value that was pressed.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        narrow: bool = False,
        clock: Clock = monotonic_ms,
    ) -> None:
        """:param name: what is chosen, for a screen reader.
        :param options: (value, text) in order.
        :param narrow: whether they stand in a strip.
        :param clock: the present time in ms; only differences count.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._clock = clock
        self._kind = NarrowChip if narrow else LiveChip
        self._flow = FlowLayout(self, spacing=px(4 if narrow else 6))
        self._chips: list[LiveChip] = []
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these in place of the old ones; none is chosen afterwards."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._made(value, text) for value, text in options]

    def set_chosen(self, value: str) -> None:
        """Show which one is chosen."""
        for chip in self._chips:
            chip.setChecked(chip.value == value)

    def stops(self) -> list[LiveChip]:
        """:returns: where the Tab key stops, in order."""
        return self._chips

    def first(self) -> LiveChip:
        """:returns: the chip the keys go to first: the chosen one, or the first of all."""
        return next((chip for chip in self._chips if chip.isChecked()), self._chips[0])

    def _made(self, value: str, text: str) -> LiveChip:
        chip = self._kind(text, value, self, clock=self._clock)
        chip.setObjectName(f"choice.{value}")
        chip.tapped.connect(self._on_tapped)
        chip.arrowed.connect(self._on_arrowed)
        self._flow.addWidget(chip)
        chip.show()  # at once, also in a row that is already on screen
        return chip

    def _on_tapped(self) -> None:
        sender = self.sender()
        if isinstance(sender, LiveChip):
            self.chosen.emit(sender.value)

    def _on_arrowed(self, step: int) -> None:
        sender = self.sender()
        place = next(number for number, chip in enumerate(self._chips) if chip is sender)
        wanted = min(max(place + step, 0), len(self._chips) - 1)
        self._chips[wanted].setFocus(Qt.FocusReason.TabFocusReason)
