"""All figures of ``make bench``, one JSON line each."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from datetime import datetime
from pathlib import Path
from statistics import median
from uuid import uuid4

from scoring.entry import Entry, Moment
from scoring.fold import fold
from scoring.keeper import Keeper
from scoring.store import Store
from tests.bench.long_call import write_running_call
from tests.bench.report import figure
from tests.e2e.screen import VirtualScreen

STARTS = 9
LONG = 20_000
APPENDS = 500
REOPENINGS = 5


def main() -> None:
    """Measure everything, the start first, while nothing else runs."""
    with tempfile.TemporaryDirectory() as folder, VirtualScreen() as screen:
        small, long, costed = (Path(folder, name) for name in ("small", "long", "costed"))
        write_running_call(small, 10)
        write_running_call(long, LONG)
        write_running_call(costed, 10)
        print_start(screen, small)
        print_append()
        print_reopening(long)
        run("tests.bench.live", str(long), "taps", screen=screen)
        with subprocess.Popen([sys.executable, "-m", "tests.bench.busy_disk", folder]) as busy:
            run("tests.bench.live", str(long), "busy", screen=screen)
            busy.terminate()
        run("tests.bench.live", str(small), "idle", screen=screen)
        run("tests.bench.three_hours", str(costed), screen=screen)
        run("tests.bench.pages", screen=screen)
        run("tests.bench.stall", screen=screen)
        run("tests.bench.writeup", "--json", screen=screen)
        run("tests.bench.rubrics", screen=screen)
        run("tests.bench.archive", screen=screen)
        run("tests.bench.archive_reading", screen=screen)


def run(module: str, *arguments: str, screen: VirtualScreen) -> None:
    """Run a measurement of its own process; it prints its figures."""
    subprocess.run([sys.executable, "-m", module, *arguments], env=screen.environment, check=True)


def print_start(screen: VirtualScreen, folder: Path) -> None:
    """From spawn to the first painted frame, the app and an empty window in turn; medians, the first of each unused."""
    bare: list[float] = []
    app: list[float] = []
    for _ in range(STARTS + 1):
        bare.append(_first_frame_ms(screen, "bare"))
        app.append(_first_frame_ms(screen, "app", str(folder)))
    figure("start_bare_ms", median(bare[1:]), "ms")
    figure("start_app_ms", median(app[1:]), "ms")
    figure("start_ratio", median(app[1:]) / median(bare[1:]), "× a bare Qt window")


def _first_frame_ms(screen: VirtualScreen, *arguments: str) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench.frames", *arguments]
    with subprocess.Popen(command, env=screen.environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        return (time.perf_counter() - began) * 1000


def print_append() -> None:
    """From handing an entry to the keeper to its commit having returned, one at a time."""
    saved = threading.Event()
    with tempfile.TemporaryDirectory() as folder:
        call_id, at = write_running_call(Path(folder), 10), datetime.now().astimezone()
        keeper = Keeper(lambda: Store.open(Path(folder)), lambda _entries: saved.set(), lambda _trouble: None)
        keeper.start().result()
        times: list[float] = []
        for number in range(APPENDS):
            entry = Entry(id=uuid4(), call_id=call_id, offset_ms=number, at=at, what=Moment())
            saved.clear()
            began = time.perf_counter()
            keeper.append(entry)
            saved.wait()
            times.append((time.perf_counter() - began) * 1000)
        keeper.close()
    figure("append_durable_p50_ms", median(times), "ms")


def print_reopening(folder: Path) -> None:
    """Open the file, read a call of 20,000 entries and fold it."""
    times: list[float] = []
    for _ in range(REOPENINGS):
        began = time.perf_counter()
        store = Store.open(folder)
        (call,) = store.calls.all()
        fold(store.entries.of(call.id))
        times.append((time.perf_counter() - began) * 1000)
        store.close()
    figure("reopen_20k_ms", median(times), "ms")


if __name__ == "__main__":
    main()
