"""The first page of a process, imports included: ``python -m tests.bench.first_page RECORD`` prints its ms."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.exports.page.samples import CREATED, usual


def main() -> None:
    """Draw the usual page with the record in the file attached."""
    page, record = usual(), Path(sys.argv[1]).read_bytes()
    began = time.perf_counter()
    from exports.page import draw_page

    draw_page(page, paper="a4", record=record, created=CREATED)
    print((time.perf_counter() - began) * 1000)


if __name__ == "__main__":
    main()
