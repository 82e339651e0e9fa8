"""The samples in a folder of their own, which is gone when they are put away: they never mix with real data."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ui.awake import Awake
from ui.background import Background
from ui.samples import write_samples
from ui.session import Session


class SampleFolder(QObject):
    """Makes the samples and holds the session on them.

    :signal ready: the samples are there; go and look around.
    :signal failed: the system refuses to hold them; the KnownError says why.
    """

    ready = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = TemporaryDirectory(prefix="second-chair-sample-", ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)
        self.session = Session(self.path, parent=self)
        Awake(self.session)
        self.session.opened.connect(self._on_opened)
        self.session.refused.connect(self.failed)

    def open(self) -> None:
        """Make the samples; ``ready`` or ``failed`` follows."""
        self.session.start()

    def close(self) -> None:
        """Put the samples away for good."""
        self.session.close()
        self._folder.cleanup()

    def _on_opened(self) -> None:
        stored = Background.shared().follow(write_samples(self.session))
        stored.done.connect(self._on_stored)
        stored.failed.connect(self.failed)

    def _on_stored(self, _to_tee_up: UUID) -> None:
        self.ready.emit()
