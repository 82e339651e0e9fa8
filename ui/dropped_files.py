"""Files that were dropped on the window: which of them are rubrics, and which are pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from exports.rubric_file import SUFFIX, is_rubric_file
from ui.background import Background

_Sorted = tuple[list[Path], list[Path]]


class DroppedFiles(QObject):
    """Looks into the files in the background: a share they lie on may be away.

    :signal rubrics_found: these files (list of Path) are rubrics.
    :signal pages_found: these are the others.
    """

    rubrics_found = Signal(list)
    pages_found = Signal(list)

    def sort(self, files: Sequence[Path], *, at_rubrics: bool) -> None:
        """:param at_rubrics: whether they were dropped where the rubrics are shown. There a file that only its name
        speaks for is one too: it is said there what is wrong with it."""
        looking = Background.shared().run_apart(lambda: _sorted(files, at_rubrics=at_rubrics))
        looking.done.connect(self._on_sorted)
        looking.failed.connect(self._on_failed)

    def _on_sorted(self, found: _Sorted) -> None:
        rubrics, pages = found
        if pages:
            self.pages_found.emit(pages)
        if rubrics:
            self.rubrics_found.emit(rubrics)

    def _on_failed(self, error: Exception) -> None:
        raise error


def _sorted(files: Sequence[Path], *, at_rubrics: bool) -> _Sorted:
    rubrics = [
        file for file in files if (at_rubrics and file.suffix.lower() == SUFFIX) or is_rubric_file(file)
    ]
    return rubrics, [file for file in files if file not in rubrics]
