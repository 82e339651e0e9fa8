"""What is done apart from the window, and may not be heard of any more."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from ui.background import Background


def until_all_is_told(qtbot: QtBot) -> None:
    """Wait until everything that was begun apart has ended, and whoever listens has heard of it."""
    qtbot.waitUntil(lambda: all(thread.name != "apart" for thread in threading.enumerate()))
    with qtbot.waitSignal(Background.shared().run(_nothing).done):  # told of behind all that ended before
        pass


def _nothing() -> None:
    """Takes no time."""
