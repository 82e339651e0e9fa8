"""Chips to choose from, in rows that wrap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme import px, tokens_of
from ui.widgets.button import PaintedButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.painting import box, ring
from ui.widgets.roving import RovingGroup


class Chip(PaintedButton):
    """One thing that can be chosen; filled while it is."""

    PADDING = (16, 9)

    def __init__(self, text: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.value = value
        self.setCheckable(True)

    @override
    def letter_colour(self) -> str:
        return tokens_of(self).on_accent if self.isChecked() else super().letter_colour()

    @override
    def paint_box(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        if self.isChecked():
            box(painter, self.rect(), tokens.accent, None)
        else:
            box(painter, self.rect(), tokens.card, tokens.border if self.isEnabled() else tokens.hairline)
        if self.ring_visible:
            filled = self.isChecked()
            ring(
                painter, self.rect(), tokens.on_accent if filled else tokens.ring, gap=px(3) if filled else 0
            )


class ChoiceRow(QWidget):
    """Chips for a question; arrow keys move between them, Space or Return chooses.

    The row shows what ``set_chosen`` says and nothing else: a press only tells which chip was pressed. Once ``most``
    chips of several are chosen the others wait until one is given back.

    :param options: (value, text) in order; values are unique.
    :param most: how many can be chosen; with 1 a new choice replaces the old one.
    :signal chosen: the value that was pressed and is to be chosen (``most`` = 1) or changed from one to the other.
    """

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None, *, most: int = 1
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._chips: list[Chip] = []
        self._group = RovingGroup(self)
        self._flow = FlowLayout(self, spacing=px(8))
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace the chips; none is chosen afterwards."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._make_chip(value, text) for value, text in options]
        self._group.set_buttons(self._chips)

    def set_chosen(self, values: Sequence[str]) -> None:
        """Show which values are chosen; unknown ones are ignored."""
        for chip in self._chips:
            chip.setChecked(chip.value in values)
        full = self._most > 1 and len(self.chosen_values()) >= self._most
        for chip in self._chips:
            chip.setEnabled(chip.isChecked() or not full)
        self._group.set_stop(
            next((chip for chip in self._chips if chip.isChecked()), self._first_reachable())
        )

    def chosen_values(self) -> list[str]:
        """:returns: the values shown as chosen, in the order of the options."""
        return [chip.value for chip in self._chips if chip.isChecked()]

    def chips(self) -> list[Chip]:
        """:returns: the chips in order."""
        return list(self._chips)

    def _make_chip(self, value: str, text: str) -> Chip:
        chip = Chip(text, value, self)
        chip.setObjectName(f"choice.{value}")
        chip.clicked.connect(self._on_clicked)
        self._flow.addWidget(chip)
        chip.show()  # at once, also in a row that is already on screen
        return chip

    def _first_reachable(self) -> Chip | None:
        return next((chip for chip in self._chips if chip.isEnabled()), None)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Chip):
            self.chosen.emit(sender.value)
