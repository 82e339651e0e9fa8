"""The figures of a large file, one JSON line each: ``python -m tests.bench.large FOLDER``.

The data is made once, in a minute or two, and kept in FOLDER: 200 reps with 10,000 calls and 1,000,000 entries, the
same with 1,000 calls, and none at all.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.bench.large_data import LargeSize, large_data
from tests.bench.report import figure
from tests.e2e.screen import VirtualScreen

STARTS = 9
PROCESSES = 3
THOUSAND = 1_000


def main(kept_in: Path) -> None:
    """Measure everything, the start first; what is compared is measured in turn."""
    large, smaller, empty = (
        large_data(kept_in, size)
        for size in (LargeSize(), LargeSize(calls=THOUSAND), LargeSize(calls=0, reps=0))
    )
    with VirtualScreen() as screen:
        print_starts(screen, large, empty)
        print_home(screen, large, smaller)
        for what, name in (("rep", "rep_page_60_calls_ms"), ("mirror", "mirror_two_years_ms")):
            figure(name, median(one for (one,) in _several(screen, large, what)), "ms")
        medians, worst = zip(*_several(screen, large, "search"), strict=True)
        figure("search_ms", median(medians), "ms a letter, as typed")
        figure("search_worst_letter_ms", median(worst), "ms")
        used, before = (_numbers(screen, *asked)[0] for asked in ((large, "memory"), (empty, "start")))
        figure("memory_large_mb", used - before, "MB above the start with an empty file")


def print_starts(screen: VirtualScreen, large: Path, empty: Path) -> None:
    """Print what the start takes with the large file over what it takes with an empty one: up to the first picture, and
    up to Home with everything on it. The first of each fills the caches."""
    for name, start in (("start_ratio_large", _first_frame_ms), ("start_to_home_ratio_large", _home_ms)):
        times = [(start(screen, large), start(screen, empty)) for _ in range(STARTS + 1)][1:]
        of_large, of_empty = (median(one) for one in zip(*times, strict=True))
        figure(name, of_large / of_empty, "× an empty file")


def _first_frame_ms(screen: VirtualScreen, folder: Path) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench.frames", "app", str(folder)]
    with subprocess.Popen(command, env=screen.environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        return (time.perf_counter() - began) * 1000


def _home_ms(screen: VirtualScreen, folder: Path) -> float:
    began = time.perf_counter()
    (painted,) = _numbers(screen, folder, "opened")
    return (painted - began) * 1000


def print_home(screen: VirtualScreen, large: Path, smaller: Path) -> None:
    """Print how long Home takes, and how that grows from a thousand calls to ten thousand."""
    runs = [[_numbers(screen, folder, "home")[0] for folder in (large, smaller)] for _ in range(PROCESSES)]
    of_large, of_smaller = (median(times) for times in zip(*runs, strict=True))
    figure("home_ms", of_large, "ms")
    figure("home_growth_ratio", of_large / of_smaller, "10,000 over 1,000 calls")


def _several(screen: VirtualScreen, folder: Path, what: str) -> list[list[float]]:
    return [_numbers(screen, folder, what) for _ in range(PROCESSES)]


def _numbers(screen: VirtualScreen, folder: Path, what: str) -> list[float]:
    command = [sys.executable, "-m", "tests.bench.large_screens", str(folder), what]
    said = subprocess.run(
        command, env=screen.environment, check=True, text=True, stdout=subprocess.PIPE
    ).stdout
    return [float(word) for word in said.split()]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
