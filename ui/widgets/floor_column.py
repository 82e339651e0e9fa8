"""Who is speaking: the four tiles of the live screen, one above the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.entry import Floor
from scoring.text import tr
from ui.theme import px
from ui.widgets.floor_tile import FloorTile
from ui.widgets.named import named
from ui.widgets.press_button import Clock, monotonic_ms


class FloorColumn(QWidget):
    """Rep, customer, me and nobody, each as easy to reach as the others. It shows what ``set_current`` says.

    :param keys: the key of each tile, from the top.
    :param clock: the present time in ms; only differences count.
    :signal tapped: the Floor whose tile was pressed.
    """

    tapped = Signal(object)

    def __init__(self, keys: str, parent: QWidget | None = None, *, clock: Clock = monotonic_ms) -> None:
        super().__init__(parent)
        names = (tr("Rep"), tr("Customer"), tr("Me"), tr("Nobody"))
        self._tiles = {
            who: named(FloorTile(who.value, name, key, clock=clock), f"observe.{who}")
            for who, name, key in zip(Floor, names, keys, strict=True)
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for tile in self._tiles.values():
            column.addWidget(tile, 1)
            tile.tapped.connect(self._on_tapped)

    def set_names(self, rep: str, customer: str) -> None:
        """Call rep and customer by these names; empty ones by what they are."""
        self._tiles[Floor.REP].setText(rep or tr("Rep"))
        self._tiles[Floor.CUSTOMER].setText(customer or tr("Customer"))

    def set_current(self, current: Floor | None) -> None:
        """Show who has the floor."""
        for who, tile in self._tiles.items():
            tile.set_current(who == current)

    def tap(self, number: int) -> None:
        """Act as on a press of a tile, 0 for the uppermost."""
        list(self._tiles.values())[number].tap()

    def _on_tapped(self) -> None:
        sender = self.sender()
        self.tapped.emit(next(who for who, tile in self._tiles.items() if tile is sender))
