"""Making an access pack while the window stays free."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from exports.paper import sheet_for
from scoring.people import Rep
from ui.long_work import LongWork, Progress, Stopped
from ui.session import Session

if TYPE_CHECKING:
    from exports.access_pack.pack import Packed, PackWish


class Packing(QObject):
    """Puts everything that is held about one person into a file: the data is read call by call in the keeper's thread,
    the rest is done apart from the window.

    :signal progressed: (calls done, of how many).
    :signal packed: (path, what lies in it).
    :signal stopped: it was stopped; nothing was written.
    :signal failed: the error that ended it.
    """

    progressed = Signal(int, int)
    packed = Signal(object, object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path = Path()
        self._work = LongWork(self)
        self._work.progressed.connect(self.progressed)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)

    @property
    def is_running(self) -> bool:
        """Whether a pack is on its way."""
        return self._work.is_running

    def name_for(self, rep: Rep) -> str:
        """:returns: what the file about a rep is called, without its ending."""
        from exports.access_pack.pack import pack_name

        return pack_name(rep, self._session.clock.now())

    def start(self, rep: Rep, path: Path) -> None:
        """Begin a pack; none is on its way."""
        from exports.access_pack.pack import PackWish

        sheet = sheet_for(self._session.preferences.paper, QLocale.system().name())
        wish = PackWish(rep_id=rep.id, now=self._session.clock.now(), usual=sheet)
        self._path = path
        self._work.start(partial(_pack, self._session, wish, path))

    def stop(self) -> None:
        """Let it end as soon as it can."""
        self._work.stop()

    def _on_done(self, packed: object) -> None:
        if packed is None:
            self.stopped.emit()
        else:
            self.packed.emit(self._path, packed)

    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)


def _pack(
    session: Session, wish: PackWish, path: Path, progress: Progress, stopped: Stopped
) -> Packed | None:
    """Called in a thread of its own. :returns: what lies in the pack, or None if it was stopped."""
    from exports.access_pack.pack import PackStoppedError, replace_pack

    try:
        return replace_pack(session.ask, wish, path, progress, stopped)
    except PackStoppedError:
        return None
