"""The one thread that writes: a queue in front of the store.

A tap is put into the queue and forgotten; the keeper says when its commit has returned. Entries that cannot be written
stay in the queue, in their order, and are tried again; meanwhile everything else is still answered.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from scoring.entry import Entry
from scoring.errors import KnownError
from scoring.text import tr

if TYPE_CHECKING:
    from scoring.store import Store

T = TypeVar("T")
Job = tuple[Callable[["Store"], Any], Future[Any]]
"""What is to be done, and the promise of its result."""
RETRY_SECONDS = 1.0


class Keeper:
    """Owns the store in a thread of its own.

    ``on_saved`` is called in that thread with entries that have become durable, ``on_trouble`` with what keeps them
    from it, or with None when saving works again.
    """

    def __init__(
        self,
        open_store: Callable[[], Store],
        on_saved: Callable[[list[Entry]], None],
        on_trouble: Callable[[KnownError | None], None],
    ) -> None:
        """:param open_store: opens the store; called in the keeper's thread."""
        self._open_store = open_store
        self._on_saved = on_saved
        self._on_trouble = on_trouble
        self._wake = threading.Condition()
        self._jobs: deque[Job] = deque()
        self._after_saving: deque[Job] = deque()
        self._unsaved: deque[Entry] = deque()
        self._in_trouble = False
        self._closing = False
        self._has_ended = False
        self._opened: Future[Path] = Future()
        self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)

    def start(self) -> Future[Path]:
        """Open the store.

        :returns: the path of the open file, or the error that kept it closed.
        """
        self._thread.start()
        return self._opened

    def append(self, *entries: Entry) -> None:
        """Queue entries to be made durable, in this order."""
        with self._wake:
            self._unsaved.extend(entries)
            self._wake.notify()

    def post(self, job: Callable[[Store], T], *, once_saved: bool = False) -> Future[T]:
        """Queue something to be done with the store, after an attempt to write the entries queued so far.

        :param once_saved: do it only once they are durable, however many attempts that takes.
        :returns: its result, or its error.
        """
        future: Future[T] = Future()
        with self._wake:
            if self._has_ended:
                future.set_exception(RuntimeError("the keeper has ended"))
            else:
                (self._after_saving if once_saved else self._jobs).append((job, future))
                self._wake.notify()
        return future

    def ask(self, job: Callable[[Store], T]) -> T:
        """Do something with the store and wait for it. Not for use while a call is being logged."""
        return self.post(job).result()

    def close(self) -> list[Entry]:
        """Write what is queued, close the store and end the thread.

        :returns: the entries that could not be written.
        """
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()
        return list(self._unsaved)

    def _run(self) -> None:
        try:
            store = self._open_store()
        except BaseException as error:  # noqa: BLE001  whoever waits for the result gets it
            self._opened.set_exception(error)
            self._turn_away()
            return
        self._opened.set_result(store.path)
        try:
            while self._step(store):
                pass
        finally:
            self._turn_away()
            store.close()

    def _turn_away(self) -> None:
        """Leave nobody waiting for an answer that will not come."""
        with self._wake:
            self._has_ended = True
            jobs = [*self._jobs, *self._after_saving]
            self._jobs.clear()
            self._after_saving.clear()
        for _, future in jobs:
            future.set_exception(RuntimeError("the keeper has ended"))

    def _step(self, store: Store) -> bool:
        """Do all that waits, entries first. :returns: False when the thread is to end."""
        with self._wake:
            if not self._closing and not self._jobs and (self._in_trouble or not self._has_writing()):
                self._wake.wait(RETRY_SECONDS if self._in_trouble else None)
            entries, jobs, closing = list(self._unsaved), list(self._jobs), self._closing
            after_saving = len(self._after_saving)
            self._jobs.clear()
        if entries:
            self._write(store, entries)
        if not self._in_trouble:
            # Last: a draft that is dropped may have been queued, in its last form, among the other jobs.
            jobs += [self._after_saving.popleft() for _ in range(after_saving)]
        for job, future in jobs:
            _answer(store, job, future)
        return not closing

    def _has_writing(self) -> bool:
        return bool(self._unsaved or self._after_saving)

    def _write(self, store: Store, entries: list[Entry]) -> None:
        try:
            store.append(entries)
        except KnownError as error:
            self._keep_waiting(error)
            return
        except Exception:  # whatever it is, it must neither end the thread nor go untold
            if not self._in_trouble:
                logging.getLogger(__name__).exception("entries cannot be written")
            self._keep_waiting(_stopped())
            return
        with self._wake:
            for _ in entries:
                self._unsaved.popleft()
        if self._in_trouble:
            self._in_trouble = False
            self._on_trouble(None)
        self._on_saved(entries)

    def _keep_waiting(self, trouble: KnownError) -> None:
        self._in_trouble = True
        self._on_trouble(trouble)


def _stopped() -> KnownError:
    message = tr(  # may be shown where a customer looks on: no name, not even the app's
        "Something went wrong; it is tried again all the time. If this stays, note down what matters, then close the "
        "window and start again."
    )
    return KnownError(tr("Saving has stopped"), message)


def _answer(store: Store, job: Callable[[Store], Any], future: Future[Any]) -> None:
    try:
        with store.trouble():
            result = job(store)
    except BaseException as error:  # noqa: BLE001  whoever waits for the result gets it
        future.set_exception(error)
    else:
        future.set_result(result)
