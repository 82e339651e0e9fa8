"""Drawing pages, with the record of a usual call attached: ``python -m tests.bench.pages``."""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median, quantiles

from exports.page import draw_page
from exports.summary import SummaryPage
from tests.bench.a_record import usual_record
from tests.bench.report import figure
from tests.exports.page.random_pages import RandomPages
from tests.exports.page.samples import CREATED, scripts, usual

PAGES = 60
RANDOM_PAGES = 500
FIRST_PAGES = 9
PAPERS = ("a4", "letter")


def main() -> None:
    """Print the first page of a process, imports included, then the next ones."""
    record = usual_record()
    figure("pdf_first_ms", median(first_pages(record)), "ms")
    figure("pdf_next_latin_ms", median(next_pages(usual(), record)), "ms")
    figure("pdf_next_scripts_ms", median(next_pages(scripts(), record)), "ms")
    made = RandomPages(4)
    times = [drawing_ms(page, record, PAPERS) for page in (made.page() for _ in range(RANDOM_PAGES))]
    figure("pdf_fuzz_p99_ms", quantiles([ms for both in times for ms in both], n=100)[98], "ms")


def first_pages(record: bytes) -> list[float]:
    """:returns: ms of the first page in so many processes, without the first of them."""
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(record)
        command = [sys.executable, "-m", "tests.bench.first_page", file.name]
        times = [float(subprocess.check_output(command)) for _ in range(FIRST_PAGES + 1)]
    return times[1:]


def next_pages(page: SummaryPage, record: bytes) -> Iterable[float]:
    """:returns: ms of so many pages after a first one."""
    return [drawing_ms(page, record, ("a4",))[0] for _ in range(PAGES + 1)][1:]


def drawing_ms(page: SummaryPage, record: bytes, papers: Iterable[str]) -> list[float]:
    """:returns: how long it takes on each of ``papers``; garbage is left for later, as in the program."""
    gc.collect()
    gc.disable()
    times: list[float] = []
    for paper in papers:
        began = time.perf_counter()
        draw_page(page, paper="letter" if paper == "letter" else "a4", record=record, created=CREATED)
        times.append((time.perf_counter() - began) * 1000)
    gc.enable()
    return times


if __name__ == "__main__":
    main()
