"""Reading the scan of a signed sheet while the window stays free."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from scoring.acknowledgement import LARGEST_SCAN, Scan, scan_of
from scoring.errors import SecondChairError
from scoring.files import file_trouble
from ui.background import Background, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenScan:
    """A file that was chosen and is a scan, with its bytes."""

    path: Path
    scan: Scan
    data: bytes


def read_scan(path: Path) -> ChosenScan:
    """Read a file that should be a scan.

    :raises SecondChairError: if it is none, or too large.
    :raises KnownError: if the system refuses.
    """
    with file_trouble(path), path.open("rb") as file:
        data = file.read(
            LARGEST_SCAN + 1
        )  # one more than there may be is enough to refuse a file of any size
    return ChosenScan(path=path, scan=scan_of(data), data=data)


class ScanReading(QObject):
    """Reads one file at a time apart from the window, because it may lie on a share that is away; of several only the
    last one counts.

    :signal done: the scan (ChosenScan).
    :signal failed: why the file is none (SecondChairError).
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._work is not None

    def read(self, path: Path) -> None:
        """Read this file, and forget one that is being read."""
        self.forget()
        self._work = Background.shared().run_apart(partial(read_scan, path))
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)

    def forget(self) -> None:
        """What is being read is no longer wanted."""
        if self._work is not None:
            self._work.drop()
        self._work = None

    def _on_done(self, chosen: ChosenScan) -> None:
        self._work = None
        self.done.emit(chosen)

    def _on_failed(self, error: Exception) -> None:
        self._work = None
        if not isinstance(error, SecondChairError):
            raise error
        self.failed.emit(error)
