"""Who is speaking: the four tiles of the live screen, one above the other or side by side."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.entry import Floor
from scoring.text import tr
from ui.theme import px
from ui.widgets.floor_cell import FloorCell
from ui.widgets.floor_tile import FloorTile
from ui.widgets.floor_words import neutral_names
from ui.widgets.named import named
from ui.widgets.press_button import Clock, monotonic_ms


class FloorTiles(QWidget):
    """Rep, customer, me and nobody, each as easy to reach as the others. It shows what ``set_current`` says.

    :param keys: the key of each tile in order, or nothing where there are no keys; then they stand in a row of cells.
    :param name: the first part of the tiles' object names.
    :param clock: the present time in ms; only differences count.
    :signal tapped: the Floor whose tile was pressed.
    """

    tapped = Signal(object)

    def __init__(
        self, keys: str, parent: QWidget | None = None, *, name: str = "observe", clock: Clock = monotonic_ms
    ) -> None:
        super().__init__(parent)
        kind, hints = (FloorTile, tuple(keys)) if keys else (FloorCell, ("",) * len(Floor))
        names = tuple(neutral_names().values()) if keys else _short_names()
        self._names = dict(zip(Floor, names, strict=True))
        self._tiles = {
            who: named(kind(who.value, text, key, clock=clock), f"{name}.{who}")
            for who, text, key in zip(Floor, names, hints, strict=True)
        }
        self.set_names()
        line = QVBoxLayout(self) if keys else QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(10) if keys else px(6))
        for tile in self._tiles.values():
            line.addWidget(tile, 1)
            tile.tapped.connect(self._on_tapped)

    def set_names(self, rep: str = "", customer: str = "", shares: Mapping[Floor, int] | None = None) -> None:
        """Call rep and customer by these names, empty ones by what they are; show these shares (whole per cents)."""
        given = {Floor.REP: rep, Floor.CUSTOMER: customer}
        for who, tile in self._tiles.items():
            tile.setText(given.get(who) or self._names[who])
            tile.setAccessibleName(
                given.get(who) or neutral_names()[who]
            )  # in full, also where the words are short
            tile.set_share(shares.get(who) if shares else None)

    def set_late(self, late: bool) -> None:
        """Show whether the manager has had the floor for too long."""
        self._tiles[Floor.ME].set_late(late)

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


def _short_names() -> tuple[str, ...]:
    return tr("Rep"), tr("Cust."), tr("Me"), tr("None")
