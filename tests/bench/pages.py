"""Drawing the page in a fresh process: ``python -m tests.bench.pages``."""

from __future__ import annotations

import time
from statistics import median

from tests.bench.report import figure

PAGES = 40


def main() -> None:
    """Print the first page, imports included, and the median of the next ones."""
    began = time.perf_counter()
    from datetime import UTC, datetime

    from exports.page.pdf import draw_page

    imported = time.perf_counter() - began
    from tests.exports.page.samples import ALL

    sample = ALL["usual"]()

    created = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
    began = time.perf_counter()
    draw_page(sample, paper="a4", created=created)
    figure("pdf_first_ms", (imported + time.perf_counter() - began) * 1000, "ms")
    times: list[float] = []
    for _ in range(PAGES):
        began = time.perf_counter()
        draw_page(sample, paper="a4", created=created)
        times.append((time.perf_counter() - began) * 1000)
    figure("pdf_next_ms", median(times), "ms")


if __name__ == "__main__":
    main()
