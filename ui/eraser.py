"""The erasure that is on its way, whatever becomes of the window it was begun in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoring.errors import SecondChairError
from scoring.text import tr
from ui.archiving import Archiving
from ui.long_work import LongWork, Progress, Stopped
from ui.session import Session

if TYPE_CHECKING:
    from datetime import datetime

    from scoring.erasure import Erasure, Receipt


class Eraser(QObject):
    """Erases one thing at a time from beside a session. Nothing is archived meanwhile: what is to be erased must not be
    written there again. Afterwards nothing of it is left in memory.

    :signal progressed: (done, of how many).
    :signal done: the Receipt; None where it was stopped and nothing was erased.
    :signal failed: the error that ended it.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        """:param session: whose data it is; it is the parent too."""
        super().__init__(session)
        self.setObjectName("eraser")
        self.is_busy = False
        # Set by whatever brings calls back, in its own thread: it holds pages that it read before.
        self.is_bringing_back = False
        self._session = session
        self._archiving = Archiving.of(session)
        self._work = LongWork(self)
        self._work.progressed.connect(self.progressed)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)

    @classmethod
    def of(cls, session: Session) -> Eraser:
        """:returns: the eraser of a session; it is made when it is first asked for."""
        return session.findChild(cls, "eraser") or cls(session)

    def refuse_if_busy(self) -> None:
        """:raises SecondChairError: while something is being erased, or calls are being brought back."""
        message = tr("Wait until it is done, then try again.")
        if self.is_busy:
            raise SecondChairError(tr("Something is being erased"), message)
        if self.is_bringing_back:
            raise SecondChairError(tr("Calls are being brought back"), message)

    def erase(self, erasure: Erasure) -> None:
        """Begin, as soon as nothing is on its way to the archive; ``done`` or ``failed`` follows.

        :raises SecondChairError: while something is being erased, or calls are being brought back.
        """
        self.refuse_if_busy()
        self.is_busy = True
        self._archiving.rest(partial(self._begin, erasure))

    def stop(self) -> None:
        """Let it end as soon as it can; what has not begun is not begun any more."""
        if self._work.is_running:
            self._work.stop()
        elif self.is_busy:
            self._end()
            self.done.emit(None)

    def _begin(self, erasure: Erasure) -> None:
        self._work.start(partial(_erased, self._session, erasure, self._session.clock.now()))

    def _end(self) -> None:
        self.is_busy = False
        self._archiving.wake()

    def _on_done(self, receipt: Receipt | None) -> None:
        self._end()
        if receipt is not None:
            self._session.forget_erased()
        self.done.emit(receipt)

    def _on_failed(self, error: Exception) -> None:
        """Some of it may be gone."""
        self._end()
        self._session.forget_erased()
        self.failed.emit(error)
        if not isinstance(error, SecondChairError):
            raise error


# Late, and apart from the window.


def _erased(
    session: Session, erasure: Erasure, now: datetime, progress: Progress, stopped: Stopped
) -> Receipt | None:
    from exports.erasing import erase

    return erase(session.ask, erasure, now, progress, stopped)
