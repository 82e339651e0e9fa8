"""The drawers of the live screen: the log and the floor, one at a time in the same place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.live_floor import LiveFloor
from ui.live_log import LiveLog
from ui.sitting import Sitting
from ui.widgets.floor_drawer import FloorDrawer
from ui.widgets.log_drawer import LogDrawer
from ui.widgets.named import named
from ui.widgets.press_button import Clock


class LiveDrawers(QObject):
    """Opens and closes them. Whoever closes one has the keys back.

    :signal closed: none is open any more.
    :signal way_chosen: sit in another way (Way) from now on.
    """

    closed = Signal()
    way_chosen = Signal(object)

    def __init__(self, screen: QWidget, sitting: Sitting, *, clock: Clock) -> None:
        """:param screen: what they lie on; it is the parent too."""
        super().__init__(screen)
        self._place = QRect()
        self._log_drawer = named(LogDrawer(screen, clock=clock), "observe.drawer")
        self._floor_drawer = named(FloorDrawer(screen, clock=clock), "observe.floor_drawer")
        self._log = LiveLog(self._log_drawer, sitting, self)
        self._floor = LiveFloor(self._floor_drawer, sitting, self)
        for drawer in self._drawers():
            drawer.hide()
            drawer.left.connect(self.close)
        self._floor_drawer.log_wanted.connect(self.open_log)
        self._log.floor_wanted.connect(self.open_floor)
        self._log.way_chosen.connect(self.way_chosen)

    def _drawers(self) -> tuple[LogDrawer, FloorDrawer]:
        return self._log_drawer, self._floor_drawer

    @property
    def is_open(self) -> bool:
        """Whether one of them lies over the tiles."""
        return any(not drawer.isHidden() for drawer in self._drawers())

    def set_place(self, place: QRect) -> None:
        """Say where they lie, in px of the screen they lie on."""
        self._place = place
        for drawer in self._drawers():
            drawer.setGeometry(place)

    def offer_ways(self, offered: bool) -> None:
        """Say whether one can sit in another way from here."""
        self._log.offer_ways(offered)

    def open_log(self) -> None:
        """Show what was logged, newest first."""
        self._floor.close()
        self._log.open()

    def open_floor(self) -> None:
        """Show who had the floor in the last minutes."""
        self._log.close()
        self._floor.open()

    def step_back(self) -> None:
        """One step quieter: a line that is open closes, or else the drawer."""
        if self._log_drawer.isHidden():
            self.close()
        else:
            self._log_drawer.step_back()

    def close(self) -> None:
        """Put away what is open."""
        if self.is_open:
            self._log.close()
            self._floor.close()
            self.closed.emit()
