"""Work that takes its time: how far it is, and stopping it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.background import Background, Work

Progress = Callable[[int, int], None]
"""Is told how many there are done, and of how many; 0 while that is not known."""
Stopped = Callable[[], bool]
"""Whether the work is to end as soon as it can."""
Job = Callable[[Progress, Stopped], Any]
BETWEEN_S = 0.1
"""Nobody reads faster than so many seconds between two words of progress."""


class LongWork(QObject):
    """Does one job after the other apart from the window.

    :signal progressed: (done, of how many), a few times a second.
    :signal done: what came of it; also of a job that was stopped and came to its end.
    :signal failed: the error that ended it.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Work | None = None
        self._stop = Event()

    @property
    def is_running(self) -> bool:
        """Whether there is a job on its way."""
        return self._work is not None

    @property
    def is_stopping(self) -> bool:
        """Whether the job on its way is to end."""
        return self._stop.is_set()

    def start(self, job: Job) -> None:
        """Begin a job; there is none on its way. It must touch no widget, and bear to be cut off at any point."""
        assert self._work is None, "one at a time"
        self._stop = Event()
        telling = partial(_tell, self.progressed.emit, _Pace())
        self._work = Background.shared().run_apart(partial(job, telling, self._stop.is_set))
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)

    def stop(self) -> None:
        """Let the job end as soon as it can."""
        self._stop.set()

    def _on_done(self, result: object) -> None:
        self._work = None
        self.done.emit(result)

    def _on_failed(self, error: object) -> None:
        self._work = None
        self.failed.emit(error)


class _Pace:
    """Whether it is time for another word."""

    def __init__(self) -> None:
        self._last = 0.0

    def is_due(self) -> bool:
        now = monotonic()
        if now - self._last < BETWEEN_S:
            return False
        self._last = now
        return True


def _tell(emit: Callable[[int, int], None], pace: _Pace, done: int, of: int) -> None:
    """Called in the thread of the job. It holds the signal and no widget."""
    if pace.is_due():
        emit(done, of)
