"""Garbage is collected by the window's own thread alone.

Python collects wherever something happens to be allocated, in the thread that writes to the disk too. A window that is
part of a circle would be destroyed there, and Qt allows that nowhere but in its own thread: the program hangs or dies.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 30_000
YOUNG = 1  # the generation up to which garbage is collected: what is new since the last time


class Collector(QObject):
    """Collects twice a minute, and never in between. While somebody is in the middle of something it collects only what
    is new: a pass over everything takes 20 ms in a long call.

    There is one as long as the program runs; nothing is collected elsewhere.
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        """:param is_busy: whether somebody is in the middle of something."""
        super().__init__(parent)
        self._is_busy = is_busy
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect now."""
        if self._is_busy():
            gc.collect(YOUNG)
        else:
            gc.collect()
