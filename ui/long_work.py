"""Work that takes its time: how far it is, and stopping it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.background import Background, Work

Progress = Callable[[int, int], None]
"""Is told how many there are done, and of how many; 0 while that is not known."""
Stopped = Callable[[], bool]
"""Whether the work is to end as soon as it can."""
Job = Callable[[Progress, Stopped], Any]
BETWEEN_MS = 100
"""Nobody reads faster than so many milliseconds between two words of progress."""


class _Pace:
    """How far the job is. It tells in its own thread, which must touch no QObject: the window may be gone by then."""

    def __init__(self) -> None:
        self.told: tuple[int, int] | None = None

    def tell(self, done: int, of: int) -> None:
        self.told = done, of


class LongWork(QObject):
    """Does one job after the other apart from the window. A job goes on, and unheard, where this object ends.

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
        self._pace = _Pace()
        self._looking = QTimer(self, interval=BETWEEN_MS)
        self._looking.timeout.connect(self._on_time)

    @property
    def is_running(self) -> bool:
        """Whether there is a job on its way."""
        return self._work is not None

    def start(self, job: Job) -> None:
        """Begin a job; there is none on its way. It must touch no widget, and bear to be cut off at any point."""
        assert self._work is None, "one at a time"
        self._stop, self._pace = Event(), _Pace()
        self._work = Background.shared().run_apart(partial(job, self._pace.tell, self._stop.is_set))
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._looking.start()

    def stop(self) -> None:
        """Let the job end as soon as it can."""
        self._stop.set()

    def drop(self) -> None:
        """Stop it, and hear nothing of it any more; another job can begin at once."""
        self.stop()
        if self._work is not None:
            self._work.drop()
        self._end()

    def _on_time(self) -> None:
        told, self._pace.told = self._pace.told, None
        if told is not None:
            self.progressed.emit(*told)

    def _end(self) -> None:
        self._work = None
        self._looking.stop()

    def _on_done(self, result: object) -> None:
        self._on_time()
        self._end()
        self.done.emit(result)

    def _on_failed(self, error: object) -> None:
        self._end()
        self.failed.emit(error)
