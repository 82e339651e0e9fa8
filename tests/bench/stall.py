"""How long the window stands still while the first page of a process is made.

``python -m tests.bench.stall`` on a screen prints the figure; with a DATA_DIR it is one such process, which opens the
page of the one call in it and prints the ms of its longest pauses: while the screen opens, and while the page is made.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from scoring.state import DEBRIEFED_PHASES
from tests.bench.a_record import usual_source
from tests.bench.live import rest
from tests.bench.report import figure
from ui.app import App, make_application
from ui.screens.page import PageScreen

PROCESSES = 9
BEAT_MS = 2
SETTLING_MS = 1_000


class Heartbeat(QObject):
    """Beats in the window's thread, and remembers the longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._last = self._longest = 0.0

    def start(self) -> None:
        self._last, self._longest = time.perf_counter(), 0.0
        self._timer.start()

    def longest_ms(self) -> float:
        """:returns: the longest pause since the start, or since the last time this was asked, in ms."""
        self._on_beat()
        longest, self._longest = self._longest, 0.0
        return longest * 1000

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


def open_page(folder: Path) -> tuple[float, float]:
    """:returns: the longest pause while the screen of the page opens, and while the page is made, in ms."""
    app = App(make_application(), folder)
    waiting = QEventLoop()
    app.session.opened.connect(waiting.quit)
    app.start()
    waiting.exec()
    rest(SETTLING_MS)
    (facts,) = app.session.calls_in(*DEBRIEFED_PHASES)
    heartbeat = Heartbeat()
    heartbeat.start()
    app.window.open_subject("page", facts.call_id)
    opening = heartbeat.longest_ms()
    screen = app.window.current()
    assert isinstance(screen, PageScreen)
    screen.page_shown.connect(waiting.quit)
    waiting.exec()
    making = heartbeat.longest_ms()
    app.window.close()
    app.session.close()
    return opening, making


def main() -> None:
    """Print the longest pause of several processes; the first of them only fills the caches."""
    with tempfile.TemporaryDirectory() as folder:
        usual_source(Path(folder))
        command = [sys.executable, "-m", "tests.bench.stall", folder]
        lines = [subprocess.check_output(command, text=True).split() for _ in range(PROCESSES + 1)]
    opening, making = zip(*[map(float, line) for line in lines[1:]], strict=True)
    figure("page_screen_stall_ms", max(opening), "ms")
    figure("pdf_stall_ms", max(making), "ms")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(*open_page(Path(sys.argv[1])), flush=True)
        os._exit(0)
    main()
