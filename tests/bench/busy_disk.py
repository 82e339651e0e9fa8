"""Another program that writes and flushes without pause, until it is ended.

Run as ``python -m tests.bench.busy_disk FOLDER``.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

BLOCK = os.urandom(1_000_000)


def main() -> None:
    """Write, flush, write again."""
    with Path(sys.argv[1], "busy").open("wb") as file:
        for number in count():
            file.seek(number % 64 * len(BLOCK))
            file.write(BLOCK)
            file.flush()
            os.fsync(file.fileno())


if __name__ == "__main__":
    main()
