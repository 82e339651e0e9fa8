"""The program on another day: everything is real but the date.

``python -m tests.e2e.another_day DAYS …``: as many days from now (negative is earlier), then what is typed behind
``main.py``.
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta

import main
from scoring.clock import SystemClock

_today = SystemClock.now


def run(days: int, arguments: list[str]) -> int:
    """Run the program as many days from now. :returns: its exit code."""

    def now(self: SystemClock) -> datetime:
        return _today(self) + timedelta(days=days)

    SystemClock.now = now
    return main.main(arguments)


if __name__ == "__main__":
    sys.exit(run(int(sys.argv[1]), sys.argv[2:]))
