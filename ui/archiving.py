"""Putting what was handed over into the archive folder, beside everything else."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from scoring.archived import FileKind
from scoring.errors import KnownError, SecondChairError
from scoring.preferences import Sheet
from scoring.text import tr
from ui.background import Background, Work
from ui.session import Session

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from exports.archive.outbox import Ready
    from scoring.archived import ArchivedFile, Waiting

SOON_MS = 300
LATER_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveState:
    """What waits for the archive, and how many ``pages`` lie there; ``trouble`` is what keeps the rest from getting
    there, ``is_busy`` whether it is on its way now."""

    waiting: tuple[Waiting, ...] = ()
    pages: int = 0
    trouble: SecondChairError | None = None
    is_busy: bool = False


class Archiving(QObject):
    """Looks after the archive of one session from beside it: what was handed over is archived as soon as it is saved,
    but never while a call is being logged. What cannot be archived waits, and is tried again once a minute.

    ``is_trial`` is whether it is all only tried out: then no other folder is chosen.

    :signal changed: there is another ``state``.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """:param session: whose pages count; it is the parent too."""
        super().__init__(session)
        self.setObjectName("archiving")
        self.state = ArchiveState()
        self._session = session
        self._queue: list[Waiting] = []
        self._trouble: SecondChairError | None = None
        self._bugs: set[str] = set()
        self._wanted_folder: Path | None = None
        self._work: Work | None = None
        self._is_at_work = False
        self._looks_again = False
        self._at_rest: Callable[[], None] | None = None
        self._is_resting = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._look)
        session.opened.connect(self.look)
        session.saved.connect(self._on_saved)
        session.replacing.connect(self._on_replacing)
        session.replaced.connect(self._on_replaced)
        session.not_replaced.connect(self.try_again)
        session.closed.connect(self._on_closed)
        self.is_trial = False
        if session.is_open:
            self.look()

    @classmethod
    def of(cls, session: Session) -> Archiving:
        """:returns: the archiving of a session; it begins when it is first asked for."""
        return session.findChild(cls, "archiving") or cls(session)

    def words_of(self, call_id: UUID, page: int) -> str:
        """:returns: whether the archive has a page of a call, as a sentence; empty where it neither has it nor will."""
        if any(one.call_id == call_id and one.page == page for one in self.state.waiting):
            trouble = self.state.trouble
            if trouble is None:
                return tr("On its way to the archive.")
            return tr("It waits for the archive. {trouble}.").format(trouble=trouble.title)
        files = self._session.ask(lambda store: store.archived.of(call_id))
        kept = {file.what for file in files if file.page == page}
        if FileKind.SCAN in kept:
            return tr("Kept in the archive, with the scan.")
        return tr("Kept in the archive.") if kept else ""

    @property
    def folder_in_reach(self) -> Path | None:
        """The archive folder, unless it is away for all one knows: a dialog that begins there would hang."""
        is_in_doubt = self.state.trouble is not None or self.state.is_busy
        return None if is_in_doubt else self._session.archive_folder

    def look(self) -> None:
        """Something may wait; it is looked for in a moment."""
        self._soon.start(SOON_MS)

    def try_again(self) -> None:
        """Try now what did not work before."""
        self._soon.start(0)

    def rest(self, at_rest: Callable[[], None]) -> None:
        """Write nothing until ``wake``: something is erased, and must not come to lie there again.

        :param at_rest: is called once nothing is on its way any more.
        """
        self._is_resting = True
        if self._is_at_work:
            self._at_rest = at_rest
            self._queue[1:] = []
        else:
            at_rest()

    def wake(self) -> None:
        """Write again what waits."""
        self._is_resting, self._at_rest = False, None
        if self._wanted_folder is not None:
            self.use_folder(self._wanted_folder)
        else:
            self.look()

    def _on_saved(self) -> None:
        if not self._session.is_logging:
            self.look()

    def _on_closed(self) -> None:
        self._soon.stop()
        if self._work is not None:
            self._work.drop()

    def _on_replacing(self) -> None:
        if self._is_resting:
            message = tr("Wait until it is done, then try again.")
            self._session.call_off_replacing(SecondChairError(tr("Something is being erased"), message))
        else:
            self._break_off()

    def _break_off(self) -> None:
        """What is under way may be about pages that the data will not know. One that got there is found there again."""
        self._on_closed()
        self._work = None
        self._queue.clear()
        self._is_at_work = self._looks_again = False

    def _on_replaced(self) -> None:
        self._break_off()  # once more: something may have been saved at the last moment
        self._wanted_folder = None
        self._say(waiting=(), pages=0, trouble=None, is_busy=False)
        self.look()

    # The folder

    def use_folder(self, folder: Path) -> None:
        """Keep the pages in another folder from now on; what it lacks waits again. Trouble with it is in ``state``, and
        the folder before stays then."""
        if not self._is_resting:  # or ``wake`` does it
            self._break_off()  # what is on its way to the one before may be held up by a share that is away
        self._wanted_folder = folder
        if not self._is_resting:
            self._move()

    def use_none(self) -> None:
        """Keep the pages in no folder any more, not in one either that is just being moved to. What lies there stays
        there."""
        if not self._is_resting:
            self._break_off()
        self._wanted_folder = None
        self._session.save_archive_folder(None)
        self._say(trouble=None, is_busy=False)

    def _move(self) -> None:
        self._is_at_work = True
        self._say(is_busy=True)
        self._then(self._session.post(lambda store: store.archived.all()), self._on_archived)

    def _on_archived(self, files: list[ArchivedFile]) -> None:
        folder, self._wanted_folder = self._wanted_folder, None
        assert folder is not None, "one was chosen"
        moving = partial(_moved_in, folder, files, self._session.archive_folder, self._session.folder)
        self._apart(moving, partial(self._on_compared, folder))

    def _on_compared(self, folder: Path, missing: list[str]) -> None:
        from exports.archive.moving import settle_in

        before = self._session.archive_folder
        settling = self._session.post(lambda store: settle_in(store, folder, missing, before))
        self._then(settling, partial(self._on_settled, folder))

    def _on_settled(self, folder: Path, _nothing: object) -> None:
        self._session.archive_folder = folder
        self._looks_again = True
        self._end()

    # One round: everything that waits, one after the other

    def _look(self) -> None:
        if not self._session.is_open:
            return
        if self._is_at_work or self._is_resting:
            self._looks_again = True
        elif self._session.is_logging:
            self._soon.start(LATER_MS)
        else:
            self._is_at_work = True
            looking = self._session.post(lambda store: (store.archived.waiting(), store.archived.pages()))
            self._then(looking, self._on_waiting)

    def _on_waiting(self, found: tuple[list[Waiting], int]) -> None:
        waiting, pages = found
        self.state = replace(self.state, waiting=tuple(waiting), pages=pages)
        self._queue, self._trouble = list(waiting), None
        if self._session.archive_folder is None:
            self._queue.clear()
        self._next()

    def _next(self) -> None:
        if not self._queue or not self._session.is_open or self._session.is_logging:
            self._end()
            return
        if not self.state.is_busy:
            self._say(is_busy=True)
        self._then(self._prepare(self._queue[0]), self._on_prepared)

    def _prepare(self, waiting: Waiting) -> Future[Ready | None]:
        from exports.archive.outbox import prepare  # late: all that a page is made with comes along

        usual = self._usual_sheet()
        return self._session.post(lambda store: prepare(store, waiting, usual))

    def _on_prepared(self, ready: Ready | None) -> None:
        if ready is None:
            self._queue.pop(0)
            self._next()
            return
        folder, now = self._session.archive_folder, self._session.clock.now()
        if folder is None:
            self._end()
        else:
            self._apart(partial(_written, folder, ready, now), self._on_written)

    def _on_written(self, file: ArchivedFile) -> None:
        self._then(self._session.post(lambda store: store.note_archived(file)), self._on_noted)

    def _on_noted(self, _nothing: object) -> None:
        done = self._queue.pop(0)
        left = tuple(waiting for waiting in self.state.waiting if waiting != done)
        pages = self.state.pages + (done.what == FileKind.PAGE)
        self._say(waiting=left, pages=pages)
        self._next()

    def _end(self) -> None:
        self._is_at_work = False
        self._say(is_busy=False, trouble=self._trouble)
        if self._at_rest is not None:
            at_rest, self._at_rest = self._at_rest, None
            at_rest()
        elif self._looks_again:
            self._looks_again = False
            self.try_again()
        elif self.state.waiting and self._session.archive_folder is not None:
            self._soon.start(LATER_MS)

    def _on_failed(self, error: Exception) -> None:
        """What the world does to the folder holds up all that waits; what is wrong with one page holds up no other."""
        if isinstance(error, KnownError) or not self._queue:
            self._queue.clear()
        else:
            self._queue.pop(0)
        self._trouble = error if isinstance(error, SecondChairError) else _left_out()
        self._next()
        if not isinstance(error, SecondChairError) and repr(error) not in self._bugs:
            self._bugs.add(repr(error))  # once: it is tried again every minute
            raise error

    def _usual_sheet(self) -> Sheet:
        from exports.paper import sheet_for

        return sheet_for(self._session.preferences.paper, QLocale.system().name())

    def _say(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit()

    # The threads

    def _then(self, future: Future[Any], go_on: Callable[[Any], None]) -> None:
        self._expect(Background.shared().follow(future), go_on)

    def _apart(self, job: Callable[[], Any], go_on: Callable[[Any], None]) -> None:
        self._expect(Background.shared().run_apart(job), go_on)

    def _expect(self, work: Work, go_on: Callable[[Any], None]) -> None:
        """One step at a time; it is dropped when the session closes, so that none of them outlives this object."""
        self._work = work
        work.done.connect(go_on)
        work.failed.connect(self._on_failed)


def _left_out() -> SecondChairError:
    message = tr("Something went wrong with it; the others are not held up. It is tried again by itself.")
    return SecondChairError(tr("One page could not be archived"), message)


# Late, because all that a page is made with is loaded only where something waits.


def _written(folder: Path, ready: Ready, now: datetime) -> ArchivedFile:
    from exports.archive.outbox import write

    return write(folder, ready, now)


def _moved_in(folder: Path, files: list[ArchivedFile], before: Path | None, data: Path) -> list[str]:
    from exports.archive.moving import move_in

    return move_in(folder, files, before=before, data=data)
