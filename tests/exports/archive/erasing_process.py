"""Erases a rep in a process of its own, which dies without a word at a step of its work.

``python -m tests.exports.archive.erasing_process DATA REP STEP`` dies as it is about to change a folder for the STEP-th
time; 0 is never. It prints how many steps there were.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

from exports.archive.report import no_progress
from exports.erasing import erase
from scoring.erasure import Erasure
from scoring.store.store import Store
from tests.exports.builders import MORNING

KILLED = 9
STEPS = ("unlink", "replace", "rmdir", "link", "fsync")


class DyingAt:
    """Counts steps, and ends the process at one of them."""

    def __init__(self, step: int) -> None:
        self.count = 0
        self._step = step
        for name in STEPS:
            setattr(os, name, self._counting(getattr(os, name)))

    def _counting(self, really: Callable[..., Any]) -> Callable[..., Any]:
        def do(*values: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == self._step:
                os._exit(KILLED)
            return really(*values, **named)

        return do


def main(data: str, rep_id: str, step: str) -> None:
    with closing(Store.open(Path(data))) as store:
        erasure = Erasure.of_rep(UUID(rep_id), store.merges.all())
        dying = DyingAt(int(step))
        erase(lambda job: job(store), erasure, MORNING, no_progress)
        sys.stdout.write(f"{dying.count}\n")
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
