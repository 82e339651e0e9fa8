"""Figures of a screen over a large file: ``python -m tests.bench.large_screens FOLDER WHAT`` on a screen prints them.

``home``, ``rep``, ``mirror``: how long it takes to show the screen, once it has been shown, in ms; the median of so
many times. ``search``: the median and the worst of the letters of a few searches, in ms. ``memory``: what the program
holds in MB, once it has shown what there is; ``start``: the same once Home is shown. ``opened``: when Home was painted
with everybody on it, in s of the clock that all processes share.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from tests.bench.large_data import rep_with_sixty_calls
from tests.bench.live import memory_mb, rest
from ui.app import App, make_application
from ui.main_window import MainWindow
from ui.widgets.choice_row import ChoiceRow

TIMES = 15
QUIET_MS = 60
SEARCHES = ("northg", "müller", "delivery june", "service plan", "weekend", "priya")
Shown = Callable[[], object]


class LastPicture(QObject):
    """Notes when the window it watches was painted last."""

    def __init__(self, window: QWidget) -> None:
        """:ivar painted: when it was, in s of the performance clock."""
        super().__init__()
        self._window = window
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._waiting = QEventLoop()
        self._quiet.timeout.connect(self._waiting.quit)
        self.painted = 0.0
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        self._window.event(event)
        self.painted = time.perf_counter()
        self._quiet.start()
        return True

    def ms_until_painted(self, do: Shown) -> float:
        """:returns: how long it took from the beginning of ``do`` to the last picture that came of it."""
        began = self.painted = time.perf_counter()
        do()
        self._quiet.start()
        self._waiting.exec()
        return (self.painted - began) * 1000


def opened_app(folder: Path) -> App:
    """:returns: the app on Home, its data open."""
    app = App(make_application(), folder)
    waiting = QEventLoop()
    app.session.opened.connect(waiting.quit)
    app.start()
    waiting.exec()
    return app


def painted_at(app: App) -> float:
    """:returns: when Home was painted last, as it came up by itself."""
    picture = LastPicture(app.frame)
    picture.ms_until_painted(app.frame.update)
    return picture.painted


def showing_ms(app: App, show: Shown) -> float:
    """:returns: the median of showing a screen in turn with another one, after a first."""
    picture = LastPicture(app.frame)
    rest(500)
    times: list[float] = []
    for _ in range(TIMES + 1):
        picture.ms_until_painted(partial(app.window.open_place, "settings"))
        times.append(picture.ms_until_painted(show))
    return median(times[1:])


def letters_ms(app: App) -> list[float]:
    """:returns: how long it took after each letter until what was found is shown, searched once before."""
    picture = LastPicture(app.frame)
    app.window.open_place("calls")
    rest(500)
    field = search_field(app.window)
    times = [[picture.ms_until_painted(partial(_type, field, text)) for text in _as_typed()] for _ in "ab"]
    return times[-1]


def _as_typed() -> Iterator[str]:
    for search in SEARCHES:
        for length in range(1, len(search) + 1):
            yield search[:length]


def search_field(window: MainWindow) -> QLineEdit:
    """:returns: where one types what is looked for among the calls."""
    field = window.findChild(QLineEdit, "calls.filter")
    assert field is not None
    return field


def _type(field: QLineEdit, text: str) -> None:
    """As a person would: the last letter of ``text`` comes to those before, or the first one in their place."""
    if len(text) == 1:
        field.selectAll()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text[-1]))


def shown_everything(app: App) -> None:
    """Show Home, Calls with a search, a rep over time and the mirror."""
    for show in (
        partial(app.window.open_place, "home"),
        partial(app.window.open_place, "calls"),
        partial(_search, app.window),
        partial(show_rep, app),
        partial(look_back_two_years, app.window),
        partial(app.window.open_place, "home"),
    ):
        show()
        rest(300)


def _search(window: MainWindow) -> None:
    field = search_field(window)
    field.setText("northgate")
    field.textEdited.emit("northgate")


def look_back_two_years(window: MainWindow) -> None:
    """Let the mirror show two years, now and whenever it is shown again."""
    window.open_place("mirror")
    times = window.findChild(ChoiceRow, "mirror.times")
    assert times is not None
    times.chosen.emit("24")


def show_rep(app: App) -> None:
    """Show the rep with sixty calls."""
    app.window.open_subject("rep", rep_with_sixty_calls())


def main() -> None:
    """Print the numbers that the command line asks for."""
    folder, what = Path(sys.argv[1]), sys.argv[2]
    app = opened_app(folder)
    match what:
        case "home":
            numbers = [showing_ms(app, partial(app.window.open_place, what))]
        case "mirror":
            look_back_two_years(app.window)
            numbers = [showing_ms(app, partial(app.window.open_place, what))]
        case "rep":
            numbers = [showing_ms(app, partial(show_rep, app))]
        case "search":
            times = letters_ms(app)
            numbers = [median(times), max(times)]
        case "opened":
            numbers = [painted_at(app)]
        case _:
            if what == "memory":
                shown_everything(app)
            rest(1_000)
            numbers = [memory_mb()]
    print(*numbers, flush=True)
    app.window.close()
    app.session.close()


if __name__ == "__main__":
    main()
