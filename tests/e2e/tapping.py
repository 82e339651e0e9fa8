"""The real window, tapped without end: what the kill test starts and kills.

Run as ``python -m tests.e2e.tapping DATA_DIR``. Goes on with a running call or starts one, then presses tiles at
random through Qt's own events. Whatever a half has *painted* as saved is written to standard output, one
``skill seen|missed count`` a line, as soon as the picture is drawn.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from scoring.people import Manager, Rep
from scoring.state import Phase
from ui.app import App, make_application
from ui.screens.observe import ObserveScreen
from ui.widgets.mark_tile import MarkHalf


class Tapper(QObject):
    """Taps as fast as the event loop turns, and says what it sees."""

    def __init__(self, app: App) -> None:
        super().__init__()
        self._app = app
        self._halves: list[MarkHalf] = []
        self._told: dict[MarkHalf, int] = {}
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)
        # Queued: the window's own way on opening comes first.
        app.session.opened.connect(self._on_opened, Qt.ConnectionType.QueuedConnection)

    def _on_opened(self) -> None:
        session, window = self._app.session, self._app.window
        running = session.calls_in(Phase.RUNNING)
        if running:
            call_id = running[0].call_id
        else:
            session.save_manager(Manager(name="Dana Whitfield"))
            rep = Rep(id=uuid4(), name="Priya Nair")
            session.save_rep(rep)
            call_id = session.new_call(rep.id)
            session.book(call_id).start()
        window.open_call(call_id)
        screen = window.current()
        assert isinstance(screen, ObserveScreen)
        self._halves = screen.findChildren(MarkHalf)
        self._turn.start()

    def _on_turn(self) -> None:
        QTest.mousePress(random.choice(self._halves), Qt.MouseButton.LeftButton)
        for half in self._halves:
            painted, _waiting = half.painted_tally
            if self._told.get(half) != painted:
                self._told[half] = painted
                _, skill, side = half.objectName().split(".")
                print(skill, side, painted, flush=True)


def main() -> int:
    """:returns: the exit code; the process is meant to be killed."""
    application = make_application()
    app = App(application, Path(sys.argv[1]))
    tapper = Tapper(app)
    tapper.setObjectName("tapper")
    app.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
