"""A long call on the live screen: 20,000 taps spread over three hours of a clock that the measurement itself advances.

Run as ``python -m tests.bench.three_hours DATA_DIR`` on a screen, with a running call in DATA_DIR; prints figures.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from tests.bench.live import memory_mb, open_call, rest
from tests.bench.report import figure
from tests.builders import FakeClock
from ui.screens.observe import ObserveScreen
from ui.session import Session
from ui.widgets.mark_tile import MarkHalf

WARMING = 100
TAPS = 20_000
THOUSAND = 1_000
APART_MS = 3 * 60 * 60 * 1000 / TAPS


class LongCall:
    """Presses the halves of the skills in turn, each time until the tap is durable and shown as such."""

    def __init__(self, screen: ObserveScreen, session: Session, clock: FakeClock) -> None:
        self._halves = screen.findChildren(MarkHalf)
        self._session = session
        self._clock = clock
        self._turns = QEventLoop()
        session.saved.connect(self._turns.quit)

    def tap(self, times: int) -> float:
        """:returns: what so many taps cost the window's thread, in s."""
        began = time.thread_time()
        for number in range(times):
            self._clock.advance(ms=APART_MS)
            half = self._halves[number % len(self._halves)]
            QTest.mousePress(half, Qt.MouseButton.LeftButton)
            QTest.mouseRelease(half, Qt.MouseButton.LeftButton)
            while self._session.pending:
                self._turns.exec()
        return time.thread_time() - began


def main() -> None:
    """Print what the last thousand taps cost over what the first did, and what all of them added to the memory."""
    clock = FakeClock(datetime.now().astimezone())
    app, screen = open_call(Path(sys.argv[1]), clock)
    call = LongCall(screen, app.session, clock)
    call.tap(WARMING)
    rest(500)
    before_mb = memory_mb()
    costs = [call.tap(THOUSAND) for _ in range(TAPS // THOUSAND)]
    rest(500)
    figure("tap_cost_ratio", costs[-1] / costs[0], "last 1,000 over first 1,000 of 20,000")
    figure("tap_cost_us", costs[-1] / THOUSAND * 1e6, "µs of the window's thread a tap")
    figure("memory_growth_20k_mb", memory_mb() - before_mb, "MB")
    app.window.close()
    app.session.close()


if __name__ == "__main__":
    main()
