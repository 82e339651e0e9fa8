"""Slow work beside the GUI thread; what comes of it arrives as a signal in the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal


class Work(QObject):
    """One piece of slow work on its way. Exactly one of the signals comes, unless it is dropped.

    :signal done: what came of it.
    :signal failed: the error that ended it.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, future: Future[Any], *, is_ours: bool) -> None:
        """:param is_ours: whether the background does it, and may leave it undone."""
        super().__init__()
        self._future = future
        self._is_ours = is_ours
        self._is_dropped = False

    def drop(self) -> None:
        """Its result is no longer wanted: no signal comes, and the background does not begin it any more."""
        self._is_dropped = True
        if self._is_ours:
            self._future.cancel()

    def report(self) -> None:
        """Tell what came of it. For the background alone."""
        if self._is_dropped or self._future.cancelled():
            return
        error = self._future.exception()
        if error is None:
            self.done.emit(self._future.result())
        else:
            self.failed.emit(error)


class Background(QObject):
    """One thread for slow work, done in the order in which it was given.

    It lives as long as the application, so that work outlasts the screen that began it without harm: nobody hears of
    it then. Work that has begun is finished before the application ends, work that waits is not.
    """

    _settled = Signal(object)

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self.setObjectName("background")
        self._thread: ThreadPoolExecutor | None = None
        self._works: dict[Future[Any], Work] = {}
        # Queued even within the GUI thread: whoever begins work first gets the chance to listen.
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)
        application.aboutToQuit.connect(self.close)

    @classmethod
    def shared(cls) -> Background:
        """:returns: the background of this application; it is made when it is first needed."""
        application = QCoreApplication.instance()
        assert application is not None, "there is no application yet"
        return application.findChild(cls, "background") or cls(application)

    def run(self, job: Callable[[], Any]) -> Work:
        """Do ``job`` in the background. It must touch no widget."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        return self._expect(self._thread.submit(job), is_ours=True)

    def run_apart(self, job: Callable[[], Any]) -> Work:
        """Do ``job`` in a thread of its own, which the end of the application does not wait for: what a share that is
        away may hold up for minutes. It must touch no widget, and bear to be cut off at any point."""
        future: Future[Any] = Future()
        Thread(target=_do, args=[job, future], name="apart", daemon=True).start()
        return self._expect(future, is_ours=False)

    def follow(self, future: Future[Any]) -> Work:
        """Hear in the GUI thread of what another thread is doing already. It is done even if it is dropped."""
        return self._expect(future, is_ours=False)

    def _expect(self, future: Future[Any], *, is_ours: bool) -> Work:
        work = Work(future, is_ours=is_ours)
        self._works[future] = work
        future.add_done_callback(self._settled.emit)
        return work

    def close(self) -> None:
        """Finish what has begun and forget the rest."""
        for work in list(self._works.values()):
            work.drop()
        if self._thread is not None:
            self._thread.shutdown(wait=True, cancel_futures=True)
            self._thread = None

    def _on_settled(self, future: Future[Any]) -> None:
        self._works.pop(future).report()


def _do(job: Callable[[], Any], future: Future[Any]) -> None:
    try:
        result = job()
    except BaseException as error:  # noqa: BLE001  whoever waits for the result gets it
        future.set_exception(error)
    else:
        future.set_result(result)
