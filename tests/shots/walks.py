"""A walk through the window, a picture wherever it looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ui.demo import WINDOW_SIZE, Camera
from ui.demo_walk import Stage
from ui.driving import Script, VirtualClock, drive
from ui.main_window import MainWindow
from ui.session import Session
from ui.window_state import WindowState


def take_walk(folder: Path, out: Path, now: datetime, walk: Callable[[Stage], Script[None]]) -> list[Path]:
    """Walk through a window on the data in ``folder``.

    :returns: where the pictures lie.
    """
    clock = VirtualClock(now)
    session = Session(folder, clock)
    window = MainWindow(session, WindowState(folder))
    window.resize(*WINDOW_SIZE)
    window.show()
    camera = Camera(window, out)
    try:
        drive(walk(Stage(window, session, clock, camera.look)))
    finally:
        window.close()
        window.deleteLater()
        session.close()
    return camera.pictures
