"""A program up to its first painted frame: the app, or the least that Qt can do.

Run as ``python -m tests.bench.frames bare`` or ``… app DATA_DIR``; prints a line when the frame is painted, and ends.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override


class FirstFrame(QObject):
    """Ends the program once the window it watches has been painted."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, _painted)
        return False


def _painted() -> None:
    print("painted", flush=True)
    os._exit(0)


def _bare() -> None:
    application = QApplication([])
    window = QWidget()
    window.resize(1180, 720)
    watcher = FirstFrame()
    window.installEventFilter(watcher)
    window.show()
    application.exec()


def _app(data_dir: Path) -> None:
    from ui.app import App, make_application

    application = make_application()
    app = App(application, data_dir)
    watcher = FirstFrame()
    app.frame.installEventFilter(watcher)
    app.start()
    application.exec()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _bare()
    else:
        _app(Path(sys.argv[2]))
