"""The live screen under load: run as ``python -m tests.bench.live DATA_DIR WHAT`` on a screen; prints figures.

``taps``: press to painted in the call that DATA_DIR holds. ``busy``: the same, named for a busy disk. ``idle``:
processor time and memory of a quiet live screen. ``cost``: what a tap costs at the start and after 20,000.
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

from scoring.state import Phase
from tests.bench.report import figure
from ui.app import App, make_application
from ui.screens.observe import ObserveScreen
from ui.widgets import skill_grid
from ui.widgets.mark_tile import MarkHalf, MarkTile

TAPS = 600
APART_MS = 15
IDLE_MS = 20_000
COSTED = 20_000
THOUSAND = 1_000


class Stopwatch:
    """When a half was last painted, ns on the performance clock."""

    painted_ns = 0


class TimedHalf(MarkHalf):
    """A half that notes the end of its painting."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        Stopwatch.painted_ns = time.perf_counter_ns()


def open_call(folder: Path) -> tuple[App, ObserveScreen]:
    """:returns: the app on its live screen, with every half timed."""
    from ui.widgets import mark_tile

    mark_tile.MarkHalf = TimedHalf
    assert skill_grid.MarkTile is MarkTile
    application = make_application()
    app = App(application, folder)
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
    """Print the processor time of a quiet live screen and the memory of the program."""
    before, clock = _cpu_s(), QElapsedTimer()
    clock.start()
    rest(IDLE_MS)
    figure("idle_cpu_percent", (_cpu_s() - before) / (clock.elapsed() / 1000) * 100, "% of one core")
    figure("memory_mb", _memory_mb(), "MB")


def print_cost(app: App, screen: ObserveScreen) -> None:
    """Print what the last thousand of 20,000 taps cost over what the first thousand did, in the program's own time."""
    book = app.session.book(screen.subject)
    skills = [skill.id for skill in app.session.rubric_of(screen.subject).skills]
    costs: list[float] = []
    for thousand in range(COSTED // THOUSAND):
        began = time.thread_time()
        for number in range(THOUSAND):
            book.mark(skills[(thousand + number) % len(skills)], seen=number % 2 == 0)
        costs.append(time.thread_time() - began)
        rest(50)
    figure("tap_cost_ratio", costs[-1] / costs[0], "last 1,000 over first 1,000 of 20,000")
    figure("tap_cost_us", costs[-1] / THOUSAND * 1e6, "µs of the window's thread a tap")
    figure("memory_20k_mb", _memory_mb(), "MB")


def _cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _memory_mb() -> float:
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
    elif what == "cost":
        print_cost(app, screen)
    else:
        print_taps(screen, application, "_busy_disk" if what == "busy" else "")
    app.window.close()
    app.session.close()


if __name__ == "__main__":
    main()
