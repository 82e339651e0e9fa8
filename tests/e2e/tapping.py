"""The real window, tapped without end: what the kill tests start and kill.

Run as ``python -m tests.e2e.tapping DATA_DIR [MS]``. Goes on with a running call or starts one, then presses tiles at
random through Qt's own events. Whatever a half has *painted* as saved is written to standard output, one
``skill seen|missed count`` a line, as soon as the picture is drawn. With MS the taps lie that far apart, on a clock
that moves with nothing but the taps, and goes on where the call was left.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from scoring.people import Manager, Rep
from scoring.state import Phase
from tests.builders import FakeClock
from ui.app import App, make_application
from ui.screens.observe import ObserveScreen
from ui.widgets.mark_tile import MarkHalf


class Tapper(QObject):
    """Taps as fast as the event loop turns, and says what it sees.

    :param apart_ms: how far the taps lie apart on a clock of their own, or None for the computer's clock.
    """

    def __init__(self, app: App, apart_ms: int | None) -> None:
        super().__init__()
        self._app = app
        self._apart_ms = apart_ms
        self._clock = FakeClock()
        if apart_ms is not None:
            app.session.clock = self._clock
        self._halves: list[MarkHalf] = []
        self._told: dict[MarkHalf, int] = {}
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)
        # Queued: the window's own way on opening comes first.
        app.session.opened.connect(self._on_opened, Qt.ConnectionType.QueuedConnection)

    def _on_opened(self) -> None:
        session, window = self._app.session, self._app.window
        running = session.calls_in(Phase.RUNNING)
        call_id = running[0].call_id if running else self._started_call()
        last_at = session.state(call_id).last_at
        assert last_at is not None
        self._clock.advance(seconds=(last_at - self._clock.now()).total_seconds())
        window.open_call(call_id)
        screen = window.current()
        assert isinstance(screen, ObserveScreen)
        self._halves = screen.findChildren(MarkHalf)
        self._turn.start()

    def _started_call(self) -> UUID:
        session = self._app.session
        session.save_manager(Manager(name="Dana Whitfield"))
        rep = Rep(id=uuid4(), name="Priya Nair")
        session.save_rep(rep)
        call_id = session.new_call(rep.id)
        session.book(call_id).start()
        return call_id

    def _on_turn(self) -> None:
        self._clock.advance(ms=self._apart_ms or 0)
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
    tapper = Tapper(app, int(sys.argv[2]) if len(sys.argv) > 2 else None)
    tapper.setObjectName("tapper")
    app.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
