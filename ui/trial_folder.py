"""Something to try out in a folder of its own, which is gone when it is put away: it never mixes with real data."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from exports.archive.lock import prepare_archive
from scoring.errors import KnownError
from scoring.files import make_folder
from ui.archiving import Archiving
from ui.awake import Awake
from ui.background import Background
from ui.session import Session

Fill = Callable[[Session], Future[UUID]]
"""Fills an empty data folder; what comes of it is the call to begin with."""


class TrialFolder(QObject):
    """Makes the folder, fills it, and holds the session on it. ``sentence`` says on every screen what one looks at.

    :signal ready: all is there; go and try it. Carries the UUID of the call to begin with.
    :signal failed: the system refuses to hold it; the KnownError says why.
    """

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, fill: Fill, sentence: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self._fill = fill
        self._folder = TemporaryDirectory(prefix="second-chair-trial-", ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)
        self.session = Session(self.path, parent=self)
        Awake(self.session)
        Archiving.of(self.session).is_trial = True
        self.session.opened.connect(self._on_opened)
        self.session.refused.connect(self.failed)

    def open(self) -> None:
        """Make what there is to try; ``ready`` or ``failed`` follows."""
        self.session.start()

    def close(self) -> None:
        """Put it away for good."""
        self.session.close()
        self._folder.cleanup()

    def _on_opened(self) -> None:
        """It has an archive of its own too: nothing that is tried out gets to another one."""
        try:
            archive = self.path / "archive"
            make_folder(archive)
            prepare_archive(archive)
            self.session.save_archive_folder(archive)
            filled = Background.shared().follow(self._fill(self.session))
        except KnownError as error:
            self.failed.emit(error)
        else:
            filled.done.connect(self.ready)
            filled.failed.connect(self.failed)
