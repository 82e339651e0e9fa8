"""The live screen under load: run as ``python -m tests.bench.live DATA_DIR WHAT`` on a screen; prints figures.

``taps``: press to painted in the call that DATA_DIR holds. ``busy``: the same, named for a busy disk. ``idle``:
processor time, wake-ups and memory of a quiet live screen.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from scoring.clock import Clock
from scoring.state import Phase
from tests.bench.report import figure
from ui.app import App, make_application
from ui.screens.observe import ObserveScreen
from ui.widgets import skill_grid
from ui.widgets.mark_tile import MarkHalf, MarkTile

TAPS = 600
APART_MS = 15
IDLE_MS = 30_000


class Stopwatch:
    """When a half was last painted, ns on the performance clock."""

    painted_ns = 0


class TimedHalf(MarkHalf):
    """A half that notes the end of its painting."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        Stopwatch.painted_ns = time.perf_counter_ns()


def open_call(folder: Path, clock: Clock | None = None) -> tuple[App, ObserveScreen]:
    """:returns: the app on its live screen, with every half timed; ``clock`` is in place of the computer's."""
    from ui.widgets import mark_tile

    mark_tile.MarkHalf = TimedHalf
    assert skill_grid.MarkTile is MarkTile
    application = make_application()
    app = App(application, folder)
    app.session.clock = clock or app.session.clock
    waiting = QEventLoop()
    app.session.opened.connect(waiting.quit)
    app.start()
    waiting.exec()
    (running,) = app.session.calls_in(Phase.RUNNING)
    app.window.open_call(running.call_id)
    screen = app.window.current()
    assert isinstance(screen, ObserveScreen)
    rest(500)
    return app, screen


def rest(ms: int) -> None:
    """Let the program be itself for a while."""
    waiting = QEventLoop()
    QTimer.singleShot(ms, waiting.quit)
    waiting.exec()


def press_to_painted(screen: ObserveScreen, application: QApplication) -> list[float]:
    """:returns: ms from each press until the half it belongs to is painted."""
    from PySide6.QtTest import QTest  # late: it is no part of the program whose memory is measured

    halves = screen.findChildren(MarkHalf)
    times: list[float] = []
    for number in range(TAPS):
        half = halves[number % len(halves)]
        Stopwatch.painted_ns = 0
        pressed = time.perf_counter_ns()
        QTest.mousePress(half, Qt.MouseButton.LeftButton)
        while Stopwatch.painted_ns < pressed:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        times.append((Stopwatch.painted_ns - pressed) / 1e6)
        QTest.mouseRelease(half, Qt.MouseButton.LeftButton)
        rest(APART_MS)
    return times


def print_taps(screen: ObserveScreen, application: QApplication, suffix: str) -> None:
    """Print median, 99th percentile and maximum of press to painted."""
    times = press_to_painted(screen, application)
    if not suffix:
        figure("press_to_painted_p50_ms", median(times), "ms")
    figure(f"press_to_painted_p99_ms{suffix}", quantiles(times, n=100)[98], "ms")
    figure(f"press_to_painted_max_ms{suffix}", max(times), "ms")


def print_idle() -> None:
    """Print what a quiet live screen takes: processor time, wake-ups of the window's thread, and memory."""
    before, woken, clock = _cpu_s(), _wakeups(), QElapsedTimer()
    clock.start()
    rest(IDLE_MS)
    seconds = clock.elapsed() / 1000
    figure("idle_cpu_percent", (_cpu_s() - before) / seconds * 100, "% of one core")
    figure("wakeups_per_minute", (_wakeups() - woken - 1) / seconds * 60, "of the window's thread")
    figure("memory_mb", memory_mb(), "MB")


def _wakeups() -> int:
    """:returns: how often this thread has gone to sleep so far, as the system counts it."""
    status = Path("/proc/thread-self/status").read_text()
    return int(status.partition("voluntary_ctxt_switches:")[2].split()[0])


def _cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def memory_mb() -> float:
    """:returns: the memory of this process that is in use."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Measure what the command line asks for."""
    folder, what = Path(sys.argv[1]), sys.argv[2]
    app, screen = open_call(folder)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if what == "idle":
        print_idle()
    else:
        print_taps(screen, application, "_busy_disk" if what == "busy" else "")
    app.window.close()
    app.session.close()


if __name__ == "__main__":
    main()
